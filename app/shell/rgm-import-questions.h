/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "rgm-import-task.h"

G_BEGIN_DECLS

/* Called when a question is answered otherwise than before. */
typedef void (*RgmAnswered) (gpointer data);

GtkWidget *rgm_import_questions_new (RgmImportReview *review,
                                     RgmAnswered      answered,
                                     gpointer         data);

G_END_DECLS
