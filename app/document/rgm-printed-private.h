/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rgm-printed.h"
#include "rgm-unit.h"

G_BEGIN_DECLS

typedef enum
{
  RGM_PRINTED_NUMBER,
  RGM_PRINTED_PERCENT,
  RGM_PRINTED_STATE,      /* NR, not reached, NE … */
  RGM_PRINTED_OPEN,       /* ( or [ */
  RGM_PRINTED_CLOSE,
  RGM_PRINTED_TO,         /* a dash, or 'to' */
  RGM_PRINTED_COMMA,      /* or a semicolon */
  RGM_PRINTED_OF,         /* a slash, or 'of' */
  RGM_PRINTED_UNIT,
  RGM_PRINTED_INTERVAL,   /* 'CI' */
  RGM_PRINTED_RELATION,
  RGM_PRINTED_FILLER,     /* 'median', 'patients' and the like, which say nothing of their own */
} RgmPrintedKind;

typedef struct
{
  RgmPrintedKind kind;
  double         number;
  RgmState       state;
  gboolean       is_short;   /* of a state: 'NR', which has two meanings */
  RgmUnit        unit;
  RgmRelation    relation;
  int            decimals;
  guint          depth;      /* of brackets around it */
  gsize          start;
  gsize          end;
  gboolean       is_used;
} RgmPrintedToken;

GArray *rgm_printed_scan      (const char  *text,
                               GError     **error);
char   *rgm_printed_find_unit (const char  *text);

G_END_DECLS
