/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* The type of what stands in a journal beside the document: the address of its file, and what was typed into its fields and can't be
   stored, by the paths of the fields. */
#define RGM_JOURNAL_BESIDE "(sa{ss})"

GBytes *rgm_journal_make_base   (GBytes    *document);
GBytes *rgm_journal_make_step   (GBytes    *before,
                                 GBytes    *after);
GBytes *rgm_journal_make_beside (GVariant  *beside);

GBytes *rgm_journal_replay      (GBytes    *journal,
                                 guint     *n_steps,
                                 gboolean  *is_whole,
                                 GVariant **beside);

G_END_DECLS
