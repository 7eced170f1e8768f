/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * RgmLeftover:
 * @document: as it was kept, in the canonical form
 * @texts: what was typed into it and can't be stored, see rgm-typed-texts.h
 *
 * What a program that ended left of a document that was not saved. Whoever has it is the only one: nobody finds it until it
 * is freed, and then only if it was not discarded.
 */
typedef struct
{
  GBytes   *document;
  GVariant *texts;
  /*< private >*/
  GFile    *file;
  int       fd;
} RgmLeftover;

RgmLeftover *rgm_leftover_find           (GFile       *file);
GPtrArray   *rgm_leftover_list_documents (void);
void         rgm_leftover_discard        (RgmLeftover *self);
void         rgm_leftover_free           (RgmLeftover *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RgmLeftover, rgm_leftover_free)

G_END_DECLS
