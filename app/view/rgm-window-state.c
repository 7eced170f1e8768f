/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <glib/gi18n-lib.h>

#include "rgm-figure-kinds.h"
#include "rgm-isolate.h"
#include "rgm-story-document.h"
#include "rgm-window-state-private.h"

G_DEFINE_FINAL_TYPE (RgmWindowState, rgm_window_state, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_DATA_SET,
  PROP_DOCUMENT,
  PROP_EDITING,
  PROP_TYPED,
  PROP_SELECTION,
  PROP_TRIAL,
  PROP_HOVERED,
  PROP_COMPARED,
  PROP_VIEW,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
rgm_window_state_dispose (GObject *object)
{
  RgmWindowState *self = RGM_WINDOW_STATE (object);

  g_clear_pointer (&self->shown, g_hash_table_unref);
  g_clear_pointer (&self->figures, g_ptr_array_unref);
  g_clear_object (&self->story);
  g_clear_object (&self->selection);
  g_clear_object (&self->trial);
  g_clear_object (&self->compared);
  g_clear_object (&self->file);
  g_clear_object (&self->document);
  g_clear_pointer (&self->typed, g_free);
  g_clear_pointer (&self->hovered, g_free);
  g_clear_pointer (&self->view, g_free);
  g_clear_pointer (&self->pending, g_variant_unref);

  G_OBJECT_CLASS (rgm_window_state_parent_class)->dispose (object);
}

static void
rgm_window_state_get_property (GObject    *object,
                               guint       prop_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  RgmWindowState *self = RGM_WINDOW_STATE (object);

  switch (prop_id)
    {
    case PROP_DATA_SET:
      g_value_set_object (value, rgm_window_state_get_data_set (self));
      break;
    case PROP_DOCUMENT:
      g_value_set_object (value, self->document);
      break;
    case PROP_EDITING:
      g_value_set_boolean (value, self->is_editing);
      break;
    case PROP_TYPED:
      g_value_set_string (value, self->typed);
      break;
    case PROP_SELECTION:
      g_value_set_object (value, self->selection);
      break;
    case PROP_TRIAL:
      g_value_set_object (value, self->trial);
      break;
    case PROP_HOVERED:
      g_value_set_string (value, self->hovered);
      break;
    case PROP_COMPARED:
      g_value_set_object (value, self->compared);
      break;
    case PROP_VIEW:
      g_value_set_string (value, self->view);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
rgm_window_state_set_property (GObject      *object,
                               guint         prop_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  switch (prop_id)
    {
    case PROP_VIEW:
      rgm_window_state_set_view (RGM_WINDOW_STATE (object), g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
rgm_window_state_class_init (RgmWindowStateClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->dispose = rgm_window_state_dispose;
  object_class->get_property = rgm_window_state_get_property;
  object_class->set_property = rgm_window_state_set_property;

  properties[PROP_DATA_SET] = g_param_spec_object ("data-set", NULL, NULL, RGM_TYPE_DATA_SET, flags);
  properties[PROP_DOCUMENT] = g_param_spec_object ("document", NULL, NULL, RGM_TYPE_DOCUMENT, flags);
  properties[PROP_EDITING] = g_param_spec_boolean ("editing", NULL, NULL, FALSE, flags);
  properties[PROP_TYPED] = g_param_spec_string ("typed", NULL, NULL, NULL, flags);
  properties[PROP_SELECTION] = g_param_spec_object ("selection", NULL, NULL, RGM_TYPE_SELECTION, flags);
  properties[PROP_TRIAL] = g_param_spec_object ("trial", NULL, NULL, RGM_TYPE_TRIAL, flags);
  properties[PROP_HOVERED] = g_param_spec_string ("hovered", NULL, NULL, NULL, flags);
  properties[PROP_COMPARED] = g_param_spec_object ("compared", NULL, NULL, G_TYPE_LIST_MODEL, flags);
  properties[PROP_VIEW] = g_param_spec_string ("view", NULL, NULL, NULL,
                                               G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

/* The pathway is looked at anew for another patient. */
static void
on_patient_changed (RgmWindowState *self)
{
  rgm_figure_set_option (rgm_window_state_get_figure (self, "pathway"), "alterations", NULL);
}

static void
rgm_window_state_init (RgmWindowState *self)
{
  g_auto (GStrv) kinds = rgm_figure_list_kinds ();

  self->selection = rgm_selection_new ();
  self->compared = g_list_store_new (RGM_TYPE_TRIAL);
  self->view = g_strdup (RGM_VIEW_RESPONSE);
  self->shown = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->figures = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; kinds[i] != NULL; i++)
    g_ptr_array_add (self->figures, rgm_figure_new (kinds[i], self->selection));

  g_signal_connect_object (self->selection, "notify::patient", G_CALLBACK (on_patient_changed), self, G_CONNECT_SWAPPED);

  /* The rates are looked at by class before anything is chosen. */
  rgm_figure_set_option (rgm_window_state_get_figure (self, "response"), "by", g_variant_new_string ("class"));
}

/**
 * rgm_window_state_new:
 *
 * Returns: (transfer full): the state of a window without a data set
 */
RgmWindowState *
rgm_window_state_new (void)
{
  return g_object_new (RGM_TYPE_WINDOW_STATE, NULL);
}

/* ── What is shown ───────────────────────────────────────────────────────────── */

/* The data set that is open, or NULL. */
RgmDataSet *
rgm_window_state_get_data_set (RgmWindowState *self)
{
  g_return_val_if_fail (RGM_IS_WINDOW_STATE (self), NULL);

  return rgm_selection_get_data_set (self->selection);
}

/* The file of the data set; NULL for the embedded one. */
GFile *
rgm_window_state_get_file (RgmWindowState *self)
{
  g_return_val_if_fail (RGM_IS_WINDOW_STATE (self), NULL);

  return self->file;
}

/* Once the data set is saved elsewhere. */
void
rgm_window_state_set_file (RgmWindowState *self,
                           GFile          *file)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *display_name = g_filename_display_name (name);

  g_return_if_fail (RGM_IS_WINDOW_STATE (self));

  g_set_object (&self->file, file);
  rgm_selection_set_origin (self->selection, display_name, FALSE);
  /* They say where their data come from. */
  g_ptr_array_foreach (self->figures, (GFunc) rgm_figure_changed, NULL);
}

/* What is edited, or NULL. */
RgmDocument *
rgm_window_state_get_document (RgmWindowState *self)
{
  g_return_val_if_fail (RGM_IS_WINDOW_STATE (self), NULL);

  return self->document;
}

/* A new revision is shown as soon as it is there. */
static void
on_revised (RgmWindowState *self)
{
  g_autoptr (RgmIndex) index = rgm_index_new_revised (rgm_selection_get_index (self->selection), rgm_document_get_data_set (self->document));
  gboolean is_changed_copy;

  rgm_selection_get_origin (self->selection, &is_changed_copy);
  rgm_window_state_set_index (self, index, self->file, is_changed_copy);
}

/**
 * rgm_window_state_set_document:
 * @self: a window's state
 * @document: (nullable): a document of the data set that is open
 *
 * Shows each revision of the document from now on.
 */
void
rgm_window_state_set_document (RgmWindowState *self,
                               RgmDocument    *document)
{
  g_return_if_fail (RGM_IS_WINDOW_STATE (self));
  g_return_if_fail (document == NULL || rgm_document_get_data_set (document) == rgm_window_state_get_data_set (self));

  if (self->document == document)
    return;

  if (self->document != NULL)
    g_signal_handlers_disconnect_by_func (self->document, on_revised, self);
  g_set_object (&self->document, document);
  if (document != NULL)
    g_signal_connect_object (document, "notify::data-set", G_CALLBACK (on_revised), self, G_CONNECT_SWAPPED);
  else
    rgm_window_state_set_editing (self, FALSE);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DOCUMENT]);
}

/* Whether the trial is shown as a form. */
gboolean
rgm_window_state_get_editing (RgmWindowState *self)
{
  g_return_val_if_fail (RGM_IS_WINDOW_STATE (self), FALSE);

  return self->is_editing;
}

void
rgm_window_state_set_editing (RgmWindowState *self,
                              gboolean        is_editing)
{
  g_return_if_fail (RGM_IS_WINDOW_STATE (self));

  is_editing = is_editing && self->document != NULL;
  if (self->is_editing == is_editing)
    return;

  self->is_editing = is_editing;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_EDITING]);
}

/* What is typed in a field and not left yet, named as the step that it will be; NULL where nothing is. */
const char *
rgm_window_state_get_typed (RgmWindowState *self)
{
  g_return_val_if_fail (RGM_IS_WINDOW_STATE (self), NULL);

  return self->typed;
}

void
rgm_window_state_set_typed (RgmWindowState *self,
                            const char     *typed)
{
  g_return_if_fail (RGM_IS_WINDOW_STATE (self));

  if (g_strcmp0 (self->typed, typed) == 0)
    return;

  g_free (self->typed);
  self->typed = g_strdup (typed);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TYPED]);
}

