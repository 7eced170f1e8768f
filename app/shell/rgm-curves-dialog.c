/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "rgm-accessible.h"
#include "rgm-ask.h"
#include "rgm-curves-dialog.h"
#include "rgm-curves-draft.h"
#include "rgm-curves-figure.h"
#include "rgm-curves-keeper.h"
#include "rgm-curves-target.h"
#include "rgm-digitise-window.h"
#include "rgm-figure-canvas.h"
#include "rgm-figure-kinds.h"
#include "rgm-format.h"
#include "rgm-help-window.h"
#include "rgm-punctuation.h"
#include "rgm-row-name.h"
#include "rgm-unit.h"

#define RGM_TYPE_CURVES_DIALOG (rgm_curves_dialog_get_type ())
G_DECLARE_FINAL_TYPE (RgmCurvesDialog, rgm_curves_dialog, RGM, CURVES_DIALOG, AdwWindow)

/* Text is read again when nothing was typed for so many milliseconds. */
#define DELAY 300

/* Curves to be added: what a person gives stands at the left, what is understood of it beside it. Nothing is taken before that is seen. */
struct _RgmCurvesDialog
{
  AdwWindow         parent_instance;

  RgmWindowState   *window_state;
  RgmFigure        *figure;          /* what would be shown */
  RgmCurvesReading *reading;
  GtkFileChooserNative *chooser;
  RgmDigitiseWindow *digitise;       /* NULL until it is asked for */
  GPtrArray        *digitised;       /* RgmDigitisedCurve, in place of the text; NULL without any */
  char             *source;          /* the name of the file, until its text is changed */
  guint             delay;
  char             *told[3];         /* of what is below, what was announced last */
  gboolean          is_refreshing;
  gboolean          may_close;       /* nothing is lost, or that was said */

  AdwComboRow      *kind;
  AdwActionRow     *file_row;
  GtkTextView      *text;
  AdwActionRow     *digitise_row;
  GtkWidget        *text_box;
  GtkWidget        *at_risk_box;
  GtkTextView      *at_risk;
  AdwComboRow      *time;
  AdwComboRow      *status;
  AdwComboRow      *event;
  AdwComboRow      *group;
  GtkWidget        *name;
  GtkWidget        *patients;
  GtkWidget        *events;
  AdwComboRow      *unit;
  RgmCurvesTargetGroup *target;
  GtkWidget        *show_button;
  GtkLabel         *fault;
  GtkLabel         *missing;
  GtkLabel         *understood;
  GtkGrid          *counts;
  RgmFigureCanvas  *canvas;
};

G_DEFINE_FINAL_TYPE (RgmCurvesDialog, rgm_curves_dialog, ADW_TYPE_WINDOW)

static gboolean
is_points (RgmCurvesDialog *self)
{
  return adw_combo_row_get_selected (self->kind) == 1;
}

static char *
get_text (GtkTextView *view)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);

  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

/* ── What is chosen from ─────────────────────────────────────────────────────── */

/* The first entry leaves it to the program. */
static const char *
get_chosen (AdwComboRow *row)
{
  guint position = adw_combo_row_get_selected (row);

  if (position == 0 || position == GTK_INVALID_LIST_POSITION)
    return NULL;

  return gtk_string_list_get_string (GTK_STRING_LIST (adw_combo_row_get_model (row)), position);
}

/* Keeps what is chosen where it is still there. */
static void
set_choices (AdwComboRow *row,
             const char  *first,
             char       **choices)
{
  g_autofree char *chosen = g_strdup (get_chosen (row));
  GtkStringList *list = gtk_string_list_new (NULL);
  guint position = 0;

  gtk_string_list_append (list, first);
  for (guint i = 0; choices != NULL && choices[i] != NULL; i++)
    {
      gtk_string_list_append (list, choices[i]);
      if (g_strcmp0 (choices[i], chosen) == 0)
        position = i + 1;
    }
  adw_combo_row_set_model (row, G_LIST_MODEL (list));
  adw_combo_row_set_selected (row, position);
  g_object_unref (list);
}

static const char *
get_unit (RgmCurvesDialog *self)
{
  guint position = adw_combo_row_get_selected (self->unit);

  /* After the first, in the order of the vocabulary. */
  return position > 0 && position != GTK_INVALID_LIST_POSITION ? rgm_enum_get_nick (RGM_TYPE_UNIT, (int) position) : NULL;
}

