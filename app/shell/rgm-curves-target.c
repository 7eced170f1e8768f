/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include "rgm-curves-target.h"

#include <glib/gi18n-lib.h>

#include "rgm-accessible.h"
#include "rgm-curves-attach.h"
#include "rgm-document.h"
#include "rgm-drop-down.h"
#include "rgm-isolate.h"
#include "rgm-published-curve.h"
#include "rgm-row-name.h"
#include "rgm-store-library.h"

/* The choices of the first row. */
enum
{
  A_CHART,
  A_TRIAL,
};

struct _RgmCurvesTargetGroup
{
  AdwPreferencesGroup  parent_instance;

  RgmWindowState      *window_state;
  RgmDataSet          *data_set;      /* whose records the rows list */
  GPtrArray           *endpoints;     /* ids, in the order of the row */
  GPtrArray           *groups;        /* names of the groups that there are rows for */
  GPtrArray           *arm_rows;      /* AdwComboRow of each group */
  gboolean             is_filling;

  /* Template children */
  GtkWidget           *where;
  GtkWidget           *trial_row;
  GtkWidget           *trial;
  GtkWidget           *endpoint;
  GtkWidget           *source;
  GtkWidget           *citation;
  GtkWidget           *location;
  GtkWidget           *note;
};

G_DEFINE_FINAL_TYPE (RgmCurvesTargetGroup, rgm_curves_target, ADW_TYPE_PREFERENCES_GROUP)

static guint changed_signal;

static RgmTrial *
get_trial (RgmCurvesTargetGroup *self)
{
  guint position = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->trial));

  return self->data_set != NULL && position < self->data_set->trials->len ? g_ptr_array_index (self->data_set->trials, position) : NULL;
}

/* The first choice is none. */
static RgmArm *
get_arm (RgmCurvesTargetGroup *self,
         guint                 group)
{
  RgmTrial *trial = get_trial (self);
  guint position = adw_combo_row_get_selected (g_ptr_array_index (self->arm_rows, group));

  return trial != NULL && position > 0 && position <= trial->arms->len ? g_ptr_array_index (trial->arms, position - 1) : NULL;
}

/* After the sources of the data set comes a new one. */
static RgmSource *
get_source (RgmCurvesTargetGroup *self)
{
  guint position = adw_combo_row_get_selected (ADW_COMBO_ROW (self->source));

  return self->data_set != NULL && position < self->data_set->sources->len ? g_ptr_array_index (self->data_set->sources, position) : NULL;
}

static char *
get_typed (GtkWidget *row)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));
}

/* ── Rows ────────────────────────────────────────────────────────────────────── */

static const RgmPublishedCurve *
find_curve (RgmArm     *arm,
            const char *endpoint)
{
  for (guint i = 0; i < arm->curves->len; i++)
    {
      const RgmPublishedCurve *curve = g_ptr_array_index (arm->curves, i);

      if (g_str_equal (curve->endpoint, endpoint))
        return curve;
    }

  return NULL;
}

/* What happens beside the curves' being added. */
static void
show_note (RgmCurvesTargetGroup *self)
{
  const char *endpoint = rgm_curves_target_get_endpoint (self);
  g_autoptr (GString) text = g_string_new (NULL);

  if (self->window_state != NULL && rgm_window_state_get_document (self->window_state) == NULL)
    g_string_append (text, _("This data set stays as it is; the curves will be added to a copy of it in your library."));
  for (guint i = 0; i < self->arm_rows->len && endpoint != NULL; i++)
    {
      RgmArm *arm = get_arm (self, i);

      if (arm == NULL || find_curve (arm, endpoint) == NULL)
        continue;
      if (text->len > 0)
        g_string_append_c (text, '\n');
      /* Translators: an arm of a trial. */
      rgm_text_append_printf (text, _("%s already has a curve for this endpoint, which will be replaced."), arm->label);
    }
  gtk_label_set_text (GTK_LABEL (self->note), text->str);
  gtk_widget_set_visible (self->note, text->len > 0 && rgm_curves_target_is_data_set (self));
}

static void
show_rows (RgmCurvesTargetGroup *self)
{
  gboolean is_data_set = rgm_curves_target_is_data_set (self);

  gtk_widget_set_visible (self->trial_row, is_data_set);
  gtk_widget_set_visible (self->endpoint, is_data_set);
  gtk_widget_set_visible (self->source, is_data_set);
  gtk_widget_set_visible (self->citation, is_data_set && get_source (self) == NULL);
  gtk_widget_set_visible (self->location, is_data_set);
  for (guint i = 0; i < self->arm_rows->len; i++)
    gtk_widget_set_visible (g_ptr_array_index (self->arm_rows, i), is_data_set);
  show_note (self);
}