/* The same trials in another revision of the data set, as far as they are still there. */
static void
revise_trials (RgmWindowState *self)
{
  RgmDataSet *data_set = rgm_window_state_get_data_set (self);
  g_autoptr (GPtrArray) revised = g_ptr_array_new ();

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->compared)); i++)
    {
      g_autoptr (RgmTrial) trial = g_list_model_get_item (G_LIST_MODEL (self->compared), i);
      RgmTrial *same = rgm_data_set_find_trial (data_set, trial->id);

      if (same != NULL)
        g_ptr_array_add (revised, same);
    }
  g_list_store_splice (self->compared, 0, g_list_model_get_n_items (G_LIST_MODEL (self->compared)), revised->pdata, revised->len);
  if (self->trial != NULL)
    rgm_window_state_set_trial (self, rgm_data_set_find_trial (data_set, self->trial->id));
}

/* Whether a person has chosen something among the trials. */
static gboolean
has_choice (RgmWindowState *self)
{
  return self->trial != NULL || *rgm_selection_get_text (self->selection) != '\0' ||
         rgm_selection_get_n_chosen (self->selection) > 0 || g_list_model_get_n_items (G_LIST_MODEL (self->compared)) > 0;
}

/* What refers to trials comes back when they are there. What was chosen among the first trials of a file meanwhile stays. */
static void
take_pending (RgmWindowState *self,
              gboolean        was_beginning)
{
  g_autofree char *uri = self->file != NULL ? g_file_get_uri (self->file) : g_strdup ("");
  const char *awaited = "";

  if (self->pending == NULL)
    return;

  g_variant_lookup (self->pending, "file", "&s", &awaited);
  if (g_str_equal (awaited, uri) && !(was_beginning && has_choice (self)))
    rgm_window_state_restore_pending (self);
  g_clear_pointer (&self->pending, g_variant_unref);
}

