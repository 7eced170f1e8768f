/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "rgm-figure-copy.h"
#include "rgm-help-window.h"
#include "rgm-slides-dialog.h"
#include "rgm-isolate.h"
#include "rgm-row-name.h"
#include "rgm-slides-save.h"

/* As what slides are written: one of the formats of a deck, or a folder of images. */
#define RGM_TYPE_SLIDES_DIALOG (rgm_slides_dialog_get_type ())
G_DECLARE_FINAL_TYPE (RgmSlidesDialog, rgm_slides_dialog, RGM, SLIDES_DIALOG, AdwWindow)

struct _RgmSlidesDialog
{
  AdwWindow             parent_instance;

  GtkWidget            *asker;    /* a widget of the window that shows what was done */
  char                 *name;
  RgmSlidesFill         fill;
  gpointer              data;
  GDestroyNotify        free_data;
  GBytes               *presentation;   /* the template, or NULL */
  GtkFileChooserNative *chooser;

  GtkLabel             *remark;
  AdwComboRow          *format;
  AdwComboRow          *handout;
  AdwComboRow          *images;
  AdwActionRow         *template;
  GtkWidget            *clear_template;
  GtkWidget            *choose_template;
  AdwComboRow          *size;
  AdwComboRow          *theme;
  GtkWidget            *method_row;
  GtkSwitch            *method;
  GtkWidget            *tables_row;
  GtkSwitch            *tables;
};

G_DEFINE_FINAL_TYPE (RgmSlidesDialog, rgm_slides_dialog, ADW_TYPE_WINDOW)

static const RgmExportFormat image_formats[] = { RGM_EXPORT_SVG, RGM_EXPORT_PNG };

/* What was chosen last is offered again for as long as the program runs. */
static struct
{
  guint format;
  guint handout;
  guint images;
  guint size;
  guint theme;
  gboolean with_method;
  gboolean with_tables;
} last;

/* ── What is chosen ──────────────────────────────────────────────────────────── */

/* After the formats of a deck: a folder with a file for each chart. */
static gboolean
is_folder (RgmSlidesDialog *self)
{
  return adw_combo_row_get_selected (self->format) == g_strv_length ((char **) rgm_enum_get_nicks (RGM_TYPE_DECK_FORMAT));
}

static gboolean
is_format (RgmSlidesDialog *self,
           RgmDeckFormat    format)
{
  return adw_combo_row_get_selected (self->format) == (guint) format;
}

static RgmHandout
get_handout (RgmSlidesDialog *self)
{
  return is_format (self, RGM_DECK_PDF) ? (RgmHandout) adw_combo_row_get_selected (self->handout) : RGM_HANDOUT_NONE;
}

static void
show_rows (RgmSlidesDialog *self)
{
  gboolean has_images = is_format (self, RGM_DECK_ZIP) || is_folder (self);
  gboolean has_template = is_format (self, RGM_DECK_PPTX) && self->presentation != NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->handout), is_format (self, RGM_DECK_PDF));
  gtk_widget_set_visible (GTK_WIDGET (self->images), has_images);
  gtk_widget_set_visible (GTK_WIDGET (self->template), is_format (self, RGM_DECK_PPTX));
  gtk_widget_set_visible (self->clear_template, self->presentation != NULL);
  /* A template has its own. */
  gtk_widget_set_visible (GTK_WIDGET (self->size), !has_template);
  gtk_widget_set_visible (GTK_WIDGET (self->theme), !has_template);
  gtk_widget_set_visible (self->method_row, !has_images);
  gtk_widget_set_visible (self->tables_row, !has_images);
}

static void
remember (RgmSlidesDialog *self)
{
  last.format = adw_combo_row_get_selected (self->format);
  last.handout = adw_combo_row_get_selected (self->handout);
  last.images = adw_combo_row_get_selected (self->images);
  last.size = adw_combo_row_get_selected (self->size);
  last.theme = adw_combo_row_get_selected (self->theme);
  last.with_method = gtk_switch_get_active (self->method);
  last.with_tables = gtk_switch_get_active (self->tables);
}

