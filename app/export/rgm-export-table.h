/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rgm-figure.h"

G_BEGIN_DECLS

GBytes *rgm_export_table (RgmFigure *figure,
                          gboolean   as_html);

G_END_DECLS
