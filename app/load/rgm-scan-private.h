/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rgm-scan.h"

G_BEGIN_DECLS

/* A key of an object that is still open. */
typedef struct
{
  const char *start;
  gsize       length;
  guint32     hash;
} RgmScanKey;

/* An object or a list that is still open. */
typedef struct
{
  const char *key;          /* of the member that is being read, unescaped, or NULL */
  gsize       key_length;
  const char *key_at;       /* where it stands in the bytes */
  guint       index;        /* of the element that is being read */
  guint       first_key;    /* where in the stack of keys this object's begin */
  guint64     seen;         /* one bit for each key's hash: most keys are new at a glance */
  gboolean    is_object;
} RgmScanFrame;

typedef struct
{
  const char *start;
  const char *end;
  const char *at;

  RgmFaults *faults;
  gboolean stopped;

  const char *counted_to;   /* lines are counted up to here */
  guint64 line;

  RgmScanFrame frames[RGM_SCAN_MAX_DEPTH];
  guint depth;
  GArray *keys;
  GStringChunk *unescaped;

  GPtrArray *sections;
  GArray *records;          /* of the section that is being read, if it is a list */
  guint n_records;
  const char *value_at[2];  /* where the values of the two outermost levels begin */

  RgmScanVisit visit;
  gpointer visit_data;
  GString *path;
  gsize path_length[RGM_SCAN_MAX_DEPTH + 1];    /* of the path to each open object and list */
} RgmScan;

void      rgm_scan_fault           (RgmScan       *self,
                                    const char    *at,
                                    const char    *format,
                                    ...) G_GNUC_PRINTF (3, 4);
char     *rgm_scan_describe        (const RgmScan *self,
                                    const char    *at);

gboolean  rgm_scan_text            (RgmScan       *self,
                                    gboolean      *has_escape);
char     *rgm_scan_unescape        (const char    *text,
                                    gsize          length);
gboolean  rgm_scan_number          (RgmScan       *self);

G_END_DECLS