static void
set_index (RgmWindowState *self,
           RgmIndex       *index,
           GFile          *file,
           gboolean        is_changed_copy,
           gboolean        is_beginning)
{
  g_autofree char *name = file != NULL ? g_file_get_basename (file) : NULL;
  g_autofree char *display_name = name != NULL ? g_filename_display_name (name) : NULL;
  /* Translators: the name of a file of which there is only the beginning yet. */
  g_autofree char *shown_name = is_beginning && name != NULL ? rgm_text_printf (_("%s (not read to its end)"), display_name) : g_strdup (display_name);
  gboolean was_beginning = self->is_beginning;

  if (!rgm_selection_is_revision (self->selection, index))
    {
      rgm_window_state_set_trial (self, NULL);
      rgm_window_state_clear_compared (self);
    }
  rgm_window_state_set_hovered (self, NULL);
  g_set_object (&self->file, file);
  self->is_beginning = is_beginning;

  rgm_selection_set_origin (self->selection, shown_name, is_changed_copy);
  rgm_selection_set_index (self->selection, index);
  if (self->document != NULL && rgm_document_get_data_set (self->document) != rgm_index_get_data_set (index))
    rgm_window_state_set_document (self, NULL);
  revise_trials (self);
  if (!is_beginning)
    take_pending (self, was_beginning);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DATA_SET]);
}

/**
 * rgm_window_state_set_index:
 * @self: a window's state
 * @index: the index of a data set
 * @file: (nullable): the file of the data set; %NULL for the embedded one
 * @is_changed_copy: whether it has the id of the embedded data set, and isn't the same
 *
 * Opens the data set. Another revision of the one that is open keeps query, facets, ticks
 * and trial, all of which refer to ids; another data set begins anew.
 */
void
rgm_window_state_set_index (RgmWindowState *self,
                            RgmIndex       *index,
                            GFile          *file,
                            gboolean        is_changed_copy)
{
  g_return_if_fail (RGM_IS_WINDOW_STATE (self));
  g_return_if_fail (RGM_IS_INDEX (index));

  set_index (self, index, file, is_changed_copy, FALSE);
}

