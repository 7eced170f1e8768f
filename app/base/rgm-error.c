/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-error.h"

#include "rgm-isolate.h"

G_DEFINE_QUARK (rgm-error-quark, rgm_error)

/**
 * rgm_error_set:
 * @error: (nullable): the return location for the error
 * @domain: its domain
 * @code: its code
 * @format: a printf() format for a whole sentence
 *
 * What g_set_error() does, with each string isolated that has letters of the other direction than the user's language.
 */
void
rgm_error_set (GError    **error,
               GQuark      domain,
               int         code,
               const char *format,
               ...)
{
  g_autoptr (GString) message = NULL;
  va_list arguments;

  if (error == NULL)
    return;

  message = g_string_new (NULL);
  va_start (arguments, format);
  rgm_text_append_vprintf (message, format, arguments);
  va_end (arguments);
  g_set_error_literal (error, domain, code, message->str);
}