/* A whole number that is typed, or -1; what is none is marked. */
static gint64
get_count (GtkWidget *row)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (row));
  gboolean is_blank = *text == '\0';
  guint64 number = 0;
  gboolean is_number = is_blank || g_ascii_string_to_unsigned (text, 10, 0, 1000000000, &number, NULL);

  if (is_number)
    gtk_widget_remove_css_class (row, "error");
  else
    gtk_widget_add_css_class (row, "error");

  return is_blank || !is_number ? RGM_UNKNOWN_COUNT : (gint64) number;
}

/* ── What is understood ──────────────────────────────────────────────────────── */

static void
attach_cell (GtkGrid    *grid,
             int         column,
             int         row,
             const char *text,
             gboolean    is_heading)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), column == 0 ? 0 : 1);
  if (is_heading)
    gtk_widget_add_css_class (label, "heading");
  gtk_grid_attach (grid, label, column, row, 1, 1);
}

/* The numbers at risk of one curve as published, beside those of the patients that are rebuilt. */
static int
add_counts (RgmCurvesDialog       *self,
            const RgmRebuiltCurve *rebuilt,
            const char            *name,
            const char            *unit,
            int                    top)
{
  if (name != NULL)
    attach_cell (self->counts, 0, top++, name, TRUE);
  attach_cell (self->counts, 0, top, _("At risk at"), TRUE);
  attach_cell (self->counts, 1, top, _("Published"), TRUE);
  attach_cell (self->counts, 2, top++, _("Rebuilt"), TRUE);
  for (guint i = 0; i < rebuilt->result->at_risk->len; i++)
    {
      const RgmAtRisk *row = &g_array_index (rebuilt->result->at_risk, RgmAtRisk, i);
      g_autofree char *time = rgm_format_with_unit (row->time, MIN (rgm_format_decimals_of (row->time), 2), unit);
      g_autofree char *published = rgm_format_number ((double) row->published, 0);
      g_autofree char *found = rgm_format_number ((double) row->rebuilt, 0);

      attach_cell (self->counts, 0, top, time, FALSE);
      attach_cell (self->counts, 1, top, published, FALSE);
      attach_cell (self->counts, 2, top++, found, row->published != row->rebuilt);
    }

  return top;
}

static void
show_counts (RgmCurvesDialog *self)
{
  const GPtrArray *rebuilt = self->reading->groups != NULL ? self->reading->rebuilt : NULL;
  GtkWidget *child;
  int top = 0;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->counts))) != NULL)
    gtk_grid_remove (self->counts, child);
  gtk_widget_set_visible (GTK_WIDGET (self->counts), rebuilt != NULL);
  for (guint i = 0; rebuilt != NULL && i < rebuilt->len; i++)
    top = add_counts (self, g_ptr_array_index (rebuilt, i), rebuilt->len > 1 ? g_ptr_array_index (self->reading->groups->names, i) : NULL,
                      self->reading->groups->unit, top);
}

static void
show_rows (RgmCurvesDialog *self)
{
  gboolean points = is_points (self);
  gboolean is_digitised = points && self->digitised != NULL;
  char **columns = self->reading->columns;

  gtk_widget_set_visible (self->text_box, !is_digitised);
  gtk_widget_set_visible (self->at_risk_box, points && !is_digitised);
  gtk_widget_set_visible (GTK_WIDGET (self->time), !points);
  gtk_widget_set_visible (GTK_WIDGET (self->status), !points);
  gtk_widget_set_visible (GTK_WIDGET (self->event), !points);
  gtk_widget_set_visible (GTK_WIDGET (self->group), !points);
  gtk_widget_set_visible (self->name, points && !is_digitised);
  gtk_widget_set_visible (self->patients, points && !is_digitised);
  gtk_widget_set_visible (self->events, points && !is_digitised);
  if (points)
    return;

  self->is_refreshing = TRUE;
  set_choices (self->time, C_("column", "Automatic"), columns);
  set_choices (self->status, C_("column", "Automatic"), columns);
  set_choices (self->group, C_("column", "Automatic"), columns);
  set_choices (self->event, C_("column", "Automatic"), self->reading->statuses);
  self->is_refreshing = FALSE;
}

