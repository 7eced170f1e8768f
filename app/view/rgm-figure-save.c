/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <glib/gi18n-lib.h>

#include "rgm-export.h"
#include "rgm-export-table.h"
#include "rgm-figure-copy.h"
#include "rgm-figure-save.h"
#include "rgm-page-size.h"
#include "rgm-save-dialog.h"
#include "rgm-store-save.h"
#include "rgm-theme.h"

typedef struct
{
  RgmFigure *figure;
  GtkWidget *widget;
  char      *size;     /* what was chosen before, or NULL */
  char      *theme;
} Saving;

static Saving *
saving_new (RgmFigure  *figure,
            GtkWidget  *widget,
            const char *size,
            const char *theme)
{
  Saving *saving = g_new (Saving, 1);

  saving->figure = g_object_ref (figure);
  saving->widget = g_object_ref (widget);
  saving->size = g_strdup (size);
  saving->theme = g_strdup (theme);

  return saving;
}

static void
saving_free (gpointer  data,
             GClosure *closure)
{
  Saving *saving = data;

  g_object_unref (saving->figure);
  g_object_unref (saving->widget);
  g_free (saving->size);
  g_free (saving->theme);
  g_free (saving);
}

static void
toast (GtkWidget  *widget,
       const char *action,
       const char *format,
       ...) G_GNUC_PRINTF (3, 4);

static void
toast (GtkWidget  *widget,
       const char *action,
       const char *format,
       ...)
{
  g_autofree char *text = NULL;
  va_list args;

  va_start (args, format);
  text = g_strdup_vprintf (format, args);
  va_end (args);

  gtk_widget_activate_action (widget, action, "s", text);
}

static GBytes *
make_bytes (Saving                *saving,
            RgmExportFormat        format,
            RgmPageSize            size,
            const char            *theme,
            GError               **error)
{
  RgmExportOptions options = {
    .format = format,
    .one_page = size == RGM_PAGE_SIZE_FIGURE,
    .theme = theme,
    .family = rgm_figure_family (saving->widget),
    .direction = rgm_figure_direction (saving->widget),
  };

  if (format == RGM_EXPORT_CSV || format == RGM_EXPORT_HTML)
    return rgm_export_table (saving->figure, format == RGM_EXPORT_HTML);

  rgm_page_size_get (size, format, &options.width, &options.height);

  return rgm_export_figure (saving->figure, &options, error);
}

/* The type that is chosen in the dialog; what is typed with the ending of another type is
 * of that type. */
static gboolean
find_format (GtkFileChooser   *chooser,
             const char       *name,
             RgmExportFormat  *format,
             const char      **suffix)
{
  GtkFileFilter *filter = gtk_file_chooser_get_filter (chooser);
  const char *chosen = filter != NULL ? g_object_get_data (G_OBJECT (filter), "suffix") : "svg";
  g_autofree char *whole = NULL;

  *suffix = "";
  if (rgm_export_format_from_name (name, format))
    return TRUE;

  whole = g_strconcat ("x.", chosen, NULL);
  *suffix = chosen;

  return rgm_export_format_from_name (whole, format);
}

static void show_dialog (Saving     *saving,
                         const char *name);

static gboolean
save (Saving         *saving,
      GtkFileChooser *chooser,
      GFile          *file,
      GError        **error)
{
  int size = rgm_enum_find (RGM_TYPE_PAGE_SIZE, gtk_file_chooser_get_choice (chooser, "size"));
  const char *theme = gtk_file_chooser_get_choice (chooser, "theme");
  g_autofree char *typed = g_file_get_basename (file);
  g_autofree char *name = NULL;
  g_autoptr (GFile) target = NULL;
  g_autoptr (GBytes) bytes = NULL;
  RgmExportFormat format;
  const char *suffix;

  if (!find_format (chooser, typed, &format, &suffix))
    return FALSE;

  target = *suffix != '\0' ? rgm_store_complete_name (file, suffix, error) : g_object_ref (file);
  if (target == NULL)
    return FALSE;
  bytes = make_bytes (saving, format, (RgmPageSize) MAX (size, 0), theme != NULL ? theme : "light", error);
  if (bytes == NULL || !rgm_store_save (bytes, target, NULL, error))
    return FALSE;

  name = g_file_get_basename (target);
  toast (saving->widget, "win.toast", _("“%s” was saved."), name);

  return TRUE;
}

