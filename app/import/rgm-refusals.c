/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-refusals.h"

static void
refusal_free (gpointer data)
{
  RgmRefusal *self = data;

  g_free (self->file);
  g_free (self->place);
  g_free (self->reason);
  g_free (self);
}

RgmRefusals *
rgm_refusals_new (void)
{
  RgmRefusals *self = g_new0 (RgmRefusals, 1);

  self->list = g_ptr_array_new_with_free_func (refusal_free);

  return self;
}

void
rgm_refusals_free (RgmRefusals *self)
{
  g_ptr_array_unref (self->list);
  g_free (self);
}

/**
 * rgm_refusals_add:
 * @self: a list
 * @place: (nullable): where in the file that is being read
 * @format: a printf format for the reason
 * @...: what goes into it
 */
void
rgm_refusals_add (RgmRefusals *self,
                  const char *place,
                  const char *format,
                  ...)
{
  RgmRefusal *refusal = g_new0 (RgmRefusal, 1);
  g_autofree char *reason = NULL;
  va_list args;

  refusal->file = g_strdup (self->file);
  refusal->place = place != NULL ? g_utf8_make_valid (place, -1) : NULL;
  va_start (args, format);
  reason = g_strdup_vprintf (format, args);
  va_end (args);
  refusal->reason = g_utf8_make_valid (reason, -1);

  g_ptr_array_add (self->list, refusal);
}
