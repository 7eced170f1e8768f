/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rgm-data-set.h"

G_BEGIN_DECLS

/* The field's standard terms: a data set says them in its own language, a person reads
 * them in theirs. */

const char *rgm_term          (const char *name);
const char *rgm_term_endpoint (RgmDataSet *data_set,
                               const char *id);
const char *rgm_term_class    (RgmDataSet *data_set,
                               const char *id);
char       *rgm_term_topic    (const char *topic);

G_END_DECLS
