/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

#include "rgm-faults.h"

G_BEGIN_DECLS

/* The first reading of a document: is it JSON at all, to the letter of RFC 8259?
 *
 * json-glib forgives what others refuse and can be brought down by nesting, so that it
 * only gets what has passed here. One pass, no recursion, and memory that doesn't grow
 * with the depth or the length of what is read. */

/* What no data set needs, and what would cost memory or time without bound. */
#define RGM_SCAN_MAX_DEPTH 64
#define RGM_SCAN_MAX_KEYS 128
#define RGM_SCAN_MAX_RECORDS 1000000
#define RGM_SCAN_MAX_RECORD_BYTES (4 * 1024 * 1024)
#define RGM_SCAN_MAX_NUMBER 100
#define RGM_SCAN_MAX_DIGITS 18

/**
 * RgmSlice:
 * @start: offset of its first byte
 * @end: offset after its last byte
 *
 * The bytes of one value.
 */
typedef struct
{
  gsize start;
  gsize end;
} RgmSlice;

/**
 * RgmSection:
 * @key: (nullable): the key in the document's object, unescaped; %NULL where the document is a list
 * @value: its value's bytes
 * @records: (element-type RgmSlice) (nullable): the elements if the value is a list
 *
 * One member of the document, cut out to be parsed on its own: what is parsed at once
 * is never more than a record, however large the document.
 */
typedef struct
{
  char     *key;
  RgmSlice  value;
  GArray   *records;
} RgmSection;

/**
 * RgmScanVisit:
 * @path: the JSON path of a value
 * @offset: where in the bytes it begins: its key, if it has one
 * @data: the caller's own
 *
 * Called for each value, in the order of the document.
 */
typedef void (*RgmScanVisit) (const char *path,
                              gsize       offset,
                              gpointer    data);

GPtrArray *rgm_scan_document (const char      *bytes,
                              gsize            length,
                              RgmFaults       *faults);
void       rgm_scan_values   (const char      *bytes,
                              gsize            length,
                              RgmScanVisit     visit,
                              gpointer         data);
void       rgm_scan_append_key
                             (GString         *path,
                              const char      *key,
                              gsize            length);

G_END_DECLS