static RgmDeck *
make_deck (RgmSlidesDialog  *self,
           GError          **error)
{
  const RgmDeckOptions options = {
    .title = self->name,
    .size = (RgmSlideSize) adw_combo_row_get_selected (self->size),
    .theme = (RgmThemeKind) adw_combo_row_get_selected (self->theme),
    .direction = rgm_figure_direction (GTK_WIDGET (self)),
    .with_method = gtk_switch_get_active (self->method),
    .with_tables = gtk_switch_get_active (self->tables),
    .handout = get_handout (self),
    .images = image_formats[adw_combo_row_get_selected (self->images)],
  };
  g_autoptr (RgmDeck) deck = rgm_deck_new (&options);

  if (is_format (self, RGM_DECK_PPTX) && self->presentation != NULL && !rgm_deck_set_template (deck, self->presentation, error))
    return NULL;
  self->fill (deck, self->data);

  return g_steal_pointer (&deck);
}

static void
complain (RgmSlidesDialog *self,
          const char      *heading,
          const GError    *error)
{
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), heading, error != NULL ? error->message : NULL);

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _("_Close"));
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "close");
  gtk_window_present (GTK_WINDOW (dialog));
}

/* ── Files ───────────────────────────────────────────────────────────────────── */

static void
show_chooser (RgmSlidesDialog      *self,
              const char           *title,
              GtkFileChooserAction  action,
              const char           *accept,
              GCallback             on_response)
{
  g_clear_object (&self->chooser);
  self->chooser = gtk_file_chooser_native_new (title, GTK_WINDOW (self), action, accept, NULL);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);
  g_signal_connect_object (self->chooser, "response", on_response, self, 0);
}

static void
add_filter (RgmSlidesDialog    *self,
            const char         *name,
            const char * const *suffixes)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, name);
  for (guint i = 0; suffixes[i] != NULL; i++)
    gtk_file_filter_add_suffix (filter, suffixes[i]);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (self->chooser), filter);
}

/* The dialog stays where it didn't work, with all that is chosen in it. */
static void
on_export_response (GtkNativeDialog *chooser,
                    int              response,
                    RgmSlidesDialog *self)
{
  g_autoptr (GFile) file = response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser)) : NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (RgmDeck) deck = NULL;
  g_autofree char *saved = NULL;
  g_autofree char *text = NULL;

  gtk_native_dialog_destroy (chooser);
  if (file == NULL)
    return;

  deck = make_deck (self, &error);
  if (deck != NULL)
    saved = is_folder (self) ? rgm_slides_save_folder (deck, file, self->name, &error)
                             : rgm_slides_save (deck, (RgmDeckFormat) adw_combo_row_get_selected (self->format), file, &error);
  if (saved == NULL)
    {
      complain (self, _("The slides could not be saved"), error);
      return;
    }

  text = rgm_text_printf (_("“%s” was saved."), saved);
  gtk_widget_activate_action (self->asker, "win.toast", "s", text);
  gtk_window_close (GTK_WINDOW (self));
}

static void
choose_file (RgmSlidesDialog *self,
             int              format)
{
  const char *suffixes[] = { rgm_enum_get_nick (RGM_TYPE_DECK_FORMAT, format), NULL };
  g_autofree char *name = rgm_slides_make_name (self->name, suffixes[0]);

  show_chooser (self, _("Save the slides"), GTK_FILE_CHOOSER_ACTION_SAVE, _("_Save"), G_CALLBACK (on_export_response));
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (self->chooser), name);
  add_filter (self, rgm_enum_get_label (RGM_TYPE_DECK_FORMAT, format), suffixes);
}

