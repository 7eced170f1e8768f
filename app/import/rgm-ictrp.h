/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rgm-import.h"

G_BEGIN_DECLS

void rgm_ictrp_read (RgmImport  *self,
                     const char *text,
                     gsize       length);

G_END_DECLS
