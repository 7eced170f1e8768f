/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

double rgm_beta_tail (double   p,
                      double   a,
                      double   b,
                      gboolean upper);

G_END_DECLS
