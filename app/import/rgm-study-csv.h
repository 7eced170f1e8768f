/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rgm-import.h"

G_BEGIN_DECLS

gboolean rgm_study_csv_is_header (const char *text,
                                  gsize       length);
void     rgm_study_csv_read      (RgmImport  *self,
                                  const char *text,
                                  gsize       length);

gboolean rgm_study_csv_lacks_number
                                 (const char *text,
                                  gsize       length);

G_END_DECLS