static void
on_response (GtkNativeDialog *dialog,
             int              response,
             Saving          *saving)
{
  GtkFileChooser *chooser = GTK_FILE_CHOOSER (dialog);
  g_autoptr (GFile) file = response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_file (chooser) : NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = NULL;

  if (file != NULL)
    {
      g_free (saving->size);
      saving->size = g_strdup (gtk_file_chooser_get_choice (chooser, "size"));
      g_free (saving->theme);
      saving->theme = g_strdup (gtk_file_chooser_get_choice (chooser, "theme"));
      rgm_save_dialog_keep_folder (chooser);
      if (!save (saving, chooser, file, &error))
        {
          toast (saving->widget, "win.complain", _("The figure could not be saved: %s"), error != NULL ? error->message : "");
          name = g_file_get_basename (file);
        }
    }

  gtk_native_dialog_destroy (dialog);
  /* A name that is refused brings the dialog back, with all that was set in it. */
  if (name != NULL)
    show_dialog (saving_new (saving->figure, saving->widget, saving->size, saving->theme), name);
}

static void
add_filter (GtkFileChooser *chooser,
            const char     *name,
            const char     *suffix)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, name);
  gtk_file_filter_add_suffix (filter, suffix);
  g_object_set_data (G_OBJECT (filter), "suffix", (gpointer) suffix);
  gtk_file_chooser_add_filter (chooser, filter);
}

static void
add_choice (GtkFileChooser *chooser,
            const char     *id,
            const char     *label,
            GType           vocabulary,
            const char     *chosen)
{
  const char * const *nicks = rgm_enum_get_nicks (vocabulary);
  g_autoptr (GPtrArray) labels = g_ptr_array_new ();

  for (guint i = 0; nicks[i] != NULL; i++)
    g_ptr_array_add (labels, (gpointer) rgm_enum_get_label (vocabulary, rgm_enum_find (vocabulary, nicks[i])));
  g_ptr_array_add (labels, NULL);

  gtk_file_chooser_add_choice (chooser, id, label, (const char **) nicks, (const char **) labels->pdata);
  gtk_file_chooser_set_choice (chooser, id, chosen != NULL ? chosen : nicks[0]);
}

static void
show_dialog (Saving     *saving,
             const char *name)
{
  GtkWindow *parent = GTK_WINDOW (gtk_widget_get_root (saving->widget));
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (_("Save the figure"), parent, GTK_FILE_CHOOSER_ACTION_SAVE,
                                                              _("_Save"), NULL);
  GtkFileChooser *chooser = GTK_FILE_CHOOSER (dialog);
  const char * const *formats = rgm_enum_get_nicks (RGM_TYPE_EXPORT_FORMAT);

  gtk_file_chooser_set_current_name (chooser, name);
  rgm_save_dialog_restore_folder (chooser);
  for (guint i = 0; formats[i] != NULL; i++)
    add_filter (chooser, rgm_enum_get_label (RGM_TYPE_EXPORT_FORMAT, rgm_enum_find (RGM_TYPE_EXPORT_FORMAT, formats[i])), formats[i]);
  add_choice (chooser, "size", _("Size"), RGM_TYPE_PAGE_SIZE, saving->size);
  add_choice (chooser, "theme", _("Colours"), RGM_TYPE_THEME_KIND, saving->theme);

  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_signal_connect_data (dialog, "response", G_CALLBACK (on_response), saving, saving_free, 0);
  /* A native dialog is nobody's but the page's. */
  g_object_set_data_full (G_OBJECT (saving->widget), "chooser", dialog, g_object_unref);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

/* 'Objective response rate by class of agents': what is in the file, as far as a name can say it. */
static char *
make_name (RgmFigure *figure)
{
  const RgmFrame *frame = rgm_figure_get_frame (figure);
  char *name = g_strdup (frame->title);

  return g_strdelimit (name, "/\\:*?\"<>|", '-');
}

/**
 * rgm_figure_save:
 * @figure: a figure
 * @widget: a widget of the window that asks
 *
 * Asks for a file, a size and colours, and saves the whole figure, laid out anew. The
 * file's ending names the format; what was there before is there still if saving fails.
 */
void
rgm_figure_save (RgmFigure *figure,
                 GtkWidget *widget)
{
  g_autofree char *name = make_name (figure);

  show_dialog (saving_new (figure, widget, NULL, NULL), name);
}