/* Says what is wrong, understood or still asked for where that has changed: the focus is at what was typed. */
static void
announce_changes (RgmCurvesDialog *self)
{
  GtkLabel *labels[] = { self->fault, self->understood, self->missing };
  g_autoptr (GString) message = g_string_new (NULL);

  G_STATIC_ASSERT (G_N_ELEMENTS (labels) == G_N_ELEMENTS (self->told));
  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    {
      const char *text = gtk_label_get_text (labels[i]);

      if (g_strcmp0 (text, self->told[i]) == 0)
        continue;
      rgm_add_sentence (message, text);
      g_free (self->told[i]);
      self->told[i] = g_strdup (text);
    }
  rgm_accessible_announce (GTK_WIDGET (self), message->str);
}

/* What is asked for before the curves can be taken. */
static void
show_target (RgmCurvesDialog *self)
{
  gboolean is_clear = self->reading->groups != NULL;
  gboolean is_data_set = rgm_curves_target_is_data_set (self->target);
  g_autofree char *missing = is_clear ? rgm_curves_target_tell_missing (self->target) : NULL;

  gtk_label_set_text (self->missing, missing != NULL ? missing : "");
  gtk_widget_set_visible (GTK_WIDGET (self->missing), missing != NULL);
  gtk_button_set_label (GTK_BUTTON (self->show_button), is_data_set ? _("_Add curves") : _("_Show curves"));
  gtk_widget_set_sensitive (self->show_button, is_clear && missing == NULL);
  announce_changes (self);
}

static void
show_reading (RgmCurvesDialog *self)
{
  const RgmCurvesReading *reading = self->reading;
  gboolean is_clear = reading->groups != NULL;

  show_rows (self);
  gtk_label_set_text (self->fault, reading->fault != NULL ? reading->fault : "");
  gtk_widget_set_visible (GTK_WIDGET (self->fault), reading->fault != NULL);
  gtk_label_set_text (self->understood, reading->understood != NULL ? reading->understood : "");
  gtk_widget_set_visible (GTK_WIDGET (self->understood), reading->understood != NULL);
  show_counts (self);
  rgm_curves_target_set_groups (self->target, reading->groups);
  show_target (self);
  gtk_widget_set_visible (GTK_WIDGET (self->canvas), is_clear);
  if (is_clear)
    rgm_curves_figure_set_patients (RGM_CURVES_FIGURE (self->figure), reading->groups);
}

static void
read_again (RgmCurvesDialog *self)
{
  g_autofree char *text = get_text (self->text);
  g_autofree char *at_risk = get_text (self->at_risk);
  const char *name = gtk_editable_get_text (GTK_EDITABLE (self->name));
  const RgmCurvesDraft draft = {
    .is_points = is_points (self),
    .curves = self->digitised,
    .text = text,
    .at_risk = at_risk,
    .name = *name != '\0' ? name : NULL,
    .source = self->source != NULL ? self->source : _("pasted text"),
    .columns = { get_chosen (self->time), get_chosen (self->status), get_chosen (self->event), get_chosen (self->group) },
    .unit = get_unit (self),
    .patients = get_count (self->patients),
    .events = get_count (self->events),
  };

  rgm_curves_reading_free (self->reading);
  self->reading = rgm_curves_draft_read (&draft);
  show_reading (self);
}

static gboolean
on_delay (gpointer data)
{
  RgmCurvesDialog *self = data;

  self->delay = 0;
  read_again (self);

  return G_SOURCE_REMOVE;
}

static void
on_changed (RgmCurvesDialog *self)
{
  if (self->is_refreshing || self->reading == NULL)
    return;

  g_clear_handle_id (&self->delay, g_source_remove);
  self->delay = g_timeout_add (DELAY, on_delay, self);
}

/* ── A picture ───────────────────────────────────────────────────────────────── */

static void
set_digitised (RgmCurvesDialog *self,
               GPtrArray       *curves)
{
  g_clear_pointer (&self->digitised, g_ptr_array_unref);
  self->digitised = curves;
  adw_action_row_set_subtitle (self->digitise_row,
                               curves != NULL ? rgm_digitise_window_get_source (self->digitise) : _("PNG or JPEG: points are clicked or traced"));
}

static void
on_used (RgmCurvesDialog *self)
{
  set_digitised (self, rgm_digitise_window_list_curves (self->digitise));
  g_free (self->source);
  self->source = g_strdup (rgm_digitise_window_get_source (self->digitise));
  self->is_refreshing = TRUE;
  adw_combo_row_set_selected (self->kind, 1);
  self->is_refreshing = FALSE;
  g_clear_handle_id (&self->delay, g_source_remove);
  read_again (self);
}

