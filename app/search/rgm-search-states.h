/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rgm-data-set.h"

G_BEGIN_DECLS

/**
 * RgmStateFunc:
 * @id: a value of the field 'has'
 * @name: (nullable): what people call it
 * @data: what was passed along
 *
 * Takes one of the values, or a name of it.
 */
typedef void (*RgmStateFunc) (const char *id,
                              const char *name,
                              gpointer    data);

void rgm_search_states_list_names (const RgmEndpoint *endpoint,
                                   RgmStateFunc       func,
                                   gpointer           data);
void rgm_search_states_list       (const RgmOutcome  *outcome,
                                   RgmStateFunc       func,
                                   gpointer           data);

G_END_DECLS
