/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rgm-record.h"

G_BEGIN_DECLS

#define RGM_TYPE_SOURCE (rgm_source_get_type ())

/**
 * RgmSource:
 *
 * A publication: the review, a paper that it cites, a guideline.
 */
G_DECLARE_FINAL_TYPE (RgmSource, rgm_source, RGM, SOURCE, RgmRecord)

struct _RgmSource
{
  RgmRecord    parent_instance;

  const char  *id;
  const char  *kind;       /* of RgmSourceKind */
  gint64       number;     /* in the review's list of references */
  const char  *citation;
  const char  *title;
  gint64       year;
  const char  *doi;
  const char  *url;
  const char  *licence;
};

extern const RgmDescription rgm_source_description;

G_END_DECLS
