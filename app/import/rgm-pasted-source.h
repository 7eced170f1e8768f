/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rgm-source.h"

G_BEGIN_DECLS

/**
 * RgmPastedSource:
 * @source: (nullable): what was understood, without an id; what the text doesn't tell is absent
 * @understood: (nullable): what the text was taken for, in sentences
 * @notes: (element-type utf8): what isn't understood, or not taken, each a sentence that says where it stands
 *
 * A source as somebody has it at hand: a text from a paper, an address or a program for references.
 */
typedef struct
{
  RgmSource *source;
  char      *understood;
  GPtrArray *notes;
} RgmPastedSource;

RgmPastedSource *rgm_pasted_source_read (const char      *text);
void             rgm_pasted_source_free (RgmPastedSource *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RgmPastedSource, rgm_pasted_source_free)

G_END_DECLS
