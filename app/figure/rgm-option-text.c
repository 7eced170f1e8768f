/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-option-text.h"

#include <string.h>

#include "rgm-enum.h"

static GVariant *
read_switch (const char *text)
{
  gboolean is_on = g_str_equal (text, RGM_OPTION_ON);

  return is_on || g_str_equal (text, RGM_OPTION_OFF) ? g_variant_new_boolean (is_on) : NULL;
}

/* Without the other things that strtod takes. */
static gboolean
is_number (const char *text,
           double     *number)
{
  char *end;

  *number = g_ascii_strtod (text, &end);

  return text[0] != '\0' && text[strspn (text, "-.0123456789")] == '\0' && *end == '\0';
}

static GVariant *
read_list (const RgmOption *self,
           const char      *text)
{
  g_auto (GStrv) parts = g_strsplit (text, ",", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      double time;

      g_strstrip (parts[i]);
      if (parts[i][0] == '\0' || (self->kind == RGM_OPTION_TIMES && (!is_number (parts[i], &time) || time < 0)))
        return NULL;
    }

  return g_variant_new_strv ((const char *const *) parts, -1);
}

/**
 * rgm_option_read:
 * @self: an option
 * @text: what is typed for it: 'yes' or 'no' for a switch, the nick of a choice, a number in the C locale, ids or times with commas
 *   between them, or the text
 *
 * Returns: (transfer floating) (nullable): the value for rgm_option_set(), which checks its range; %NULL if it isn't one
 */
GVariant *
rgm_option_read (const RgmOption *self,
                 const char      *text)
{
  double number;

  switch (self->kind)
    {
    case RGM_OPTION_SWITCH:
      return read_switch (text);
    case RGM_OPTION_CHOICE:
      return rgm_enum_find (self->type (), text) >= 0 ? g_variant_new_string (text) : NULL;
    case RGM_OPTION_NUMBER:
      return is_number (text, &number) ? g_variant_new_double (number) : NULL;
    case RGM_OPTION_IDS:
    case RGM_OPTION_TIMES:
      return read_list (self, text);
    case RGM_OPTION_TEXT:
      return g_variant_new_string (text);
    default:
      g_assert_not_reached ();
    }
}
