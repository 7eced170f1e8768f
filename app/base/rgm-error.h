/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * RGM_ERROR:
 *
 * The domain of errors that the user can correct: in a file, a query or a command line.
 */
#define RGM_ERROR (rgm_error_quark ())

/**
 * RgmError:
 * @RGM_ERROR_INPUT: the input is at fault; the message says where
 * @RGM_ERROR_CALL: the call is at fault: an unknown option, figure, ID or field
 * @RGM_ERROR_WRITE: a file could not be written; the message names it and says why
 * @RGM_ERROR_CHANGED: a file was changed by another program after it was read
 * @RGM_ERROR_RANGE: a number is outside the domain of a method
 * @RGM_ERROR_REFUSED: the answer would mislead; the message says why
 * @RGM_ERROR_NO_ANSWER: the method did not converge or has no root
 * @RGM_ERROR_UNFINISHED: a query breaks off, as it does while it is being typed
 *
 * Codes of %RGM_ERROR.
 */
typedef enum
{
  RGM_ERROR_INPUT,
  RGM_ERROR_CALL,
  RGM_ERROR_WRITE,
  RGM_ERROR_CHANGED,
  RGM_ERROR_RANGE,
  RGM_ERROR_REFUSED,
  RGM_ERROR_NO_ANSWER,
  RGM_ERROR_UNFINISHED,
} RgmError;

GQuark rgm_error_quark (void);
void   rgm_error_set   (GError    **error,
                        GQuark      domain,
                        int         code,
                        const char *format,
                        ...) G_GNUC_PRINTF (4, 5);

G_END_DECLS
