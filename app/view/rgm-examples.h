/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void     rgm_examples_fill    (GMenu *menu);
GFile   *rgm_examples_find    (const char *id);
gboolean rgm_examples_contain (GFile *file);

G_END_DECLS
