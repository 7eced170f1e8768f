/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rgm-deck.h"

G_BEGIN_DECLS

char *rgm_slides_make_name   (const char     *title,
                              const char     *suffix);
char *rgm_slides_save        (RgmDeck        *deck,
                              RgmDeckFormat   format,
                              GFile          *file,
                              GError        **error);
char *rgm_slides_save_folder (RgmDeck        *deck,
                              GFile          *parent,
                              const char     *title,
                              GError        **error);

G_END_DECLS
