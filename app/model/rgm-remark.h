/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rgm-values.h"

G_BEGIN_DECLS

#define RGM_TYPE_REMARK (rgm_remark_get_type ())

/**
 * RgmRemark:
 *
 * A conflict, a caution or a note about a trial or the whole data set.
 */
G_DECLARE_FINAL_TYPE (RgmRemark, rgm_remark, RGM, REMARK, RgmRecord)

struct _RgmRemark
{
  RgmRecord    parent_instance;

  const char  *kind;        /* of RgmRemarkKind */
  const char  *about;       /* an endpoint's id, or n, phase, status, … */
  const char  *arm;         /* the id of an arm */
  const char  *text;
  const char  *summary;     /* a few words: what a chart's note has room for */
  GPtrArray   *citations;
};

extern const RgmDescription rgm_remark_description;

G_END_DECLS
