/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include "rgm-window-state-private.h"

static GVariant *
save_compared (RgmWindowState *self)
{
  GVariantBuilder ids;

  g_variant_builder_init (&ids, G_VARIANT_TYPE_STRING_ARRAY);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->compared)); i++)
    {
      g_autoptr (RgmTrial) trial = g_list_model_get_item (G_LIST_MODEL (self->compared), i);

      g_variant_builder_add (&ids, "s", trial->id);
    }

  return g_variant_builder_end (&ids);
}

static GVariant *
save_figures (RgmWindowState *self)
{
  GVariantBuilder figures;

  g_variant_builder_init (&figures, G_VARIANT_TYPE_VARDICT);
  for (guint i = 0; i < self->figures->len; i++)
    {
      RgmFigure *figure = g_ptr_array_index (self->figures, i);
      g_autoptr (GVariant) options = g_variant_ref_sink (rgm_figure_save_options (figure));
      GVariantDict kept;

      g_variant_dict_init (&kept, options);
      /* With a patient's findings entered, these may be what was found. */
      if (rgm_selection_get_patient (self->selection) != NULL)
        g_variant_dict_remove (&kept, "alterations");
      g_variant_builder_add (&figures, "{sv}", rgm_figure_get_kind (figure)->id, g_variant_dict_end (&kept));
    }

  return g_variant_builder_end (&figures);
}

static GVariant *
save_shown (RgmWindowState *self)
{
  GVariantBuilder shown;
  GHashTableIter iter;
  gpointer view, figure;

  g_variant_builder_init (&shown, G_VARIANT_TYPE ("a{ss}"));
  g_hash_table_iter_init (&iter, self->shown);
  while (g_hash_table_iter_next (&iter, &view, &figure))
    g_variant_builder_add (&shown, "{ss}", view, rgm_figure_get_kind (figure)->id);

  return g_variant_builder_end (&shown);
}

/**
 * rgm_window_state_save:
 * @self: a window's state
 *
 * Returns: (transfer floating): all that rgm_window_state_restore() brings back, of type a{sv}
 */
GVariant *
rgm_window_state_save (RgmWindowState *self)
{
  g_autofree char *uri = NULL;
  g_autofree char *text = NULL;
  GVariantDict saved;

  g_return_val_if_fail (RGM_IS_WINDOW_STATE (self), NULL);

  uri = self->file != NULL ? g_file_get_uri (self->file) : g_strdup ("");
  g_variant_dict_init (&saved, NULL);
  g_variant_dict_insert (&saved, "file", "s", uri);
  /* That there was a patient is not remembered either. */
  g_variant_dict_insert (&saved, "view", "s", g_str_equal (self->view, RGM_VIEW_PATIENT) ? RGM_VIEW_RESPONSE : self->view);
  g_variant_dict_insert (&saved, "sort", "s", rgm_selection_get_sort (self->selection));
  g_variant_dict_insert_value (&saved, "figures", save_figures (self));
  g_variant_dict_insert_value (&saved, "shown", save_shown (self));
  if (self->pending != NULL)
    {
      g_variant_dict_insert_value (&saved, "pending", self->pending);
      return g_variant_dict_end (&saved);
    }

  text = rgm_selection_dup_text_without_patient (self->selection);
  g_variant_dict_insert (&saved, "query", "s", text);
  g_variant_dict_insert_value (&saved, "facets", rgm_selection_save_facets (self->selection));
  g_variant_dict_insert_value (&saved, "compared", save_compared (self));
  g_variant_dict_insert (&saved, "trial", "s", self->trial != NULL ? self->trial->id : "");

  return g_variant_dict_end (&saved);
}

static void
restore_figures (RgmWindowState *self,
                 GVariant       *saved)
{
  g_autoptr (GVariant) figures = g_variant_lookup_value (saved, "figures", G_VARIANT_TYPE_VARDICT);
  g_autoptr (GVariant) shown = g_variant_lookup_value (saved, "shown", G_VARIANT_TYPE ("a{ss}"));
  GVariantIter iter;
  const char *view, *kind;

  for (guint i = 0; figures != NULL && i < self->figures->len; i++)
    {
      RgmFigure *figure = g_ptr_array_index (self->figures, i);
      g_autoptr (GVariant) options = g_variant_lookup_value (figures, rgm_figure_get_kind (figure)->id, G_VARIANT_TYPE_VARDICT);

      if (options != NULL)
        rgm_figure_restore_options (figure, options);
    }

  if (shown == NULL)
    return;
  g_variant_iter_init (&iter, shown);
  while (g_variant_iter_next (&iter, "{&s&s}", &view, &kind))
    {
      RgmFigure *figure = rgm_window_state_get_figure (self, kind);

      if (figure != NULL)
        rgm_window_state_set_shown (self, view, figure);
    }
}

/* What refers to a data set, once that is open. */
void
rgm_window_state_restore_pending (RgmWindowState *self)
{
  g_autoptr (GVariant) saved = g_steal_pointer (&self->pending);
  g_autoptr (GVariant) facets = g_variant_lookup_value (saved, "facets", G_VARIANT_TYPE ("a{sas}"));
  g_autofree const char **compared = NULL;
  const char *text, *trial;
  RgmDataSet *data_set = rgm_window_state_get_data_set (self);

  if (g_variant_lookup (saved, "query", "&s", &text))
    rgm_selection_set_text (self->selection, text);
  if (facets != NULL)
    rgm_selection_restore_facets (self->selection, facets);
  if (g_variant_lookup (saved, "compared", "^a&s", &compared))
    for (guint i = 0; compared[i] != NULL; i++)
      {
        RgmTrial *ticked = rgm_data_set_find_trial (data_set, compared[i]);

        if (ticked != NULL)
          rgm_window_state_compare (self, ticked, TRUE);
      }
  if (g_variant_lookup (saved, "trial", "&s", &trial))
    rgm_window_state_set_trial (self, rgm_data_set_find_trial (data_set, trial));
}

/**
 * rgm_window_state_restore:
 * @self: a window's state without a data set
 * @saved: what rgm_window_state_save() returned
 *
 * Brings back what a window showed. What refers to the data set follows when that data set
 * is opened; when another one is, it is let go.
 */
void
rgm_window_state_restore (RgmWindowState *self,
                          GVariant       *saved)
{
  g_autoptr (GVariant) pending = NULL;
  const char *text;

  g_return_if_fail (RGM_IS_WINDOW_STATE (self));

  if (g_variant_lookup (saved, "view", "&s", &text))
    rgm_window_state_set_view (self, text);
  if (g_variant_lookup (saved, "sort", "&s", &text))
    rgm_selection_set_sort (self->selection, text);
  restore_figures (self, saved);

  /* Closed before its data set was open, a window still remembers. */
  pending = g_variant_lookup_value (saved, "pending", G_VARIANT_TYPE_VARDICT);
  g_clear_pointer (&self->pending, g_variant_unref);
  self->pending = pending != NULL ? g_steal_pointer (&pending) : g_variant_ref (saved);
}
