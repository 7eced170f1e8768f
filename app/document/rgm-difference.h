/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rgm-record.h"

G_BEGIN_DECLS

/**
 * RgmFieldChange:
 * @field: which field: 'status', 'dates.start.date', 'arms[a:b].outcomes[ORR].value'
 * @old_value: (nullable): its value before, as in a document; %NULL where there was none
 * @new_value: (nullable): its value afterwards
 * @is_number: whether the values are numbers
 * @unit: (nullable): in a merge, what is taken or left as a whole: 'status', 'dates.start',
 *   'arms[a:b].outcomes[ORR]'
 * @taken: whether the new value is taken
 * @is_fixed: whether no choice can change that
 * @reason: (nullable): why it isn't
 *
 * One field in which two records differ.
 */
typedef struct
{
  char     *field;
  char     *old_value;
  char     *new_value;
  gboolean  is_number;
  char     *unit;
  gboolean  taken;
  gboolean  is_fixed;
  char     *reason;
} RgmFieldChange;

GPtrArray  *rgm_difference_new       (void);
RgmFieldChange *rgm_difference_add       (GPtrArray            *changes,
                                      const char           *field,
                                      const char           *old_value,
                                      const char           *new_value);
void        rgm_difference_add_field (GPtrArray            *changes,
                                      const char           *prefix,
                                      const RgmField       *field,
                                      gconstpointer         one,
                                      gconstpointer         other);
void        rgm_difference_add_record
                                     (GPtrArray            *changes,
                                      const char           *prefix,
                                      const RgmDescription *description,
                                      gconstpointer         one,
                                      gconstpointer         other);
char       *rgm_difference_describe  (const RgmDescription *description,
                                      gconstpointer         record);

G_END_DECLS
