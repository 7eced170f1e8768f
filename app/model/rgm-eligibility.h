/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rgm-citation-ref.h"

G_BEGIN_DECLS

#define RGM_TYPE_RULE (rgm_rule_get_type ())
#define RGM_TYPE_LINES (rgm_lines_get_type ())

/* One rule of eligibility: any one of its values will do. What no rule mentions is
 * unknown, not false. */
typedef struct
{
  const char  *biomarker;   /* the id of a biomarker */
  char       **values;      /* ids of its values */
  gboolean     excluded;
  gboolean     proposed;    /* read by the program from the published words; nobody has confirmed it */
  gboolean     incomplete;  /* more is asked for than the values say: having one is needed, and does not decide */
  const char  *alternative; /* of the rules with the same word one is enough */
  const char  *text;
  const char  *published;   /* the words as published */
  GPtrArray   *citations;
} RgmRule;

/* Prior lines of therapy. */
typedef struct
{
  const char *text;
  const char *published;    /* the words as published, where the text is not */
  gint64      min_prior;    /* -1 where unknown */
  gint64      max_prior;    /* 0 for first-line; -1 where unknown */
  gboolean    proposed;     /* as of a rule */
  GPtrArray  *citations;
} RgmLines;

RGM_DECLARE_VALUE (RgmRule, rgm_rule)
RGM_DECLARE_VALUE (RgmLines, rgm_lines)

G_END_DECLS
