/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

cairo_status_t rgm_cairo_append_bytes (void                *bytes,
                                       const unsigned char *data,
                                       unsigned int         length);
gboolean       rgm_cairo_check        (cairo_status_t       status,
                                       GError             **error);

G_END_DECLS
