/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include "rgm-curves-keeper.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "rgm-ask.h"
#include "rgm-curves-figure.h"
#include "rgm-isolate.h"
#include "rgm-store-save.h"

/* Curves that were added for themselves belong to no data set: they are saved in a file of their own, or given up knowingly. */

#define KEY "rgm-curves-keeper"

typedef enum
{
  THEN_STAY,
  THEN_DROP,
  THEN_CLOSE,
} Then;

typedef struct
{
  GtkWindow            *window;
  RgmFigure            *figure;
  RgmPatientGroups     *saved;     /* (nullable): those that are in a file */
  GtkFileChooserNative *chooser;
  Then                  then;      /* after the answer */
} CurvesKeeper;

static void
curves_keeper_free (gpointer data)
{
  CurvesKeeper *self = data;

  g_clear_pointer (&self->saved, rgm_patient_groups_unref);
  g_clear_object (&self->chooser);
  g_object_unref (self->figure);
  g_free (self);
}

static gboolean
is_unsaved (CurvesKeeper *self)
{
  RgmPatientGroups *given = rgm_curves_figure_get_given (RGM_CURVES_FIGURE (self->figure));

  return given != NULL && given != self->saved;
}

static void
set_saved (CurvesKeeper     *self,
           RgmPatientGroups *patients)
{
  g_clear_pointer (&self->saved, rgm_patient_groups_unref);
  self->saved = patients != NULL ? rgm_patient_groups_ref (patients) : NULL;
}

static void
go_on (CurvesKeeper *self)
{
  if (self->then == THEN_DROP)
    rgm_curves_figure_set_patients (RGM_CURVES_FIGURE (self->figure), NULL);
  else if (self->then == THEN_CLOSE)
    gtk_window_close (self->window);
}

/* ── Saving ──────────────────────────────────────────────────────────────────── */

static void
save_to (CurvesKeeper *self,
         GFile        *file)
{
  RgmPatientGroups *given = rgm_curves_figure_get_given (RGM_CURVES_FIGURE (self->figure));
  g_autofree char *base = g_file_get_basename (file);
  g_autofree char *name = g_filename_display_name (base);
  g_autofree char *message = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  char *text;

  if (given == NULL)
    return;

  text = rgm_patient_groups_to_csv (given, TRUE);
  bytes = g_bytes_new_take (text, strlen (text));
  if (rgm_store_save (bytes, file, NULL, &error))
    {
      set_saved (self, given);
      message = rgm_text_printf (_("“%s” was saved."), name);
    }
  else
    {
      message = g_strdup (error->message);
    }
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.toast", "s", message);
  if (error == NULL)
    go_on (self);
}

static void
on_chosen (GtkNativeDialog *dialog,
           int              response,
           GtkWindow       *window)
{
  CurvesKeeper *self = g_object_get_data (G_OBJECT (window), KEY);

  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));

      save_to (self, file);
    }
  g_clear_object (&self->chooser);
}

static void
choose_file (CurvesKeeper *self)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
  g_autofree char *name = NULL;

  if (self->chooser != NULL)
    return;

  self->chooser = gtk_file_chooser_native_new (_("Save patients’ times"), self->window, GTK_FILE_CHOOSER_ACTION_SAVE, _("_Save"), NULL);
  gtk_file_filter_set_name (filter, _("Table (CSV)"));
  gtk_file_filter_add_pattern (filter, "*.csv");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (self->chooser), filter);
  /* Translators: the name of a file of patients' times, without its ending. */
  name = g_strconcat (C_("file name", "patients’ times"), ".csv", NULL);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (self->chooser), name);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);
  g_signal_connect_object (self->chooser, "response", G_CALLBACK (on_chosen), self->window, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

/* ── Asking ──────────────────────────────────────────────────────────────────── */

static void
on_answer (GtkWindow  *window,
           const char *response)
{
  CurvesKeeper *self = g_object_get_data (G_OBJECT (window), KEY);

  if (g_str_equal (response, "save"))
    {
      choose_file (self);
    }
  else if (g_str_equal (response, "discard"))
    {
      set_saved (self, rgm_curves_figure_get_given (RGM_CURVES_FIGURE (self->figure)));
      go_on (self);
    }
}

static void
ask (CurvesKeeper *self,
     Then          then)
{
  AdwMessageDialog *dialog = rgm_ask_save_new (self->window, _("Save the curves?"),
                                               _("They belong to no data set. What has not been saved will be lost."));

  self->then = then;
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_answer), self->window, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* ── The window's ────────────────────────────────────────────────────────────── */

static void
on_save (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       window)
{
  CurvesKeeper *self = g_object_get_data (window, KEY);

  self->then = THEN_STAY;
  choose_file (self);
}

static void
on_drop (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       window)
{
  CurvesKeeper *self = g_object_get_data (window, KEY);

  if (is_unsaved (self))
    ask (self, THEN_DROP);
  else
    rgm_curves_figure_set_patients (RGM_CURVES_FIGURE (self->figure), NULL);
}

/**
 * rgm_curves_keeper_set_saved:
 * @window: a window that rgm_curves_keeper_install() was called for
 * @patients: what its figure of curves was given
 *
 * Says that the patients are in a file already.
 */
void
rgm_curves_keeper_set_saved (GtkWindow        *window,
                             RgmPatientGroups *patients)
{
  set_saved (g_object_get_data (G_OBJECT (window), KEY), patients);
}

/**
 * rgm_curves_keeper_may_close:
 * @window: a window that is about to be closed
 *
 * Returns: whether it may be; if not, its person is asked what is to become of the curves
 */
gboolean
rgm_curves_keeper_may_close (GtkWindow *window)
{
  CurvesKeeper *self = g_object_get_data (G_OBJECT (window), KEY);

  if (!is_unsaved (self))
    return TRUE;

  ask (self, THEN_CLOSE);

  return FALSE;
}

/**
 * rgm_curves_keeper_install:
 * @window: a window
 * @window_state: what it shows
 *
 * Gives the window the actions `win.save-curves` and `win.drop-curves`, for curves that were added for themselves.
 */
void
rgm_curves_keeper_install (GtkWindow      *window,
                           RgmWindowState *window_state)
{
  static const GActionEntry actions[] = {
    { .name = "save-curves", .activate = on_save },
    { .name = "drop-curves", .activate = on_drop },
  };
  CurvesKeeper *self = g_new0 (CurvesKeeper, 1);

  self->window = window;
  self->figure = g_object_ref (rgm_window_state_get_figure (window_state, "curves"));
  g_object_set_data_full (G_OBJECT (window), KEY, self, curves_keeper_free);
  g_action_map_add_action_entries (G_ACTION_MAP (window), actions, G_N_ELEMENTS (actions), window);
}
