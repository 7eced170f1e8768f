/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rgm-data-set.h"

G_BEGIN_DECLS

/* Checks the ids of a request against the data set. */

char     **rgm_ids_once         (const char *const  *ids);
GPtrArray *rgm_ids_find         (char              **ids,
                                 GPtrArray          *values,
                                 const char         *format,
                                 GError            **error);
gboolean   rgm_ids_check_agents (char              **ids,
                                 RgmDataSet         *data_set,
                                 GError            **error);

G_END_DECLS
