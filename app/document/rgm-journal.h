/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "rgm-data-set.h"

G_BEGIN_DECLS

#define RGM_TYPE_JOURNAL (rgm_journal_get_type ())

/**
 * RgmJournal:
 *
 * What a program that is killed leaves of a document that was not saved: the document whole, and after it each step, by
 * which it differs from the one before; and what was typed and can't be stored. It is written in a thread. To be used in the
 * main thread. Each journal has a file of its own, also where several windows edit one document.
 *
 * The signal "fault" tells in a sentence that a step could not be kept; the next one is kept with it where it can be.
 */
G_DECLARE_FINAL_TYPE (RgmJournal, rgm_journal, RGM, JOURNAL, GObject)

RgmJournal *rgm_journal_new          (GFile       *file);
void        rgm_journal_keep         (RgmJournal  *self,
                                      RgmDataSet  *revision,
                                      GVariant    *texts);
gboolean    rgm_journal_flush        (RgmJournal  *self,
                                      GError     **error);
void        rgm_journal_end          (RgmJournal  *self);
void        rgm_journal_forget       (RgmJournal  *self);
void        rgm_journal_set_document (RgmJournal  *self,
                                      GFile       *file);

G_END_DECLS
