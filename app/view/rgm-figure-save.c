/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <glib/gi18n-lib.h>

#include "rgm-export.h"
#include "rgm-export-table.h"
#include "rgm-figure-copy.h"
#include "rgm-figure-save.h"

/* The sizes that are offered, in points, and pixels a point for a picture. */
static const struct
{
  const char *id;
  const char *label;
  double width;
  double height;
  double pixels;
} sizes[] = {
  { "whole", N_("A slide’s width, as tall as the figure needs"), 0, 0, 1 },
  { "slide", N_("Slide, 960 × 540 points; picture of 1920 × 1080 pixels"), 960, 540, 2 },
  { "large-slide", N_("Slide, 960 × 540 points; picture of 3840 × 2160 pixels"), 960, 540, 4 },
  { "a4", N_("A4 upright, 595 × 842 points; picture of 300 dots an inch"), 595, 842, 300 / 72.0 },
  { "a4-landscape", N_("A4 across, 842 × 595 points; picture of 300 dots an inch"), 842, 595, 300 / 72.0 },
};

static const struct
{
  const char *id;
  const char *label;
} themes[] = {
  { "light", N_("Light") },
  { "dark", N_("Dark") },
  { "contrast", N_("High contrast") },
  { "print", N_("For print") },
};

typedef struct
{
  RgmFigure *figure;
  GtkWidget *widget;
} Saving;

static void
saving_free (gpointer  data,
             GClosure *closure)
{
  Saving *saving = data;

  g_object_unref (saving->figure);
  g_object_unref (saving->widget);
  g_free (saving);
}

static void
toast (GtkWidget  *widget,
       const char *format,
       ...) G_GNUC_PRINTF (2, 3);

static void
toast (GtkWidget  *widget,
       const char *format,
       ...)
{
  g_autofree char *text = NULL;
  va_list args;

  va_start (args, format);
  text = g_strdup_vprintf (format, args);
  va_end (args);

  gtk_widget_activate_action (widget, "win.toast", "s", text);
}

static GBytes *
make_bytes (Saving                *saving,
            RgmExportFormat        format,
            const char            *size,
            const char            *theme,
            GError               **error)
{
  RgmExportOptions options = {
    .format = format,
    .theme = theme,
    .family = rgm_figure_family (saving->widget),
    .right_to_left = gtk_widget_get_direction (saving->widget) == GTK_TEXT_DIR_RTL,
  };

  if (format == RGM_EXPORT_CSV || format == RGM_EXPORT_HTML)
    return rgm_export_table (saving->figure, format == RGM_EXPORT_HTML);

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      double scale = format == RGM_EXPORT_PNG ? sizes[i].pixels : 1;

      if (!g_str_equal (sizes[i].id, size))
        continue;
      options.width = round (sizes[i].width * scale);
      options.height = round (sizes[i].height * scale);
    }

  return rgm_export_figure (saving->figure, &options, error);
}

static void
on_response (GtkNativeDialog *dialog,
             int              response,
             Saving          *saving)
{
  GtkFileChooser *chooser = GTK_FILE_CHOOSER (dialog);
  g_autoptr (GFile) file = NULL;
  g_autofree char *name = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  RgmExportFormat format;
  const char *size = gtk_file_chooser_get_choice (chooser, "size");
  const char *theme = gtk_file_chooser_get_choice (chooser, "theme");

  if (response == GTK_RESPONSE_ACCEPT)
    {
      file = gtk_file_chooser_get_file (chooser);
      name = g_file_get_basename (file);

      if (!rgm_export_format_from_name (name, &format))
        {
          toast (saving->widget, _("“%s” wasn’t saved: end its name in .svg, .pdf, .png or .csv."), name);
        }
      else
        {
          bytes = make_bytes (saving, format, size != NULL ? size : "whole", theme != NULL ? theme : "light", &error);
          if (bytes != NULL && rgm_export_save (bytes, file, NULL, &error))
            toast (saving->widget, _("“%s” is saved."), name);
          else
            /* Set wherever nothing was made or saved. NOLINTNEXTLINE(clang-analyzer-core.NullDereference) */
            toast (saving->widget, _("The figure wasn’t saved: %s"), error->message);
        }
    }

  gtk_native_dialog_destroy (dialog);
}

static void
add_filter (GtkFileChooser *chooser,
            const char     *name,
            const char     *suffix)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, name);
  gtk_file_filter_add_suffix (filter, suffix);
  gtk_file_chooser_add_filter (chooser, filter);
}

static void
add_choices (GtkFileChooser *chooser)
{
  const char *size_ids[G_N_ELEMENTS (sizes) + 1] = { NULL };
  const char *size_labels[G_N_ELEMENTS (sizes) + 1] = { NULL };
  const char *theme_ids[G_N_ELEMENTS (themes) + 1] = { NULL };
  const char *theme_labels[G_N_ELEMENTS (themes) + 1] = { NULL };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      size_ids[i] = sizes[i].id;
      size_labels[i] = _(sizes[i].label);
    }
  for (guint i = 0; i < G_N_ELEMENTS (themes); i++)
    {
      theme_ids[i] = themes[i].id;
      theme_labels[i] = _(themes[i].label);
    }

  gtk_file_chooser_add_choice (chooser, "size", _("Size"), size_ids, size_labels);
  gtk_file_chooser_set_choice (chooser, "size", sizes[0].id);
  gtk_file_chooser_add_choice (chooser, "theme", _("Colours"), theme_ids, theme_labels);
  gtk_file_chooser_set_choice (chooser, "theme", themes[0].id);
}

/**
 * rgm_figure_save:
 * @figure: a figure
 * @widget: a widget of the window that asks
 * @name: what the file is to be called, without an ending
 *
 * Asks for a file, a size and colours, and saves the whole figure, laid out anew. The
 * file's ending names the format; what was there before is there still if saving fails.
 */
void
rgm_figure_save (RgmFigure  *figure,
                 GtkWidget  *widget,
                 const char *name)
{
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (_("Save the figure"), GTK_WINDOW (gtk_widget_get_root (widget)),
                                                              GTK_FILE_CHOOSER_ACTION_SAVE, _("_Save"), NULL);
  GtkFileChooser *chooser = GTK_FILE_CHOOSER (dialog);
  g_autofree char *file_name = g_strconcat (name, ".svg", NULL);
  Saving *saving = g_new (Saving, 1);

  saving->figure = g_object_ref (figure);
  saving->widget = g_object_ref (widget);

  gtk_file_chooser_set_current_name (chooser, file_name);
  add_filter (chooser, _("Drawing (SVG)"), "svg");
  add_filter (chooser, _("Document (PDF)"), "pdf");
  add_filter (chooser, _("Picture (PNG)"), "png");
  add_filter (chooser, _("Table (CSV)"), "csv");
  add_choices (chooser);

  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_signal_connect_data (dialog, "response", G_CALLBACK (on_response), saving, saving_free, 0);
  g_object_set_data_full (G_OBJECT (widget), "chooser", dialog, g_object_unref);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}
