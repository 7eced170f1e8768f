/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * RgmRecentKind:
 * @application: tells files of this kind from whatever else the program wrote
 * @mime_type: what they are
 * @action: opens one; takes its URI
 * @none: says that there is none, to be translated
 *
 * A kind of files that are remembered.
 */
typedef struct
{
  const char *application;
  const char *mime_type;
  const char *action;
  const char *none;
} RgmRecentKind;

extern const RgmRecentKind rgm_recent_data_sets;
extern const RgmRecentKind rgm_recent_stories;

void rgm_recent_add         (const RgmRecentKind *kind,
                             GFile               *file);
void rgm_recent_follow      (const RgmRecentKind *kind,
                             GMenu               *menu);
void rgm_recent_forget_gone (GFile               *file);

G_END_DECLS
