/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

double rgm_chi2_lower    (double tail,
                          double df);
double rgm_chi2_upper    (double tail,
                          double df);
double rgm_student_upper (double tail,
                          double df);

G_END_DECLS