/**
 * rgm_window_state_set_beginning:
 * @self: a window's state without a data set, or with such a beginning
 * @index: the index of the first trials of a file that is still being read
 * @file: (nullable): the file
 * @is_changed_copy: as for rgm_window_state_set_index()
 *
 * Opens what there is of the data set. It is looked at, and not edited.
 */
void
rgm_window_state_set_beginning (RgmWindowState *self,
                                RgmIndex       *index,
                                GFile          *file,
                                gboolean        is_changed_copy)
{
  g_return_if_fail (RGM_IS_WINDOW_STATE (self));
  g_return_if_fail (RGM_IS_INDEX (index));

  set_index (self, index, file, is_changed_copy, TRUE);
}

/* Whether the data set is the beginning of one that is still being read. */
gboolean
rgm_window_state_is_beginning (RgmWindowState *self)
{
  g_return_val_if_fail (RGM_IS_WINDOW_STATE (self), FALSE);

  return self->is_beginning;
}

/* The patient's findings as text, or "". */
const char *
rgm_window_state_get_patient (RgmWindowState *self)
{
  RgmPatient *patient;

  g_return_val_if_fail (RGM_IS_WINDOW_STATE (self), NULL);

  patient = rgm_selection_get_patient (self->selection);

  return patient != NULL ? rgm_patient_get_text (patient) : "";
}

/**
 * rgm_window_state_set_patient:
 * @self: a window's state with a data set
 * @findings: a patient's findings, see rgm_findings_new(); "" for no patient
 * @error: return location for a #GError
 *
 * Matches the trials with a patient. Of all the state this alone is never saved.
 *
 * Returns: whether the findings were understood; if not, those before stay
 */
gboolean
rgm_window_state_set_patient (RgmWindowState  *self,
                              const char      *findings,
                              GError         **error)
{
  g_return_val_if_fail (RGM_IS_WINDOW_STATE (self), FALSE);

  return rgm_selection_set_patient (self->selection, findings, error);
}

/* The id of the view that is shown. */
const char *
rgm_window_state_get_view (RgmWindowState *self)
{
  g_return_val_if_fail (RGM_IS_WINDOW_STATE (self), NULL);

  return self->view;
}

void
rgm_window_state_set_view (RgmWindowState *self,
                           const char     *view)
{
  g_return_if_fail (RGM_IS_WINDOW_STATE (self));

  if (view == NULL || g_str_equal (self->view, view))
    return;

  g_free (self->view);
  self->view = g_strdup (view);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_VIEW]);
}

/**
 * rgm_window_state_get_figure:
 * @self: a window's state
 * @kind: the id of a kind of figures
 *
 * Returns: (transfer none) (nullable): the window's figure of that kind; the same object for as long as @self lives
 */
RgmFigure *
rgm_window_state_get_figure (RgmWindowState *self,
                             const char     *kind)
{
  g_return_val_if_fail (RGM_IS_WINDOW_STATE (self), NULL);

  for (guint i = 0; i < self->figures->len; i++)
    {
      RgmFigure *figure = g_ptr_array_index (self->figures, i);

      if (g_str_equal (rgm_figure_get_kind (figure)->id, kind))
        return figure;
    }

  return NULL;
}

/* Which of its figures a view shows; NULL until that was set. */
RgmFigure *
rgm_window_state_get_shown (RgmWindowState *self,
                            const char     *view)
{
  g_return_val_if_fail (RGM_IS_WINDOW_STATE (self), NULL);

  return g_hash_table_lookup (self->shown, view);
}

void
rgm_window_state_set_shown (RgmWindowState *self,
                            const char     *view,
                            RgmFigure      *figure)
{
  g_return_if_fail (RGM_IS_WINDOW_STATE (self));

  g_hash_table_insert (self->shown, g_strdup (view), figure);
}

/* The story that is open; the same object for as long as the window's state lives. */
RgmStoryDocument *
rgm_window_state_get_story (RgmWindowState *self)
{
  g_return_val_if_fail (RGM_IS_WINDOW_STATE (self), NULL);

  if (self->story == NULL)
    self->story = rgm_story_document_resume (rgm_window_state_get_data_set (self));

  return self->story;
}

