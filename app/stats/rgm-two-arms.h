/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rgm-reason.h"

G_BEGIN_DECLS

/**
 * RGM_FISHER_MAX:
 *
 * The largest arm that Fisher's exact test takes: it adds up as many tables as there are
 * responders, and with more of them it would take seconds and lose digits.
 */
#define RGM_FISHER_MAX G_GINT64_CONSTANT (1000000)

RgmReason rgm_newcombe             (gint64  x1,
                                    gint64  n1,
                                    gint64  x2,
                                    gint64  n2,
                                    double  level,
                                    double *lower,
                                    double *upper);

RgmReason rgm_miettinen_nurminen   (gint64  x1,
                                    gint64  n1,
                                    gint64  x2,
                                    gint64  n2,
                                    double  level,
                                    double *lower,
                                    double *upper);

RgmReason rgm_fisher_exact         (gint64  x1,
                                    gint64  n1,
                                    gint64  x2,
                                    gint64  n2,
                                    double *p);

G_END_DECLS