static void
on_changed (RgmCurvesTargetGroup *self)
{
  if (self->is_filling)
    return;

  show_rows (self);
  g_signal_emit (self, changed_signal, 0);
}

/* The arm that is called as the group is; the only one there is for the only group. */
static guint
suggest_arm (RgmCurvesTargetGroup *self,
             RgmTrial             *trial,
             const char           *group)
{
  g_autofree char *sought = g_utf8_casefold (group, -1);

  for (guint i = 0; i < trial->arms->len; i++)
    {
      g_autofree char *label = g_utf8_casefold (((RgmArm *) g_ptr_array_index (trial->arms, i))->label, -1);

      if (g_str_equal (label, sought))
        return i + 1;
    }

  return trial->arms->len == 1 && self->arm_rows->len == 1 ? 1 : 0;
}

static void
fill_arms (RgmCurvesTargetGroup *self)
{
  RgmTrial *trial = get_trial (self);

  for (guint i = 0; i < self->arm_rows->len; i++)
    {
      AdwComboRow *row = g_ptr_array_index (self->arm_rows, i);
      g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

      /* Translators: a group of patients is added to no arm. */
      gtk_string_list_append (names, _("Not added"));
      for (guint arm = 0; trial != NULL && arm < trial->arms->len; arm++)
        gtk_string_list_append (names, ((RgmArm *) g_ptr_array_index (trial->arms, arm))->label);
      adw_combo_row_set_model (row, G_LIST_MODEL (names));
      adw_combo_row_set_selected (row, trial != NULL ? suggest_arm (self, trial, g_ptr_array_index (self->groups, i)) : 0);
    }
}

static void
on_trial (RgmCurvesTargetGroup *self)
{
  if (self->is_filling)
    return;

  self->is_filling = TRUE;
  fill_arms (self);
  self->is_filling = FALSE;
  on_changed (self);
}

/* What assistive technology is told of a row with choices. */
static void
tell_row (GtkWidget *row)
{
  rgm_row_set_name (row, adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)));
  rgm_row_tell_choice (row);
}

static GtkWidget *
arm_row_new (RgmCurvesTargetGroup *self,
             const char           *group)
{
  GtkWidget *row = adw_combo_row_new ();
  /* Translators: a group of patients, whose arm is chosen. */
  g_autofree char *title = rgm_text_printf (_("Arm of “%s”"), group);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  tell_row (row);
  g_signal_connect_object (row, "notify::selected", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);

  return row;
}

/* ── Choices of the data set ─────────────────────────────────────────────────── */

static void
fill_trials (RgmCurvesTargetGroup *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  RgmTrial *shown = rgm_window_state_get_trial (self->window_state);
  guint selected = GTK_INVALID_LIST_POSITION;

  for (guint i = 0; i < self->data_set->trials->len; i++)
    {
      RgmTrial *trial = g_ptr_array_index (self->data_set->trials, i);

      gtk_string_list_append (names, trial->name);
      if (shown != NULL && g_str_equal (shown->id, trial->id))
        selected = i;
    }
  gtk_drop_down_set_model (GTK_DROP_DOWN (self->trial), G_LIST_MODEL (names));
  rgm_drop_down_choose (GTK_DROP_DOWN (self->trial), selected);
}

static void
fill_endpoints (RgmCurvesTargetGroup *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  g_ptr_array_set_size (self->endpoints, 0);
  for (guint i = 0; i < self->data_set->endpoints->len; i++)
    {
      const RgmEndpoint *endpoint = g_ptr_array_index (self->data_set->endpoints, i);

      if (endpoint->kind != RGM_ENDPOINT_KIND_TIME)
        continue;
      g_ptr_array_add (self->endpoints, g_strdup (endpoint->id));
      gtk_string_list_append (names, endpoint->name);
    }
  adw_combo_row_set_model (ADW_COMBO_ROW (self->endpoint), G_LIST_MODEL (names));
}

static void
fill_sources (RgmCurvesTargetGroup *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  for (guint i = 0; i < self->data_set->sources->len; i++)
    {
      RgmSource *source = g_ptr_array_index (self->data_set->sources, i);

      gtk_string_list_append (names, source->citation);
    }
  gtk_string_list_append (names, _("A new source"));
  adw_combo_row_set_model (ADW_COMBO_ROW (self->source), G_LIST_MODEL (names));
  adw_combo_row_set_selected (ADW_COMBO_ROW (self->source), self->data_set->sources->len);
}

