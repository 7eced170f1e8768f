/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * RGM_ERROR:
 *
 * The domain of every error that is a person's to mend: a file, a query, a call.
 */
#define RGM_ERROR (rgm_error_quark ())

/**
 * RgmError:
 * @RGM_ERROR_INPUT: the data that was read is at fault; the message names the place
 * @RGM_ERROR_CALL: the call is at fault: an unknown option, figure, id or field
 * @RGM_ERROR_RANGE: a number is outside what a method is defined for
 * @RGM_ERROR_REFUSED: the question has an answer that would mislead; the message says why
 * @RGM_ERROR_NO_ANSWER: the method ran and found none (did not converge, no root)
 *
 * Codes of %RGM_ERROR.
 */
typedef enum
{
  RGM_ERROR_INPUT,
  RGM_ERROR_CALL,
  RGM_ERROR_RANGE,
  RGM_ERROR_REFUSED,
  RGM_ERROR_NO_ANSWER,
} RgmError;

GQuark rgm_error_quark (void);

G_END_DECLS
