/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

void     rgm_gsl_init  (void);

double   rgm_gsl_brent (double  (*function) (double x,
                                             void  *data),
                        void     *data,
                        double    low,
                        double    high,
                        double    absolute,
                        double    relative);

double   rgm_gsl_newton (void   (*function) (double  x,
                                             void   *data,
                                             double *value,
                                             double *slope),
                         void    *data,
                         double   guess,
                         double   reach,
                         double   precision);

G_END_DECLS
