/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * RgmLibraryEntry:
 * @file: a data set of one's own
 * @name: the name of its file, without the ending
 * @size: in bytes
 * @modified: when it was saved last
 */
typedef struct
{
  GFile     *file;
  char      *name;
  gint64     size;
  GDateTime *modified;
} RgmLibraryEntry;

GFile     *rgm_library_get_folder   (void);
GFile     *rgm_library_make_file    (const char  *name);
GPtrArray *rgm_library_list         (void);

GFile     *rgm_unsaved_make_file    (GFile       *file);
GPtrArray *rgm_unsaved_list         (GFile       *file);

void       rgm_seen_keep            (GFile       *file,
                                     GBytes      *bytes);
GBytes    *rgm_seen_find            (GFile       *file);

G_END_DECLS
