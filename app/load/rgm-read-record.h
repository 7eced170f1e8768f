/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rgm-reader.h"

G_BEGIN_DECLS

gboolean  rgm_read_key    (RgmReader            *reader,
                           const RgmCursor      *cursor,
                           const RgmDescription *description,
                           guint                *field);
void      rgm_read_lack   (RgmReader            *reader,
                           const RgmCursor      *cursor,
                           const RgmField       *field);
void      rgm_read_field  (RgmReader            *reader,
                           const RgmCursor      *cursor,
                           const RgmDescription *description,
                           const RgmField       *field,
                           gpointer              record,
                           const char           *owner);
gpointer  rgm_read_record (RgmReader            *reader,
                           const RgmCursor      *cursor,
                           const RgmDescription *description,
                           const char           *owner);
gboolean  rgm_read_check  (RgmReader            *reader,
                           const RgmCursor      *cursor,
                           const RgmDescription *description,
                           gconstpointer         record);

G_END_DECLS
