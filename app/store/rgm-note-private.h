/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What is noted at one place of a trial. */
typedef struct
{
  gboolean is_bookmarked;
  char    *text;
} RgmNotePart;

/* What is noted on a trial, its arms and its numbers: a group of the file. */
typedef struct
{
  char       *group;
  char       *data_set;
  char       *trial;
  char      **registrations;
  GHashTable *parts;             /* by their place, "" for the trial itself */
} RgmNote;

RgmNote           *rgm_note_new            (const char    *group,
                                            const char    *data_set,
                                            const char    *trial);
void               rgm_note_free           (RgmNote       *self);
void               rgm_note_read_parts     (RgmNote       *self,
                                            GKeyFile      *key_file);
const RgmNotePart *rgm_note_find           (const RgmNote *self,
                                            const char    *place);
gboolean           rgm_note_is_empty       (const RgmNote *self);
void               rgm_note_set_bookmarked (RgmNote       *self,
                                            GKeyFile      *key_file,
                                            const char    *place,
                                            gboolean       is_bookmarked);
void               rgm_note_set_text       (RgmNote       *self,
                                            GKeyFile      *key_file,
                                            const char    *place,
                                            const char    *text);

G_END_DECLS
