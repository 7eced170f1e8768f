/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

GFile *rgm_cli_open_input (const char  *path,
                           GError     **error);

G_END_DECLS
