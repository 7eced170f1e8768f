/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rgm-json-writer.h"
#include "rgm-pooling.h"
#include "rgm-table.h"

G_BEGIN_DECLS

/* What `regimen pool` answers. Several poolings are of the same arms by several models. */

char     *rgm_response_text_remarks
                                 (const RgmResponse *response);
void      rgm_pooling_write_json (const RgmPooling *pooling,
                                  const char       *endpoint,
                                  RgmJsonWriter    *writer);
RgmTable *rgm_poolings_to_table  (GPtrArray        *poolings);
char     *rgm_pooling_to_text    (const RgmPooling *pooling);
char     *rgm_poolings_to_text   (GPtrArray        *poolings);

G_END_DECLS
