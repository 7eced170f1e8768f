/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rgm-figure-options.h"

G_BEGIN_DECLS

/* How a switch is typed. */
#define RGM_OPTION_ON "yes"
#define RGM_OPTION_OFF "no"

GVariant *rgm_option_read (const RgmOption *self,
                           const char      *text);

G_END_DECLS