static void
export_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  RgmSlidesDialog *self = RGM_SLIDES_DIALOG (widget);

  remember (self);
  if (is_folder (self))
    show_chooser (self, _("Choose where to create the folder of images"), GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER, _("_Save"),
                  G_CALLBACK (on_export_response));
  else
    choose_file (self, (int) adw_combo_row_get_selected (self->format));
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

static void
set_template (RgmSlidesDialog *self,
              GBytes          *presentation,
              const char      *name)
{
  g_clear_pointer (&self->presentation, g_bytes_unref);
  self->presentation = presentation != NULL ? g_bytes_ref (presentation) : NULL;
  adw_action_row_set_subtitle (self->template, name != NULL ? name : _("None: plain slides"));
  show_rows (self);
}

static void
on_template_response (GtkNativeDialog *chooser,
                      int              response,
                      RgmSlidesDialog *self)
{
  const RgmDeckOptions options = { NULL };
  g_autoptr (GFile) file = response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser)) : NULL;
  g_autoptr (RgmDeck) deck = rgm_deck_new (&options);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *base = NULL;
  g_autofree char *name = NULL;

  gtk_native_dialog_destroy (chooser);
  if (file == NULL)
    return;

  bytes = g_file_load_bytes (file, NULL, NULL, &error);
  if (bytes == NULL || !rgm_deck_set_template (deck, bytes, &error))
    {
      complain (self, _("The template cannot be used"), error);
      return;
    }

  base = g_file_get_basename (file);
  name = g_filename_display_name (base);
  set_template (self, bytes, name);
}

static void
choose_template_action (GtkWidget  *widget,
                        const char *name,
                        GVariant   *parameter)
{
  static const char * const suffixes[] = { "pptx", "potx", NULL };
  RgmSlidesDialog *self = RGM_SLIDES_DIALOG (widget);

  show_chooser (self, _("Choose a template"), GTK_FILE_CHOOSER_ACTION_OPEN, _("_Open"), G_CALLBACK (on_template_response));
  add_filter (self, _("PowerPoint presentations and templates"), suffixes);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

static void
clear_template_action (GtkWidget  *widget,
                       const char *name,
                       GVariant   *parameter)
{
  RgmSlidesDialog *self = RGM_SLIDES_DIALOG (widget);

  /* The button goes with what it did, and would take the focus with it. */
  gtk_widget_grab_focus (self->choose_template);
  set_template (self, NULL, NULL);
}

/* ── The widget ──────────────────────────────────────────────────────────────── */

static void
fill_row (AdwComboRow *row,
          GType        vocabulary,
          const char  *further,
          guint        selected)
{
  const char * const *nicks = rgm_enum_get_nicks (vocabulary);
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);

  for (guint i = 0; nicks[i] != NULL; i++)
    gtk_string_list_append (labels, rgm_enum_get_label (vocabulary, rgm_enum_find (vocabulary, nicks[i])));
  if (further != NULL)
    gtk_string_list_append (labels, further);
  adw_combo_row_set_model (row, G_LIST_MODEL (labels));
  adw_combo_row_set_selected (row, selected);
  rgm_row_tell_choice (GTK_WIDGET (row));
}

static void
fill_images (RgmSlidesDialog *self)
{
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (image_formats); i++)
    gtk_string_list_append (labels, rgm_enum_get_label (RGM_TYPE_EXPORT_FORMAT, (int) image_formats[i]));
  adw_combo_row_set_model (self->images, G_LIST_MODEL (labels));
  adw_combo_row_set_selected (self->images, last.images);
  rgm_row_tell_choice (GTK_WIDGET (self->images));
}

static void
rgm_slides_dialog_dispose (GObject *object)
{
  RgmSlidesDialog *self = RGM_SLIDES_DIALOG (object);

  g_clear_object (&self->chooser);
  g_clear_object (&self->asker);
  g_clear_pointer (&self->presentation, g_bytes_unref);
  if (self->free_data != NULL)
    self->free_data (self->data);
  self->free_data = NULL;

  G_OBJECT_CLASS (rgm_slides_dialog_parent_class)->dispose (object);
}

