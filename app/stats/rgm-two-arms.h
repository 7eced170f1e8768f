/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rgm-reason.h"

G_BEGIN_DECLS

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