/* ── The object ──────────────────────────────────────────────────────────────── */

static void
rgm_curves_target_dispose (GObject *object)
{
  RgmCurvesTargetGroup *self = RGM_CURVES_TARGET (object);

  g_clear_object (&self->window_state);
  g_clear_object (&self->data_set);
  g_clear_pointer (&self->arm_rows, g_ptr_array_unref);
  g_clear_pointer (&self->groups, g_ptr_array_unref);
  g_clear_pointer (&self->endpoints, g_ptr_array_unref);

  G_OBJECT_CLASS (rgm_curves_target_parent_class)->dispose (object);
}

static void
rgm_curves_target_class_init (RgmCurvesTargetGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rgm_curves_target_dispose;

  changed_signal = g_signal_new ("changed", RGM_TYPE_CURVES_TARGET, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, RGM_RESOURCE_PREFIX "/ui/rgm-curves-target.ui");
  gtk_widget_class_bind_template_child (widget_class, RgmCurvesTargetGroup, where);
  gtk_widget_class_bind_template_child (widget_class, RgmCurvesTargetGroup, trial_row);
  gtk_widget_class_bind_template_child (widget_class, RgmCurvesTargetGroup, trial);
  gtk_widget_class_bind_template_child (widget_class, RgmCurvesTargetGroup, endpoint);
  gtk_widget_class_bind_template_child (widget_class, RgmCurvesTargetGroup, source);
  gtk_widget_class_bind_template_child (widget_class, RgmCurvesTargetGroup, citation);
  gtk_widget_class_bind_template_child (widget_class, RgmCurvesTargetGroup, location);
  gtk_widget_class_bind_template_child (widget_class, RgmCurvesTargetGroup, note);
  gtk_widget_class_bind_template_callback (widget_class, on_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_trial);
}

static void
rgm_curves_target_init (RgmCurvesTargetGroup *self)
{
  self->endpoints = g_ptr_array_new_with_free_func (g_free);
  self->groups = g_ptr_array_new_with_free_func (g_free);
  self->arm_rows = g_ptr_array_new ();

  self->is_filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  self->is_filling = FALSE;

  tell_row (self->where);
  tell_row (self->endpoint);
  tell_row (self->source);
  rgm_row_tell_typing (self->citation);
  rgm_row_tell_typing (self->location);
  rgm_row_set_name (self->trial_row, _("Trial"));
  rgm_accessible_name_drop_down (self->trial, _("Trial"));
  show_rows (self);
}

/**
 * rgm_curves_target_set_window_state:
 * @self: rows
 * @window_state: that of the window whose data set has the trials
 */
void
rgm_curves_target_set_window_state (RgmCurvesTargetGroup *self,
                                    RgmWindowState       *window_state)
{
  g_set_object (&self->window_state, window_state);
  g_set_object (&self->data_set, rgm_window_state_get_data_set (window_state));
  gtk_widget_set_sensitive (self->where, self->data_set != NULL && self->data_set->trials->len > 0 && !rgm_window_state_is_beginning (window_state));
  if (self->data_set == NULL)
    return;

  self->is_filling = TRUE;
  fill_trials (self);
  fill_endpoints (self);
  fill_sources (self);
  fill_arms (self);
  self->is_filling = FALSE;
  show_rows (self);
}

static gboolean
has_groups (RgmCurvesTargetGroup *self,
            RgmPatientGroups     *groups)
{
  if (groups->names->len != self->groups->len)
    return FALSE;

  for (guint i = 0; i < self->groups->len; i++)
    if (!g_str_equal (g_ptr_array_index (groups->names, i), g_ptr_array_index (self->groups, i)))
      return FALSE;

  return TRUE;
}

/**
 * rgm_curves_target_set_groups:
 * @self: rows
 * @groups: (nullable): what is added; %NULL while it isn't understood, which keeps the rows
 */
void
rgm_curves_target_set_groups (RgmCurvesTargetGroup *self,
                              RgmPatientGroups     *groups)
{
  if (groups == NULL || has_groups (self, groups))
    return;

  self->is_filling = TRUE;
  for (guint i = 0; i < self->arm_rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), g_ptr_array_index (self->arm_rows, i));
  g_ptr_array_set_size (self->arm_rows, 0);
  g_ptr_array_set_size (self->groups, 0);
  for (guint i = 0; i < groups->names->len; i++)
    {
      const char *name = g_ptr_array_index (groups->names, i);

      g_ptr_array_add (self->groups, g_strdup (name));
      g_ptr_array_add (self->arm_rows, arm_row_new (self, name));
    }
  fill_arms (self);
  self->is_filling = FALSE;
  show_rows (self);
}

