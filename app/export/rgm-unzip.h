/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

GHashTable *rgm_unzip (GBytes  *archive,
                       GError **error);

G_END_DECLS
