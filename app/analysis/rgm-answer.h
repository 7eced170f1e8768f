/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * RgmAnswer:
 *
 * Kleene's three values, in an order in which "and" is the least, and "or" the greatest, of its arguments.
 */
typedef enum
{
  RGM_ANSWER_NO,
  RGM_ANSWER_UNKNOWN,
  RGM_ANSWER_YES,
} RgmAnswer;

const char *rgm_answer_to_nick  (RgmAnswer answer);
const char *rgm_answer_to_label (RgmAnswer answer);

G_END_DECLS
