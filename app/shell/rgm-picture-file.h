/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gdk/gdk.h>

G_BEGIN_DECLS

/* A larger picture is made smaller: no chart is read more closely. In pixels. */
#define RGM_PICTURE_MAX_SIDE 5000

void        rgm_picture_file_load_async (GFile               *file,
                                         GCancellable        *cancellable,
                                         GAsyncReadyCallback  callback,
                                         gpointer             data);
GdkPixbuf  *rgm_picture_file_load_finish
                                        (GAsyncResult        *result,
                                         GError             **error);
const char *rgm_picture_file_get_note   (GdkPixbuf           *picture);
void        rgm_picture_file_save_async (GFile               *file,
                                         GdkPixbuf           *picture,
                                         const char          *note,
                                         GAsyncReadyCallback  callback,
                                         gpointer             data);
char       *rgm_picture_file_save_finish
                                        (GAsyncResult        *result,
                                         GError             **error);

G_END_DECLS
