/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rgm-record.h"

G_BEGIN_DECLS

char *rgm_field_to_text (const RgmField *field,
                         gconstpointer   record,
                         const char     *separator);

G_END_DECLS
