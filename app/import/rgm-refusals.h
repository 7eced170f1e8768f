/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * RgmRefusal:
 * @file: the name of the file
 * @place: (nullable): where in it; %NULL for the whole file
 * @reason: why it isn't taken, with the way on
 *
 * A file, a record or a part of a record that an import doesn't take.
 */
typedef struct
{
  char *file;
  char *place;
  char *reason;
} RgmRefusal;

/**
 * RgmRefusals:
 * @list: (element-type RgmRefusal): in the order of the files
 * @file: (nullable): the file that is being read
 * @unread: its fields that are not read, with how many records have each
 *
 * All that an import doesn't take: unlike faults, each is kept.
 */
typedef struct
{
  GPtrArray  *list;
  const char *file;
  GHashTable *unread;
} RgmRefusals;

RgmRefusals *rgm_refusals_new  (void);
void         rgm_refusals_free (RgmRefusals *self);
void         rgm_refusals_add  (RgmRefusals *self,
                                const char  *place,
                                const char  *format,
                                ...) G_GNUC_PRINTF (3, 4);
void         rgm_refusals_add_field
                               (RgmRefusals *self,
                                const char  *field);
void         rgm_refusals_end_file
                               (RgmRefusals *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RgmRefusals, rgm_refusals_free)

G_END_DECLS
