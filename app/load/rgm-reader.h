/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <json-glib/json-glib.h>

#include "rgm-record.h"

G_BEGIN_DECLS

/* The second reading: values that json-glib has parsed, held against the descriptions of
 * the records. Every fault is noted and reading goes on, so that one reading finds all of
 * them. */

/**
 * RgmCursor:
 * @parent: (nullable): the value that contains it; %NULL for the document
 * @key: (nullable): its key, if it is in an object
 * @index: its index, if it is in a list
 * @node: (nullable): the value, or %NULL if it was left out
 *
 * A value with its path. Cursors live on the reader's stack; the path is only spelled out
 * when there is a fault.
 */
typedef struct _RgmCursor RgmCursor;

struct _RgmCursor
{
  const RgmCursor *parent;
  const char      *key;
  guint            index;
  JsonNode        *node;
};

/**
 * RgmPending:
 * @path: the JSON path
 * @message: what was expected and found
 * @offset: where in the file, once that is known
 *
 * A fault that has no line yet.
 */
typedef struct
{
  char  *path;
  char  *message;
  gsize  offset;
} RgmPending;

typedef struct
{
  GArray     *faults;     /* of RgmPending */
  guint64     n_left_out;
  GHashTable *ids;        /* from description to the ids of such records */
  GArray     *forward;    /* references to records that were yet to come */
  GArray     *rejected;   /* records at fault; ids may still refer to their elements */
} RgmReader;

void      rgm_reader_init            (RgmReader            *self);
void      rgm_reader_clear           (RgmReader            *self);
guint64   rgm_reader_count           (const RgmReader      *self);
void      rgm_reader_fault           (RgmReader            *self,
                                      const RgmCursor      *cursor,
                                      const char           *format,
                                      ...) G_GNUC_PRINTF (3, 4);
void      rgm_reader_take_fault      (RgmReader            *self,
                                      const RgmCursor      *cursor,
                                      char                 *message);
void      rgm_reader_reject          (RgmReader            *self,
                                      const RgmDescription *description,
                                      gpointer              record);

void      rgm_reader_set_incomplete  (RgmReader            *self,
                                      const RgmDescription *description);
gboolean  rgm_reader_add_id          (RgmReader            *self,
                                      const RgmCursor      *cursor,
                                      const RgmDescription *description,
                                      const char           *id,
                                      const char           *scope);
void      rgm_reader_set_object      (RgmReader            *self,
                                      const RgmDescription *description,
                                      const char           *id,
                                      gpointer              object);
gpointer  rgm_reader_find            (RgmReader            *self,
                                      const RgmDescription *description,
                                      const char           *id);
gpointer  rgm_reader_refer           (RgmReader            *self,
                                      const RgmCursor      *cursor,
                                      const RgmField       *field,
                                      const char           *id,
                                      const char           *scope);
void      rgm_reader_check_forward   (RgmReader            *self);

G_END_DECLS
