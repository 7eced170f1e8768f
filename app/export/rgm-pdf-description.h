/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

void rgm_pdf_add_description (GByteArray *pdf,
                              const char *language,
                              const char *alternative);

G_END_DECLS