static void
rgm_slides_dialog_finalize (GObject *object)
{
  g_free (RGM_SLIDES_DIALOG (object)->name);

  G_OBJECT_CLASS (rgm_slides_dialog_parent_class)->finalize (object);
}

static void
rgm_slides_dialog_class_init (RgmSlidesDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rgm_slides_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = rgm_slides_dialog_finalize;

  gtk_widget_class_set_template_from_resource (widget_class, RGM_RESOURCE_PREFIX "/ui/rgm-slides-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, RgmSlidesDialog, remark);
  gtk_widget_class_bind_template_child (widget_class, RgmSlidesDialog, format);
  gtk_widget_class_bind_template_child (widget_class, RgmSlidesDialog, handout);
  gtk_widget_class_bind_template_child (widget_class, RgmSlidesDialog, images);
  gtk_widget_class_bind_template_child (widget_class, RgmSlidesDialog, template);
  gtk_widget_class_bind_template_child (widget_class, RgmSlidesDialog, clear_template);
  gtk_widget_class_bind_template_child (widget_class, RgmSlidesDialog, choose_template);
  gtk_widget_class_bind_template_child (widget_class, RgmSlidesDialog, size);
  gtk_widget_class_bind_template_child (widget_class, RgmSlidesDialog, theme);
  gtk_widget_class_bind_template_child (widget_class, RgmSlidesDialog, method_row);
  gtk_widget_class_bind_template_child (widget_class, RgmSlidesDialog, method);
  gtk_widget_class_bind_template_child (widget_class, RgmSlidesDialog, tables_row);
  gtk_widget_class_bind_template_child (widget_class, RgmSlidesDialog, tables);
  gtk_widget_class_bind_template_callback (widget_class, show_rows);
  gtk_widget_class_install_action (widget_class, "slides.export", NULL, export_action);
  gtk_widget_class_install_action (widget_class, "slides.choose-template", NULL, choose_template_action);
  gtk_widget_class_install_action (widget_class, "slides.clear-template", NULL, clear_template_action);
}

static void
rgm_slides_dialog_init (RgmSlidesDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  rgm_help_offer (GTK_WINDOW (self), "story#slides");
  fill_row (self->format, RGM_TYPE_DECK_FORMAT, _("Folder with an image of each chart"), last.format);
  fill_row (self->handout, RGM_TYPE_HANDOUT, NULL, last.handout);
  fill_images (self);
  fill_row (self->size, RGM_TYPE_SLIDE_SIZE, NULL, last.size);
  fill_row (self->theme, RGM_TYPE_THEME_KIND, NULL, last.theme);
  gtk_switch_set_active (self->method, last.with_method);
  gtk_switch_set_active (self->tables, last.with_tables);
  set_template (self, NULL, NULL);
}

/**
 * rgm_slides_dialog_show:
 * @widget: a widget of the window that asks
 * @title: of the slides, and what their file is called until somebody calls it otherwise
 * @remark: (nullable): what a person should know before they are written
 * @fill: adds what is exported to a deck, when it is written
 * @data: what @fill is given
 * @free_data: (nullable): frees @data
 *
 * Lets a person choose as what slides are written, and how they look, and then where to; writes them.
 */
void
rgm_slides_dialog_show (GtkWidget      *widget,
                        const char     *title,
                        const char     *remark,
                        RgmSlidesFill   fill,
                        gpointer        data,
                        GDestroyNotify  free_data)
{
  RgmSlidesDialog *self = g_object_new (RGM_TYPE_SLIDES_DIALOG, "transient-for", gtk_widget_get_root (widget), NULL);

  gtk_label_set_text (self->remark, remark != NULL ? remark : "");
  gtk_widget_set_visible (GTK_WIDGET (self->remark), remark != NULL);
  self->asker = g_object_ref (widget);
  self->name = g_strdup (title);
  self->fill = fill;
  self->data = data;
  self->free_data = free_data;
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->format));
}
