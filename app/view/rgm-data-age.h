/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char    *rgm_data_age_text  (const GDate *as_of,
                           const GDate *today);
void     rgm_data_age_today  (GDate       *today);

G_END_DECLS
