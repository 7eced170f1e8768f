/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-note-place.h"

/**
 * rgm_note_place:
 * @arm: the id of an arm
 * @endpoint: (nullable): the id of an endpoint; %NULL for the arm itself
 * @subgroup: (nullable): the label of a subgroup whose number it is; %NULL for the number of the arm
 *
 * Returns: (transfer full): the place of a note on the arm, or on a number
 */
char *
rgm_note_place (const char *arm,
                const char *endpoint,
                const char *subgroup)
{
  const char *parts[] = { arm, endpoint, subgroup };
  GString *place = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (parts) && parts[i] != NULL; i++)
    {
      if (i > 0)
        g_string_append_c (place, '/');
      g_string_append_uri_escaped (place, parts[i], NULL, FALSE);
    }

  return g_string_free (place, FALSE);
}

/**
 * rgm_note_place_split:
 * @place: a place of a trial, "" for the trial itself
 *
 * Returns: (transfer full): the id of the arm, then the id of the endpoint, then the label of the subgroup, as many of them as
 *   rgm_note_place() was given
 */
char **
rgm_note_place_split (const char *place)
{
  g_auto (GStrv) escaped = g_strsplit (place, "/", -1);
  g_autoptr (GStrvBuilder) parts = g_strv_builder_new ();

  for (guint i = 0; escaped[i] != NULL; i++)
    {
      g_autofree char *part = g_uri_unescape_string (escaped[i], NULL);

      if (part != NULL)
        g_strv_builder_add (parts, part);
    }

  return g_strv_builder_end (parts);
}
