/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <glib/gi18n-lib.h>

#include "rgm-cairo-output.h"
#include "rgm-error.h"

/**
 * rgm_cairo_append_bytes:
 * @bytes: (type GByteArray): the buffer that the surface is written to
 * @data: the next bytes
 * @length: the number of bytes
 *
 * A #cairo_write_func_t.
 *
 * Returns: %CAIRO_STATUS_SUCCESS
 */
cairo_status_t
rgm_cairo_append_bytes (void                *bytes,
                        const unsigned char *data,
                        unsigned int         length)
{
  g_byte_array_append (bytes, data, length);

  return CAIRO_STATUS_SUCCESS;
}

gboolean
rgm_cairo_check (cairo_status_t   status,
                 GError         **error)
{
  if (status == CAIRO_STATUS_SUCCESS)
    return TRUE;

  rgm_error_set (error, RGM_ERROR, RGM_ERROR_NO_ANSWER, _ ("The figure could not be drawn: %s"),
                 cairo_status_to_string (status));

  return FALSE;
}
