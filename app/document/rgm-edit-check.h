/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rgm-data-set.h"

G_BEGIN_DECLS

gconstpointer rgm_edit_look_up      (RgmDataSet           *data_set,
                                     const RgmDescription *description,
                                     const char           *id);
gboolean      rgm_edit_check_field  (RgmDataSet           *data_set,
                                     const RgmDescription *description,
                                     gconstpointer         record,
                                     const RgmField       *field,
                                     const char           *owner,
                                     GError              **error);
gboolean      rgm_edit_check_record (RgmDataSet           *data_set,
                                     const RgmDescription *description,
                                     gconstpointer         record,
                                     const char           *owner,
                                     GError              **error);
gboolean      rgm_edit_refuse       (GError              **error,
                                     const char           *fault);

G_END_DECLS
