/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rgm-import.h"

G_BEGIN_DECLS

void     rgm_ictrp_read      (RgmImport  *self,
                              const char *text,
                              gsize       length);
gboolean rgm_ictrp_is_header (const char *text,
                              gsize       length);
void     rgm_ictrp_read_csv  (RgmImport  *self,
                              const char *text,
                              gsize       length);

G_END_DECLS