static void
on_digitise (RgmCurvesDialog *self)
{
  if (self->digitise == NULL)
    {
      self->digitise = rgm_digitise_window_new (GTK_WINDOW (self));
      g_object_add_weak_pointer (G_OBJECT (self->digitise), (gpointer *) &self->digitise);
      g_signal_connect_object (self->digitise, "used", G_CALLBACK (on_used), self, G_CONNECT_SWAPPED);
    }
  gtk_window_present (GTK_WINDOW (self->digitise));
}

/* ── Text ────────────────────────────────────────────────────────────────────── */

static void
on_text_changed (RgmCurvesDialog *self)
{
  set_digitised (self, NULL);
  g_clear_pointer (&self->source, g_free);
  adw_action_row_set_subtitle (self->file_row, _("CSV or TSV, or paste the text below"));
  on_changed (self);
}

/* ── A file ──────────────────────────────────────────────────────────────────── */

static void
on_loaded (GObject      *object,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (RgmCurvesDialog) self = data;
  g_autofree char *contents = NULL;
  g_autofree char *text = NULL;
  g_autofree char *name = g_file_get_basename (G_FILE (object));
  g_autoptr (GError) error = NULL;
  gsize length;

  if (!g_file_load_contents_finish (G_FILE (object), result, &contents, &length, NULL, &error))
    {
      gtk_label_set_text (self->fault, error->message);
      gtk_widget_set_visible (GTK_WIDGET (self->fault), TRUE);
      announce_changes (self);
      return;
    }
  if (gtk_widget_get_root (GTK_WIDGET (self->text)) == NULL)
    return;

  text = g_utf8_make_valid (contents, (gssize) length);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->text), text, -1);
  /* Setting the text has taken the name away. */
  g_free (self->source);
  self->source = g_filename_display_name (name);
  adw_action_row_set_subtitle (self->file_row, self->source);
  g_clear_handle_id (&self->delay, g_source_remove);
  read_again (self);
}

static void
on_response (RgmCurvesDialog *self,
             int              response,
             GtkNativeDialog *dialog)
{
  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));

      g_file_load_contents_async (file, NULL, on_loaded, g_object_ref (self));
    }
  g_clear_object (&self->chooser);
}

