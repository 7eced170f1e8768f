/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rgm-data-set.h"

G_BEGIN_DECLS

gboolean rgm_edit_value_set_text   (RgmDataSet          *data_set,
                                    const RgmField      *field,
                                    gpointer             fields,
                                    const char          *text,
                                    GPtrArray           *pool,
                                    GError             **error);
gboolean rgm_edit_value_set_texts  (RgmDataSet          *data_set,
                                    const RgmField      *field,
                                    gpointer             fields,
                                    const char * const  *texts,
                                    GPtrArray           *pool,
                                    GPtrArray           *arrays,
                                    GError             **error);
char    *rgm_edit_value_to_text    (const RgmField      *field,
                                    gconstpointer        record);

G_END_DECLS
