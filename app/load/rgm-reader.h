/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>
#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* The second reading: values that json-glib has parsed, held against the format. Every
 * rgm_reader_… function tells what is at fault and goes on, so that one reading finds
 * all faults. Once there is a fault nothing more is built of the model. */

/* What a data set may hold; the schema says the same. */
#define RGM_FORMAT 1
#define RGM_TEXT_MAX 10000
#define RGM_ID_MAX 100
#define RGM_TEXTS_MAX 100
#define RGM_COUNT_MAX 1000000000
#define RGM_TIME_MAX 100000

/**
 * RgmKind:
 *
 * What an id can be the id of. Ids are unique within their kind.
 */
typedef enum
{
  RGM_KIND_SOURCE,
  RGM_KIND_CLASS,
  RGM_KIND_ENDPOINT,
  RGM_KIND_AGENT,
  RGM_KIND_REGIMEN,
  RGM_KIND_BIOMARKER,
  RGM_KIND_VALUE,
  RGM_KIND_TRIAL,
  RGM_KIND_ARM,
  RGM_KIND_NODE,
  RGM_KIND_EDGE,
  RGM_KIND_LANE,
  RGM_KIND_CONDITION,
  RGM_KIND_ALTERATION,
  RGM_N_KINDS,
} RgmKind;

/**
 * RgmCursor:
 * @parent: (nullable): what it is in; %NULL for the document
 * @key: (nullable): its key, if it is in an object
 * @index: its index, if it is in a list
 * @node: (nullable): the value, or %NULL if it was left out
 *
 * A value with the way to it. Cursors live on the stack of who reads; the way is only
 * put into words when there is a fault.
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
 * RgmField:
 * @key: a key that an object may have; %NULL ends a table
 * @required: whether it must
 */
typedef struct
{
  const char *key;
  gboolean    required;
} RgmField;

#define RGM_FIELDS_MAX 24

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
  GArray     *faults;               /* of RgmPending */
  guint64     n_left_out;
  GHashTable *known[RGM_N_KINDS];   /* id to object; NULL while there are faults */
  gboolean    unsure[RGM_N_KINDS];  /* whether some of them can't be known */
} RgmReader;

void         rgm_reader_init      (RgmReader          *self);
void         rgm_reader_clear     (RgmReader          *self);
gboolean     rgm_reader_is_good   (const RgmReader    *self);
void         rgm_reader_fault     (RgmReader          *self,
                                   const RgmCursor    *cursor,
                                   const char         *format,
                                   ...) G_GNUC_PRINTF (3, 4);
char        *rgm_reader_describe  (JsonNode           *node);

gboolean     rgm_reader_open      (RgmReader          *self,
                                   const RgmCursor    *cursor,
                                   const RgmField     *fields,
                                   RgmCursor          *values);
gboolean     rgm_reader_check_key (RgmReader          *self,
                                   const RgmCursor    *cursor,
                                   const RgmField     *fields,
                                   guint              *field);
void         rgm_reader_need      (RgmReader          *self,
                                   const RgmCursor    *cursor,
                                   const char         *key);
guint        rgm_reader_list      (RgmReader          *self,
                                   const RgmCursor    *cursor);
RgmCursor    rgm_reader_element   (const RgmCursor    *list,
                                   guint               index);
gboolean     rgm_reader_has       (const RgmCursor    *cursor);

const char  *rgm_reader_text      (RgmReader          *self,
                                   const RgmCursor    *cursor);
char       **rgm_reader_texts     (RgmReader          *self,
                                   const RgmCursor    *cursor);
const char  *rgm_reader_link      (RgmReader          *self,
                                   const RgmCursor    *cursor);
const char  *rgm_reader_doi       (RgmReader          *self,
                                   const RgmCursor    *cursor);
const char  *rgm_reader_date      (RgmReader          *self,
                                   const RgmCursor    *cursor,
                                   gboolean            whole,
                                   GDate              *date);
int          rgm_reader_choice    (RgmReader          *self,
                                   const RgmCursor    *cursor,
                                   const char *const  *choices);
gboolean     rgm_reader_boolean   (RgmReader          *self,
                                   const RgmCursor    *cursor);
gint64       rgm_reader_integer   (RgmReader          *self,
                                   const RgmCursor    *cursor,
                                   gint64              least,
                                   gint64              most);
gboolean     rgm_reader_number    (RgmReader          *self,
                                   const RgmCursor    *cursor,
                                   double              least,
                                   double              most,
                                   double             *number);

const char  *rgm_reader_id        (RgmReader          *self,
                                   const RgmCursor    *cursor,
                                   RgmKind             kind,
                                   const char         *within);
void         rgm_reader_set_known (RgmReader          *self,
                                   RgmKind             kind,
                                   const char         *id,
                                   gpointer            object);
const char  *rgm_reader_reference (RgmReader          *self,
                                   const RgmCursor    *cursor,
                                   RgmKind             kind,
                                   const char         *within,
                                   gpointer           *object);
char       **rgm_reader_references
                                  (RgmReader          *self,
                                   const RgmCursor    *cursor,
                                   RgmKind             kind,
                                   const char         *within,
                                   GPtrArray         **objects);

G_END_DECLS
