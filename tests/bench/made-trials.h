/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

/* Many trials for timings: of made-up words, as often as words are in any text. */

char       **made_words_new  (void);
const char  *made_words_pick (GRand  *rand,
                              char  **words);
GBytes      *made_trials_new (char  **words,
                              guint   n);
