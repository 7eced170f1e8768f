/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rgm-record.h"

G_BEGIN_DECLS

/**
 * RgmRecordWords:
 * @name: of the description, see RgmDescription, or of those in one list
 * @title: of a list of such records
 * @add: on the button that adds one
 * @added: the name of that step, after “Undo”
 * @deleted: the name of the step that deletes one, after “Undo”
 * @duplicated: the name of the step that makes a copy of one, after “Undo”
 * @moved: the name of the step that moves one up or down, after “Undo”
 *
 * What people read of a kind of record; not translated yet.
 */
typedef struct
{
  const char *name;
  const char *title;
  const char *add;
  const char *added;
  const char *deleted;
  const char *duplicated;
  const char *moved;
} RgmRecordWords;

const char           *rgm_field_label_get   (const RgmDescription *description,
                                             const RgmField       *field);
const char           *rgm_field_label_find  (const RgmDescription *description,
                                             const RgmField       *field);
const RgmRecordWords *rgm_record_words_find (const RgmDescription *description,
                                             const char           *path);

G_END_DECLS
