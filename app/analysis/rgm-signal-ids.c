/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <glib/gi18n-lib.h>

#include "rgm-error.h"
#include "rgm-did-you-mean.h"
#include "rgm-punctuation.h"
#include "rgm-signal-ids.h"

/* The first member of every pathway value with an id. */
typedef struct
{
  const char *id;
} Named;

G_STATIC_ASSERT (G_STRUCT_OFFSET (RgmAlteration, id) == 0);
G_STATIC_ASSERT (G_STRUCT_OFFSET (RgmCondition, id) == 0);

/*< private >
 * rgm_ids_once:
 * @ids: (nullable) (array zero-terminated=1): ids
 *
 * Returns: (transfer full) (array zero-terminated=1): the ids, without repetitions
 */
char **
rgm_ids_once (const char *const *ids)
{
  g_autoptr (GPtrArray) once = g_ptr_array_new ();

  for (guint i = 0; ids != NULL && ids[i] != NULL; i++)
    if (!g_ptr_array_find_with_equal_func (once, ids[i], g_str_equal, NULL))
      g_ptr_array_add (once, (gpointer) ids[i]);
  g_ptr_array_add (once, NULL);

  return g_strdupv ((char **) once->pdata);
}

/* Reports an unknown id and the one that was probably meant. */
static void
complain (GError     **error,
          const char  *format,
          const char  *id,
          char       **known)
{
  const char *near = rgm_did_you_mean (id, (const char *const *) known);
  g_autofree char *list = rgm_join_words (known);
  g_autoptr (GString) what = g_string_new (format);

  g_string_replace (what, "%s", id, 1);

  if (near != NULL)
    /* Translators: the first is one of the sentences 'There is no agent “%s”.', with an id in it. */
    rgm_error_set (error, RGM_ERROR, RGM_ERROR_CALL, _("%s Did you mean “%s”?"), what->str, near);
  else
    /* Translators: the second is a list of ids. */
    rgm_error_set (error, RGM_ERROR, RGM_ERROR_CALL, _("%s Available: %s."), what->str, list);
}

/*< private >
 * rgm_ids_find:
 * @ids: (array zero-terminated=1): ids of alterations or of conditions
 * @values: the alterations or conditions that there are
 * @format: what to say of an id that is none, with %s in it
 * @error: return location for a #GError
 *
 * Returns: (transfer container) (nullable): the values with the ids, or %NULL with an error
 *   that names a near one
 */
GPtrArray *
rgm_ids_find (char       **ids,
              GPtrArray   *values,
              const char  *format,
              GError     **error)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new ();
  g_autoptr (GPtrArray) known = g_ptr_array_new ();

  for (guint i = 0; i < values->len; i++)
    g_ptr_array_add (known, (gpointer) ((const Named *) g_ptr_array_index (values, i))->id);
  g_ptr_array_add (known, NULL);

  for (guint i = 0; ids[i] != NULL; i++)
    {
      guint index = 0;

      while (index < values->len && !g_str_equal (g_ptr_array_index (known, index), ids[i]))
        index++;

      if (index == values->len)
        {
          complain (error, format, ids[i], (char **) known->pdata);
          return NULL;
        }
      g_ptr_array_add (found, g_ptr_array_index (values, index));
    }

  return g_steal_pointer (&found);
}

/*< private >
 * rgm_ids_check_agents:
 * @ids: (array zero-terminated=1): ids of agents
 * @data_set: a data set
 * @error: return location for a #GError
 *
 * Returns: whether the data set has them all; if not, the error names a near one
 */
gboolean
rgm_ids_check_agents (char       **ids,
                      RgmDataSet  *data_set,
                      GError     **error)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) known = NULL;
  GListModel *agents = rgm_data_set_get_agents (data_set);

  for (guint i = 0; i < g_list_model_get_n_items (agents); i++)
    {
      g_autoptr (RgmAgent) agent = g_list_model_get_item (agents, i);

      g_strv_builder_add (builder, agent->id);
    }
  known = g_strv_builder_end (builder);

  for (guint i = 0; ids[i] != NULL; i++)
    if (rgm_data_set_find_agent (data_set, ids[i]) == NULL)
      {
        complain (error, _("There is no agent “%s”."), ids[i], known);
        return FALSE;
      }

  return TRUE;
}
