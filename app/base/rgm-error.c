/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-error.h"

G_DEFINE_QUARK (rgm-error-quark, rgm_error)
