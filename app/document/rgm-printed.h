/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rgm-data-set.h"

G_BEGIN_DECLS

/**
 * RgmPrinted:
 * @outcome: what an outcome then says: endpoint, estimate with the text as published,
 *   responders, analysed, and which of them were derived; no citations
 * @understood: what was understood, in sentences
 * @doubt: (nullable): what was taken for granted, in sentences, with the way to say it
 *
 * A result as a paper prints it: "8/27 (29.6%)", "6.9 (4.1–8.7) months", "NR (14.2–NR)".
 */
typedef struct
{
  RgmOutcome *outcome;
  char       *understood;
  char       *doubt;
} RgmPrinted;

RgmPrinted *rgm_printed_parse (const char         *text,
                               const RgmEndpoint  *endpoint,
                               gint64              n,
                               GError            **error);
void        rgm_printed_free  (RgmPrinted         *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RgmPrinted, rgm_printed_free)

G_END_DECLS