static void
on_choose (RgmCurvesDialog *self)
{
  if (self->chooser != NULL)
    return;

  self->chooser = gtk_file_chooser_native_new (_("Open curves"), GTK_WINDOW (self), GTK_FILE_CHOOSER_ACTION_OPEN, _("_Open"), NULL);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);
  g_signal_connect_object (self->chooser, "response", G_CALLBACK (on_response), self, G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

/* ── Leaving ─────────────────────────────────────────────────────────────────── */

/* What would have to be typed, pasted or read off a picture again. */
static gboolean
has_work (RgmCurvesDialog *self)
{
  g_autofree char *text = get_text (self->text);
  g_autofree char *at_risk = get_text (self->at_risk);

  return (self->digitise != NULL && rgm_digitise_window_has_work (self->digitise)) ||
         (self->digitised == NULL && self->source == NULL && *text != '\0') || *at_risk != '\0';
}

static void
leave (RgmCurvesDialog *self)
{
  self->may_close = TRUE;
  gtk_window_close (GTK_WINDOW (self));
}

static void
on_answer (RgmCurvesDialog *self,
           const char      *response)
{
  if (g_str_equal (response, "discard"))
    leave (self);
}

static gboolean
rgm_curves_dialog_close_request (GtkWindow *window)
{
  RgmCurvesDialog *self = RGM_CURVES_DIALOG (window);

  if (!self->may_close && has_work (self))
    {
      AdwMessageDialog *question = rgm_ask_new (window, _("Discard the curves?"), _("What you entered here or read from a picture has not been added and will be lost."));

      adw_message_dialog_add_response (question, "discard", _("_Discard"));
      adw_message_dialog_set_response_appearance (question, "discard", ADW_RESPONSE_DESTRUCTIVE);
      g_signal_connect_object (question, "response", G_CALLBACK (on_answer), self, G_CONNECT_SWAPPED);
      gtk_window_present (GTK_WINDOW (question));
      return TRUE;
    }

  return GTK_WINDOW_CLASS (rgm_curves_dialog_parent_class)->close_request (window);
}

/* ── Taking ──────────────────────────────────────────────────────────────────── */

/* Into the data set, whose curves are shown then. */
static void
take (RgmCurvesDialog *self,
      RgmFigure       *shown)
{
  g_autofree char *missing = rgm_curves_target_tell_missing (self->target);
  g_autoptr (GError) error = NULL;

  if (missing != NULL)
    {
      show_target (self);
      return;
    }
  if (!rgm_curves_target_take (self->target, self->reading, &error))
    {
      gtk_label_set_text (self->missing, error->message);
      gtk_widget_set_visible (GTK_WIDGET (self->missing), TRUE);
      return;
    }

  rgm_curves_figure_set_patients (RGM_CURVES_FIGURE (shown), NULL);
  rgm_figure_set_option (shown, "endpoint", g_variant_new_string (rgm_curves_target_get_endpoint (self->target)));
  rgm_window_state_set_shown (self->window_state, "survival", shown);
  rgm_window_state_set_view (self->window_state, "survival");
  gtk_widget_activate_action (GTK_WIDGET (gtk_window_get_transient_for (GTK_WINDOW (self))), "win.toast", "s",
                              _("The curves were added to the data set. Undo removes them."));
  leave (self);
}

static void
on_show (RgmCurvesDialog *self)
{
  RgmFigure *shown = rgm_window_state_get_figure (self->window_state, "curves");

  if (self->delay != 0)
    {
      g_clear_handle_id (&self->delay, g_source_remove);
      read_again (self);
    }
  if (self->reading->groups == NULL)
    return;

  if (rgm_curves_target_is_data_set (self->target))
    {
      take (self, shown);
      return;
    }

  /* The view shows the figure anew when its patients change. */
  rgm_window_state_set_shown (self->window_state, "survival", shown);
  rgm_window_state_set_view (self->window_state, "survival");
  rgm_curves_figure_set_patients (RGM_CURVES_FIGURE (shown), self->reading->groups);
  /* Times that stand in a file are not lost; a curve has to be rebuilt from its file. */
  if (self->source != NULL && !is_points (self))
    rgm_curves_keeper_set_saved (gtk_window_get_transient_for (GTK_WINDOW (self)), self->reading->groups);
  leave (self);
}

/* ── The object ──────────────────────────────────────────────────────────────── */

static void
rgm_curves_dialog_dispose (GObject *object)
{
  RgmCurvesDialog *self = RGM_CURVES_DIALOG (object);

  g_clear_handle_id (&self->delay, g_source_remove);
  g_clear_pointer (&self->reading, rgm_curves_reading_free);
  g_clear_pointer (&self->source, g_free);
  g_clear_pointer (&self->digitised, g_ptr_array_unref);
  if (self->digitise != NULL)
    {
      g_object_remove_weak_pointer (G_OBJECT (self->digitise), (gpointer *) &self->digitise);
      gtk_window_destroy (GTK_WINDOW (g_steal_pointer (&self->digitise)));
    }
  g_clear_object (&self->chooser);
  g_clear_object (&self->window_state);
  for (guint i = 0; i < G_N_ELEMENTS (self->told); i++)
    g_clear_pointer (&self->told[i], g_free);

  G_OBJECT_CLASS (rgm_curves_dialog_parent_class)->dispose (object);
  g_clear_object (&self->figure);
}

static void
rgm_curves_dialog_class_init (RgmCurvesDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rgm_curves_dialog_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = rgm_curves_dialog_close_request;

  g_type_ensure (RGM_TYPE_FIGURE_CANVAS);
  g_type_ensure (RGM_TYPE_CURVES_TARGET);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_set_template_from_resource (widget_class, RGM_RESOURCE_PREFIX "/ui/rgm-curves-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, RgmCurvesDialog, kind);
  gtk_widget_class_bind_template_child (widget_class, RgmCurvesDialog, file_row);
  gtk_widget_class_bind_template_child (widget_class, RgmCurvesDialog, text);
  gtk_widget_class_bind_template_child (widget_class, RgmCurvesDialog, digitise_row);
  gtk_widget_class_bind_template_child (widget_class, RgmCurvesDialog, text_box);
  gtk_widget_class_bind_template_child (widget_class, RgmCurvesDialog, at_risk_box);
  gtk_widget_class_bind_template_child (widget_class, RgmCurvesDialog, at_risk);
  gtk_widget_class_bind_template_child (widget_class, RgmCurvesDialog, time);
  gtk_widget_class_bind_template_child (widget_class, RgmCurvesDialog, status);
  gtk_widget_class_bind_template_child (widget_class, RgmCurvesDialog, event);
  gtk_widget_class_bind_template_child (widget_class, RgmCurvesDialog, group);
  gtk_widget_class_bind_template_child (widget_class, RgmCurvesDialog, name);
  gtk_widget_class_bind_template_child (widget_class, RgmCurvesDialog, patients);
  gtk_widget_class_bind_template_child (widget_class, RgmCurvesDialog, events);
  gtk_widget_class_bind_template_child (widget_class, RgmCurvesDialog, unit);
  gtk_widget_class_bind_template_child (widget_class, RgmCurvesDialog, target);
  gtk_widget_class_bind_template_child (widget_class, RgmCurvesDialog, show_button);
  gtk_widget_class_bind_template_child (widget_class, RgmCurvesDialog, missing);
  gtk_widget_class_bind_template_child (widget_class, RgmCurvesDialog, fault);
  gtk_widget_class_bind_template_child (widget_class, RgmCurvesDialog, understood);
  gtk_widget_class_bind_template_child (widget_class, RgmCurvesDialog, counts);
  gtk_widget_class_bind_template_child (widget_class, RgmCurvesDialog, canvas);
  gtk_widget_class_bind_template_callback (widget_class, on_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_choose);
  gtk_widget_class_bind_template_callback (widget_class, on_digitise);
  gtk_widget_class_bind_template_callback (widget_class, on_show);
  gtk_widget_class_bind_template_callback (widget_class, show_target);
}

static void
rgm_curves_dialog_init (RgmCurvesDialog *self)
{
  g_autoptr (RgmSelection) selection = rgm_selection_new ();
  GtkWidget *rows[8];

  gtk_widget_init_template (GTK_WIDGET (self));
  rgm_help_offer (GTK_WINDOW (self), "survival");
  rows[0] = GTK_WIDGET (self->kind);
  rows[1] = GTK_WIDGET (self->time);
  rows[2] = GTK_WIDGET (self->status);
  rows[3] = GTK_WIDGET (self->event);
  rows[4] = GTK_WIDGET (self->group);
  rows[5] = GTK_WIDGET (self->unit);
  rows[6] = GTK_WIDGET (self->file_row);
  rows[7] = GTK_WIDGET (self->digitise_row);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      rgm_row_set_name (rows[i], adw_preferences_row_get_title (ADW_PREFERENCES_ROW (rows[i])));
      if (ADW_IS_COMBO_ROW (rows[i]))
        rgm_row_tell_choice (rows[i]);
    }
  rgm_row_tell_typing (self->name);
  rgm_row_tell_typing (self->patients);
  rgm_row_tell_typing (self->events);

  self->figure = rgm_figure_new ("curves", selection);
  rgm_figure_set_option (self->figure, "points", g_variant_new_boolean (TRUE));
  rgm_figure_canvas_set_figure (self->canvas, self->figure);
  g_signal_connect_object (gtk_text_view_get_buffer (self->text), "changed", G_CALLBACK (on_text_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_text_view_get_buffer (self->at_risk), "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  read_again (self);
}

static void
on_add_curves (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       data)
{
  GtkWindow *window = data;
  RgmCurvesDialog *dialog = g_object_new (RGM_TYPE_CURVES_DIALOG, "transient-for", window, NULL);

  dialog->window_state = g_object_ref (g_object_get_data (G_OBJECT (window), "rgm-curves-state"));
  rgm_curves_target_set_window_state (dialog->target, dialog->window_state);
  gtk_window_set_focus (GTK_WINDOW (dialog), GTK_WIDGET (dialog->kind));
  gtk_window_present (GTK_WINDOW (dialog));
}

/**
 * rgm_curves_dialog_install:
 * @window: a window
 * @window_state: what it shows
 *
 * Gives the window the action `win.add-curves`, which lets a person add survival curves.
 */
void
rgm_curves_dialog_install (GtkWindow      *window,
                           RgmWindowState *window_state)
{
  g_autoptr (GSimpleAction) action = g_simple_action_new ("add-curves", NULL);

  g_object_set_data_full (G_OBJECT (window), "rgm-curves-state", g_object_ref (window_state), g_object_unref);
  g_signal_connect_object (action, "activate", G_CALLBACK (on_add_curves), window, 0);
  g_action_map_add_action (G_ACTION_MAP (window), G_ACTION (action));
}
