/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

GListModel *rgm_record_list_new (GType      item_type,
                                 GPtrArray *records);

G_END_DECLS