/**
 * rgm_curves_target_is_data_set:
 * @self: rows
 *
 * Returns: whether the curves go into the data set
 */
gboolean
rgm_curves_target_is_data_set (RgmCurvesTargetGroup *self)
{
  return adw_combo_row_get_selected (ADW_COMBO_ROW (self->where)) == A_TRIAL;
}

/**
 * rgm_curves_target_get_endpoint:
 * @self: rows
 *
 * Returns: (transfer none) (nullable): the id of the endpoint whose curves they are; %NULL where the data set has none that is a time
 */
const char *
rgm_curves_target_get_endpoint (RgmCurvesTargetGroup *self)
{
  guint position = adw_combo_row_get_selected (ADW_COMBO_ROW (self->endpoint));

  return position < self->endpoints->len ? g_ptr_array_index (self->endpoints, position) : NULL;
}

/**
 * rgm_curves_target_tell_missing:
 * @self: rows
 *
 * Returns: (transfer full) (nullable): what has to be answered first, a sentence; %NULL where nothing is missing
 */
char *
rgm_curves_target_tell_missing (RgmCurvesTargetGroup *self)
{
  g_autoptr (GHashTable) arms = g_hash_table_new (NULL, NULL);
  g_autofree char *citation = get_typed (self->citation);
  g_autofree char *location = get_typed (self->location);

  if (!rgm_curves_target_is_data_set (self))
    return NULL;
  if (get_trial (self) == NULL)
    return g_strdup (_("Choose the trial that the curves are of."));
  if (rgm_curves_target_get_endpoint (self) == NULL)
    return g_strdup (_("The data set has no endpoint that is a time."));

  for (guint i = 0; i < self->arm_rows->len; i++)
    {
      RgmArm *arm = get_arm (self, i);

      if (arm != NULL && !g_hash_table_add (arms, arm))
        /* Translators: an arm of a trial. */
        return rgm_text_printf (_("Two groups are added to the arm “%s”. Choose one of them."), arm->label);
    }
  if (g_hash_table_size (arms) == 0)
    return g_strdup (_("Choose the arm of a group."));
  if (get_source (self) == NULL && *citation == '\0')
    return g_strdup (_("Choose the source of the curves, or enter the citation of a new one."));
  if (*location == '\0')
    return g_strdup (_("Enter the place of the curves in the source."));

  return NULL;
}

/**
 * rgm_curves_target_take:
 * @self: rows in which nothing is missing
 * @reading: the curves
 * @error: the return location for an error
 *
 * Adds the curves to the data set, as one step that can be undone. One that can't be edited becomes a copy in the library first.
 *
 * Returns: whether they are added; nothing has changed otherwise
 */
gboolean
rgm_curves_target_take (RgmCurvesTargetGroup    *self,
                        const RgmCurvesReading  *reading,
                        GError                 **error)
{
  RgmWindowState *state = self->window_state;
  RgmDataSet *data_set = rgm_window_state_get_data_set (state);
  g_autoptr (RgmDataSet) revision = NULL;
  g_autoptr (GPtrArray) arms = g_ptr_array_new ();
  g_autofree char *citation = get_typed (self->citation);
  g_autofree char *location = get_typed (self->location);
  RgmSource *source = get_source (self);
  const RgmCurvesTarget target = {
    .trial = get_trial (self)->id, .endpoint = rgm_curves_target_get_endpoint (self), .arms = arms, .source = source != NULL ? source->id : NULL,
    .citation = citation, .location = location,
  };

  for (guint i = 0; i < self->arm_rows->len; i++)
    {
      RgmArm *arm = get_arm (self, i);

      g_ptr_array_add (arms, arm != NULL ? (gpointer) arm->id : NULL);
    }
  revision = rgm_curves_attach (data_set, reading, &target, error);
  if (revision == NULL)
    return FALSE;

  if (rgm_window_state_get_document (state) == NULL)
    {
      g_autoptr (GFile) file = rgm_library_make_file (data_set->title);
      g_autoptr (RgmDocument) document = rgm_document_new (data_set, file, NULL);

      rgm_window_state_set_index (state, rgm_selection_get_index (rgm_window_state_get_selection (state)), file, TRUE);
      rgm_window_state_set_document (state, document);
    }
  /* Translators: what is undone, after “Undo”. */
  rgm_document_apply (rgm_window_state_get_document (state), revision, _("add curves"), NULL);

  return TRUE;
}