/**
 * rgm_window_state_get_selection:
 * @self: a window’s state
 *
 * Returns: (transfer none): the trials that the list and the figures show; the same object for as long as @self lives
 */
RgmSelection *
rgm_window_state_get_selection (RgmWindowState *self)
{
  g_return_val_if_fail (RGM_IS_WINDOW_STATE (self), NULL);

  return self->selection;
}

/**
 * rgm_window_state_get_trial:
 * @self: a window’s state
 *
 * Returns: (transfer none) (nullable): the trial that is looked at
 */
RgmTrial *
rgm_window_state_get_trial (RgmWindowState *self)
{
  g_return_val_if_fail (RGM_IS_WINDOW_STATE (self), NULL);

  return self->trial;
}

/**
 * rgm_window_state_set_trial:
 * @self: a window’s state
 * @trial: (nullable): the trial to look at
 *
 * Looks at a trial.
 */
void
rgm_window_state_set_trial (RgmWindowState *self,
                         RgmTrial     *trial)
{
  g_return_if_fail (RGM_IS_WINDOW_STATE (self));
  g_return_if_fail (trial == NULL || RGM_IS_TRIAL (trial));

  if (g_set_object (&self->trial, trial))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TRIAL]);
}

/**
 * rgm_window_state_get_hovered:
 * @self: a window’s state
 *
 * Returns: (transfer none) (nullable): the id of the trial that the pointer or the focus is on
 */
const char *
rgm_window_state_get_hovered (RgmWindowState *self)
{
  g_return_val_if_fail (RGM_IS_WINDOW_STATE (self), NULL);

  return self->hovered;
}

/**
 * rgm_window_state_set_hovered:
 * @self: a window’s state
 * @trial_id: (nullable): the id of a trial
 *
 * Lights up the trial's row and marks.
 */
void
rgm_window_state_set_hovered (RgmWindowState *self,
                           const char   *trial_id)
{
  g_return_if_fail (RGM_IS_WINDOW_STATE (self));

  if (g_strcmp0 (self->hovered, trial_id) == 0)
    return;

  g_free (self->hovered);
  self->hovered = g_strdup (trial_id);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_HOVERED]);
}

/**
 * rgm_window_state_get_compared:
 * @self: a window’s state
 *
 * Returns: (transfer none): the trials that are ticked for comparison, in the order of ticking
 */
GListModel *
rgm_window_state_get_compared (RgmWindowState *self)
{
  g_return_val_if_fail (RGM_IS_WINDOW_STATE (self), NULL);

  return G_LIST_MODEL (self->compared);
}

/**
 * rgm_window_state_is_compared:
 * @self: a window’s state
 * @trial: a trial
 *
 * Returns: whether it is ticked for comparison
 */
gboolean
rgm_window_state_is_compared (RgmWindowState *self,
                           RgmTrial     *trial)
{
  g_return_val_if_fail (RGM_IS_WINDOW_STATE (self), FALSE);

  return g_list_store_find (self->compared, trial, NULL);
}

/**
 * rgm_window_state_compare:
 * @self: a window’s state
 * @trial: a trial
 * @is_compared: whether it is to be compared
 *
 * Ticks a trial for comparison, or takes the tick away.
 *
 * Returns: whether it is as asked; %FALSE if there are %RGM_MAX_COMPARED already
 */
gboolean
rgm_window_state_compare (RgmWindowState *self,
                       RgmTrial     *trial,
                       gboolean      is_compared)
{
  guint position;
  gboolean found;

  g_return_val_if_fail (RGM_IS_WINDOW_STATE (self), FALSE);
  g_return_val_if_fail (RGM_IS_TRIAL (trial), FALSE);

  found = g_list_store_find (self->compared, trial, &position);
  if (is_compared && !found)
    {
      if (g_list_model_get_n_items (G_LIST_MODEL (self->compared)) >= RGM_MAX_COMPARED)
        return FALSE;
      g_list_store_append (self->compared, trial);
    }
  else if (!is_compared && found)
    {
      g_list_store_remove (self->compared, position);
    }

  return TRUE;
}

/**
 * rgm_window_state_clear_compared:
 * @self: a window’s state
 *
 * Takes all ticks away.
 */
void
rgm_window_state_clear_compared (RgmWindowState *self)
{
  g_return_if_fail (RGM_IS_WINDOW_STATE (self));

  g_list_store_remove_all (self->compared);
}
