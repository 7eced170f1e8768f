/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "rgm-accessible.h"
#include "rgm-add-dialog.h"
#include "rgm-data-about.h"
#include "rgm-citation.h"
#include "rgm-data-page.h"
#include "rgm-detail-rows.h"
#include "rgm-doubts.h"
#include "rgm-edit.h"
#include "rgm-examples.h"
#include "rgm-field-label.h"
#include "rgm-flow-box.h"
#include "rgm-format.h"
#include "rgm-figure-origin.h"
#include "rgm-isolate.h"
#include "rgm-library.h"
#include "rgm-long-list.h"
#include "rgm-page-widgets.h"
#include "rgm-record-dialog.h"
#include "rgm-row-name.h"
#include "rgm-vocabulary.h"

/* A frame lays a page out once it has begun; the next one sees it. */
#define FRAMES_TO_LAY_OUT 2

/* What the data set is, and everything in it that isn't a trial. Built when the page is
 * first looked at: most who open the program don't come here. */
struct _RgmDataPage
{
  GtkWidget          parent_instance;

  RgmWindowState      *window_state;
  RgmDataSet        *shown;
  gboolean           is_editable;
  GHashTable        *trials;   /* a remark to the trial that it is on */
  GHashTable        *long_lists;  /* what a list is of to the list */
  GHashTable        *n_shown;  /* and to how many of its rows were called for */
  GHashTable        *buttons;  /* the path of a record to what edits it */
  char              *focus_path;
  double             scrolled;   /* how far the page was before it was built anew */
  guint              n_frames;   /* until it is laid out */

  GtkWidget         *overlay;
  GtkScrolledWindow *scroller;
  GtkBox            *parts;
  GtkBox            *lists;
  GtkLabel          *place;
  GtkWidget         *edit;
  GMenu             *examples;
};

G_DEFINE_FINAL_TYPE (RgmDataPage, rgm_data_page, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_WINDOW_STATE,
};

static void
on_place (GtkWidget  *widget,
          const char *action,
          GVariant   *parameter)
{
  RgmDataPage *self = RGM_DATA_PAGE (widget);
  const char *text = g_variant_get_string (parameter, NULL);

  gtk_label_set_text (self->place, text);
  gtk_widget_set_visible (GTK_WIDGET (self->place), *text != '\0');
}

/* ── Rows that can be edited ─────────────────────────────────────────────────── */

/* A row folds out by itself, so the button stands in its head; a source has only its text. */
static void
place_button (GtkWidget *row,
              GtkWidget *button)
{
  GtkWidget *child, *box;

  if (ADW_IS_EXPANDER_ROW (row))
    {
      adw_expander_row_add_action (ADW_EXPANDER_ROW (row), button);
      return;
    }
  if (ADW_IS_ACTION_ROW (row))
    {
      gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
      return;
    }

  child = g_object_ref (gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (row)));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), NULL);
  box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_set_hexpand (child, TRUE);
  gtk_widget_set_margin_end (button, 12);
  gtk_box_append (GTK_BOX (box), child);
  gtk_box_append (GTK_BOX (box), button);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  g_object_unref (child);
}

/* A button that edits the record at a path, and has the focus again when that is done. */
static GtkWidget *
make_edit_button (RgmDataPage *self,
                  const char  *path,
                  const char  *name)
{
  GtkWidget *button = rgm_action_button_new ("document-edit-symbolic", "page.edit-record", path, _("Edit “%s”"), name);

  g_hash_table_insert (self->buttons, g_strdup (path), button);

  return button;
}

static GtkWidget *
make_editable (RgmDataPage          *self,
               GtkWidget            *row,
               const char           *list,
               const RgmDescription *description,
               gpointer              record)
{
  g_autofree char *path = NULL;

  if (!self->is_editable)
    return row;

  path = rgm_edit_make_path (list, rgm_record_get_id (description, record));
  place_button (row, make_edit_button (self, path, rgm_edit_get_name (description, record)));

  return row;
}

static GtkWidget *
make_remark_row (gpointer item,
                 gpointer user_data)
{
  RgmDataPage *self = user_data;
  RgmRemark *remark = item;
  RgmTrial *trial = g_hash_table_lookup (self->trials, remark);
  GtkWidget *row = adw_action_row_new ();
  const char *about = remark->about;
  guint position;
  g_autofree char *title = NULL;
  g_autofree char *places = NULL;
  g_autofree char *description = NULL;

  if (trial != NULL && about != NULL)
    /* Translators: a trial and what a conflict about it is about: 'TRIAL: population'. */
    title = rgm_text_printf (C_("conflict", "%s: %s"), trial->name, about);
  else
    title = g_strdup (trial != NULL ? trial->name : about != NULL ? about : _("The data set"));

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), remark->text);
  rgm_row_set_name (row, title);
  places = rgm_citation_places (self->shown, remark->citations);
  rgm_tell_place (row, places);
  /* The name is only what the conflict is about. */
  description = g_strjoin ("\n", remark->text, *places != '\0' ? places : NULL, NULL);
  rgm_accessible_set_description (row, description);
  if (trial != NULL)
    {
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.show-trial");
      gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", trial->id);
    }
  else if (self->is_editable && g_ptr_array_find (self->shown->remarks, remark, &position))
    {
      g_autofree char *path = g_strdup_printf ("remarks/%u", position);

      place_button (row, make_edit_button (self, path, remark->text));
    }

  return row;
}

static GtkWidget *
make_agent_row (gpointer item,
                gpointer user_data)
{
  RgmDataPage *self = user_data;

  return make_editable (self, rgm_agent_row_new (self->shown, item), "agents", &rgm_agent_description, item);
}

static GtkWidget *
make_regimen_row (gpointer item,
                  gpointer user_data)
{
  RgmDataPage *self = user_data;

  return make_editable (self, rgm_whole_regimen_row_new (self->shown, item), "regimens", &rgm_regimen_description, item);
}

static GtkWidget *
make_biomarker_row (gpointer item,
                    gpointer user_data)
{
  RgmDataPage *self = user_data;

  return make_editable (self, rgm_biomarker_row_new (self->shown, item), "biomarkers", &rgm_biomarker_description, item);
}

/* A record that is a value is listed by its id. */
static GtkWidget *
make_value_row (RgmDataPage          *self,
                const char           *list,
                const RgmDescription *description,
                GtkStringObject      *id)
{
  g_autofree char *path = rgm_edit_make_path (list, gtk_string_object_get_string (id));
  gpointer record = (gpointer) rgm_edit_find (self->shown, path, NULL, NULL);
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), rgm_edit_get_name (description, record));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), gtk_string_object_get_string (id));
  rgm_row_set_name (row, rgm_edit_get_name (description, record));

  return make_editable (self, row, list, description, record);
}

static GtkWidget *
make_endpoint_row (gpointer item,
                   gpointer user_data)
{
  return make_value_row (user_data, "endpoints", &rgm_endpoint_description, item);
}

static GtkWidget *
make_class_row (gpointer item,
                gpointer user_data)
{
  return make_value_row (user_data, "classes", &rgm_class_description, item);
}

static GtkWidget *
make_characteristic_row (gpointer item,
                         gpointer user_data)
{
  RgmDataPage *self = user_data;

  return make_editable (self, rgm_biomarker_row_new (self->shown, item), "characteristics", &rgm_biomarker_description, item);
}

static GtkWidget *
make_source_row (gpointer item,
                 gpointer user_data)
{
  return make_editable (user_data, rgm_source_row_new (item, NULL), "sources", &rgm_source_description, item);
}

static void
edit_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  RgmDataPage *self = RGM_DATA_PAGE (widget);
  const char *path = g_variant_get_string (parameter, NULL);
  GtkWidget *button = g_hash_table_lookup (self->buttons, path);

  if (rgm_window_state_get_document (self->window_state) == NULL)
    return;

  /* Assistive technology presses a button that hasn't the focus, and the way back leads there. */
  if (button != NULL)
    gtk_widget_grab_focus (button);
  rgm_record_dialog_show (GTK_WINDOW (gtk_widget_get_root (widget)), self->window_state, path);
}

/* The focus goes to what was added, whose row is shown however long the list is. */
static void
on_added (const char *path,
          gpointer    data)
{
  RgmDataPage *self = data;

  g_free (self->focus_path);
  self->focus_path = g_strdup (path);
}

static void
add_action (GtkWidget  *widget,
            const char *action,
            GVariant   *parameter)
{
  RgmDataPage *self = RGM_DATA_PAGE (widget);

  if (rgm_window_state_get_document (self->window_state) != NULL)
    rgm_add_dialog_show (GTK_WINDOW (gtk_widget_get_root (widget)), self->window_state, g_variant_get_string (parameter, NULL),
                         on_added, G_OBJECT (self));
}

/* What has the focus, by the record that it edits. */
static void
remember_focus (RgmDataPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GHashTableIter iter;
  gpointer path, button;

  g_hash_table_iter_init (&iter, self->buttons);
  while (self->focus_path == NULL && g_hash_table_iter_next (&iter, &path, &button))
    if (button == focus)
      self->focus_path = g_strdup (path);
}

static void
restore_focus (RgmDataPage *self)
{
  g_autofree char *path = g_steal_pointer (&self->focus_path);
  g_auto (GStrv) segments = path != NULL ? g_strsplit (path, "/", 2) : NULL;
  RgmLongList *list = segments != NULL && segments[0] != NULL ? g_hash_table_lookup (self->long_lists, segments[0]) : NULL;
  GtkWidget *button;

  if (path == NULL)
    return;

  if (list != NULL && !g_hash_table_contains (self->buttons, path) && rgm_edit_find (self->shown, path, NULL, NULL) != NULL)
    rgm_long_list_show (list, G_MAXUINT);
  button = g_hash_table_lookup (self->buttons, path);
  if (button != NULL)
    gtk_widget_grab_focus (button);
}

/* A page that was just built is laid out in the next frame; before that it can't be scrolled. */
static gboolean
on_frame (GtkWidget     *widget,
          GdkFrameClock *clock,
          gpointer       data)
{
  RgmDataPage *self = RGM_DATA_PAGE (widget);
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *content = gtk_viewport_get_child (GTK_VIEWPORT (gtk_scrolled_window_get_child (self->scroller)));
  GtkAdjustment *down = gtk_scrolled_window_get_vadjustment (self->scroller);
  double page = gtk_adjustment_get_page_size (down);
  graphene_rect_t bounds;

  if (self->n_frames > 0)
    {
      self->n_frames--;
      return G_SOURCE_CONTINUE;
    }

  if (focus != NULL && gtk_widget_is_ancestor (focus, content) && gtk_widget_compute_bounds (focus, content, &bounds) &&
      (bounds.origin.y < self->scrolled || bounds.origin.y + bounds.size.height > self->scrolled + page))
    self->scrolled = bounds.origin.y - page / 2;
  gtk_adjustment_set_value (down, self->scrolled);

  return G_SOURCE_REMOVE;
}

static void
keep_scrolled (RgmDataPage *self)
{
  self->scrolled = gtk_adjustment_get_value (gtk_scrolled_window_get_vadjustment (self->scroller));
  if (self->n_frames == 0)
    gtk_widget_add_tick_callback (GTK_WIDGET (self), on_frame, NULL, NULL);
  self->n_frames = FRAMES_TO_LAY_OUT;
}

/* What a revision of the same data set keeps: how much of each list is shown, how far the page is scrolled, and the focus. */
static void
remember (RgmDataPage *self)
{
  GHashTableIter iter;
  gpointer key, list;

  g_hash_table_iter_init (&iter, self->long_lists);
  while (g_hash_table_iter_next (&iter, &key, &list))
    g_hash_table_insert (self->n_shown, g_strdup (key), GUINT_TO_POINTER (rgm_long_list_get_n_shown (list)));
  remember_focus (self);
  keep_scrolled (self);
}

static void
forget (RgmDataPage *self)
{
  g_hash_table_remove_all (self->n_shown);
  g_clear_pointer (&self->focus_path, g_free);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0.0);
}

/* ── Lists ───────────────────────────────────────────────────────────────────── */

/* With as many rows as somebody had called for in the revision before. */
static GtkWidget *
add_list (RgmDataPage     *self,
          const char      *key,
          const char      *title,
          const char      *description,
          GListModel      *items,
          RgmLongListFunc  make_row)
{
  guint n_shown = GPOINTER_TO_UINT (g_hash_table_lookup (self->n_shown, key));
  GtkWidget *section, *list;

  section = rgm_section_new (title, description);
  list = rgm_long_list_new (title, items, make_row, self);
  rgm_long_list_show (RGM_LONG_LIST (list), n_shown);
  g_hash_table_insert (self->long_lists, g_strdup (key), list);
  gtk_box_append (GTK_BOX (section), list);
  gtk_box_append (self->lists, section);

  return section;
}

/* A list of the data set's records of one kind, to which another can be added. */
static void
add_records (RgmDataPage     *self,
             const char      *title,
             const char      *description,
             const char      *list,
             GListModel      *items,
             RgmLongListFunc  make_row)
{
  const RgmField *field = rgm_description_find_field (&rgm_data_set_description, list);
  GtkWidget *section, *button;

  if (g_list_model_get_n_items (items) == 0 && !self->is_editable)
    return;

  section = add_list (self, list, title, description, items, make_row);
  if (!self->is_editable)
    return;

  button = gtk_button_new_with_label (_(rgm_record_words_find (field->element, list)->add));
  rgm_text_break_in (button);
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "page.add-record");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", list);
  gtk_box_append (GTK_BOX (section), button);
}

/* Those lists that are only looked at to be edited. */
static void
add_definitions (RgmDataPage *self)
{
  g_autoptr (GtkStringList) endpoints = gtk_string_list_new (NULL);
  g_autoptr (GtkStringList) classes = gtk_string_list_new (NULL);
  g_autoptr (GListStore) characteristics = g_list_store_new (RGM_TYPE_BIOMARKER);
  GPtrArray *list = self->shown->endpoints;

  for (guint i = 0; i < list->len; i++)
    gtk_string_list_append (endpoints, ((const RgmEndpoint *) g_ptr_array_index (list, i))->id);
  list = self->shown->classes;
  for (guint i = 0; i < list->len; i++)
    gtk_string_list_append (classes, ((const RgmClass *) g_ptr_array_index (list, i))->id);
  list = self->shown->characteristics;
  for (guint i = 0; i < list->len; i++)
    g_list_store_append (characteristics, g_ptr_array_index (list, i));

  add_records (self, _("Classes of agents"), NULL, "classes", G_LIST_MODEL (classes), make_class_row);
  add_records (self, _("Endpoints"), NULL, "endpoints", G_LIST_MODEL (endpoints), make_endpoint_row);
  add_records (self, _("Patient characteristics"), NULL, "characteristics", G_LIST_MODEL (characteristics), make_characteristic_row);
}

static void
collect_conflicts (RgmDataPage *self,
                   GPtrArray   *remarks,
                   RgmTrial    *trial,
                   GListStore  *conflicts)
{
  for (guint i = 0; i < remarks->len; i++)
    {
      RgmRemark *remark = g_ptr_array_index (remarks, i);

      if (rgm_enum_find (RGM_TYPE_REMARK_KIND, remark->kind) != RGM_REMARK_CONFLICT)
        continue;
      g_list_store_append (conflicts, remark);
      if (trial != NULL)
        g_hash_table_insert (self->trials, remark, trial);
    }
}

static GListStore *
list_conflicts (RgmDataPage *self,
                RgmDataSet  *data_set)
{
  GListStore *conflicts = g_list_store_new (RGM_TYPE_REMARK);
  GListModel *trials = rgm_data_set_get_trials (data_set);

  for (guint i = 0; i < g_list_model_get_n_items (trials); i++)
    {
      g_autoptr (RgmTrial) trial = g_list_model_get_item (trials, i);

      collect_conflicts (self, trial->remarks, trial, conflicts);
    }
  collect_conflicts (self, data_set->remarks, NULL, conflicts);

  return conflicts;
}

/* The cautions and notes on the data set as a whole; those on trials are on the trials' pages. */
static GListStore *
list_other_remarks (RgmDataSet *data_set)
{
  GListStore *others = g_list_store_new (RGM_TYPE_REMARK);
  GPtrArray *remarks = data_set->remarks;

  for (guint i = 0; i < remarks->len; i++)
    if (g_strcmp0 (((RgmRemark *) g_ptr_array_index (remarks, i))->kind, "conflict") != 0)
      g_list_store_append (others, g_ptr_array_index (remarks, i));

  return others;
}

/* What is doubtful about the data set as a whole, as “regimen check” says it. */
static void
add_doubts (RgmDataPage *self)
{
  g_autoptr (GPtrArray) doubts = rgm_doubts_find_in_data_set (self->shown);

  for (guint i = 0; i < doubts->len; i++)
    {
      const RgmDoubt *doubt = g_ptr_array_index (doubts, i);
      GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
      GtkWidget *sign = gtk_image_new_from_icon_name ("dialog-warning-symbolic");

      gtk_widget_set_valign (sign, GTK_ALIGN_START);
      gtk_widget_add_css_class (sign, "warning");
      gtk_box_append (GTK_BOX (box), sign);
      gtk_box_append (GTK_BOX (box), rgm_text_new (doubt->text, NULL));
      gtk_box_append (self->parts, box);
    }
}

static void
rebuild (RgmDataPage *self)
{
  RgmDataSet *data_set = rgm_window_state_get_data_set (self->window_state);
  g_autoptr (GListStore) conflicts = NULL;
  g_autoptr (GListStore) others = NULL;
  const gboolean is_editable = rgm_window_state_get_document (self->window_state) != NULL;

  if (data_set == self->shown && is_editable == self->is_editable)
    return;

  if (data_set != NULL && self->shown != NULL && g_str_equal (data_set->id, self->shown->id))
    remember (self);
  else
    forget (self);

  /* The rows go before what they speak of. */
  g_hash_table_remove_all (self->long_lists);
  g_hash_table_remove_all (self->buttons);
  rgm_box_clear (self->parts);
  rgm_box_clear (self->lists);
  g_hash_table_remove_all (self->trials);
  g_set_object (&self->shown, data_set);
  self->is_editable = is_editable;
  gtk_widget_set_visible (self->edit, data_set != NULL && !is_editable);
  if (data_set == NULL)
    return;

  conflicts = list_conflicts (self, data_set);
  others = list_other_remarks (data_set);
  gtk_box_append (self->parts, rgm_data_about_new (rgm_window_state_get_selection (self->window_state),
                                                   g_list_model_get_n_items (G_LIST_MODEL (conflicts)),
                                                   is_editable ? make_edit_button (self, "", data_set->title) : NULL));
  add_doubts (self);
  if (data_set->licence != NULL)
    gtk_box_append (self->parts, rgm_data_licence_new (data_set->licence));
  gtk_box_append (self->parts, rgm_library_section_new (self->window_state));

  if (g_list_model_get_n_items (G_LIST_MODEL (conflicts)) > 0)
    add_list (self, "conflicts", _("Conflicts"), _("Contradictions within or between sources. Both values are kept; a row opens its trial."),
            G_LIST_MODEL (conflicts), make_remark_row);
  add_records (self, _("Cautions and notes"), _("Other remarks about the evidence as a whole."), "remarks", G_LIST_MODEL (others),
               make_remark_row);
  add_records (self, _("Agents"), NULL, "agents", rgm_data_set_get_agents (data_set), make_agent_row);
  add_records (self, _("Regimens"), NULL, "regimens", rgm_data_set_get_regimens (data_set), make_regimen_row);
  add_records (self, _("Biomarkers"), NULL, "biomarkers", rgm_data_set_get_biomarkers (data_set), make_biomarker_row);
  if (is_editable)
    add_definitions (self);
  add_records (self, _("Sources"), NULL, "sources", rgm_data_set_get_sources (data_set), make_source_row);
  restore_focus (self);
}

static void
on_data_set_changed (RgmDataPage *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    rebuild (self);
}

static void
rgm_data_page_map (GtkWidget *widget)
{
  RgmDataPage *self = RGM_DATA_PAGE (widget);

  if (self->window_state != NULL)
    rebuild (self);

  GTK_WIDGET_CLASS (rgm_data_page_parent_class)->map (widget);
}

static void
rgm_data_page_constructed (GObject *object)
{
  RgmDataPage *self = RGM_DATA_PAGE (object);

  G_OBJECT_CLASS (rgm_data_page_parent_class)->constructed (object);

  g_signal_connect_object (self->window_state, "notify::data-set", G_CALLBACK (on_data_set_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->window_state, "notify::document", G_CALLBACK (on_data_set_changed), self, G_CONNECT_SWAPPED);
  on_data_set_changed (self);
}

static void
rgm_data_page_set_property (GObject *object,
                            guint property_id,
                            const GValue *value,
                            GParamSpec *pspec)
{
  switch (property_id)
    {
    case PROP_WINDOW_STATE:
      RGM_DATA_PAGE (object)->window_state = g_value_dup_object (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
rgm_data_page_dispose (GObject *object)
{
  RgmDataPage *self = RGM_DATA_PAGE (object);

  g_clear_pointer (&self->overlay, gtk_widget_unparent);
  g_clear_pointer (&self->trials, g_hash_table_unref);
  g_clear_pointer (&self->long_lists, g_hash_table_unref);
  g_clear_pointer (&self->n_shown, g_hash_table_unref);
  g_clear_pointer (&self->buttons, g_hash_table_unref);
  g_clear_pointer (&self->focus_path, g_free);
  g_clear_object (&self->shown);
  g_clear_object (&self->window_state);

  G_OBJECT_CLASS (rgm_data_page_parent_class)->dispose (object);
}

static void
rgm_data_page_class_init (RgmDataPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = rgm_data_page_constructed;
  G_OBJECT_CLASS (klass)->set_property = rgm_data_page_set_property;
  G_OBJECT_CLASS (klass)->dispose = rgm_data_page_dispose;
  g_object_class_install_property (G_OBJECT_CLASS (klass), PROP_WINDOW_STATE,
                                   g_param_spec_object ("window-state", NULL, NULL, RGM_TYPE_WINDOW_STATE,
                                                        G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS));
  widget_class->map = rgm_data_page_map;

  g_type_ensure (RGM_TYPE_FLOW_BOX);
  gtk_widget_class_set_template_from_resource (widget_class, RGM_RESOURCE_PREFIX "/ui/rgm-data-page.ui");
  gtk_widget_class_bind_template_child (widget_class, RgmDataPage, overlay);
  gtk_widget_class_bind_template_child (widget_class, RgmDataPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, RgmDataPage, parts);
  gtk_widget_class_bind_template_child (widget_class, RgmDataPage, lists);
  gtk_widget_class_bind_template_child (widget_class, RgmDataPage, place);
  gtk_widget_class_bind_template_child (widget_class, RgmDataPage, examples);
  gtk_widget_class_bind_template_child (widget_class, RgmDataPage, edit);
  gtk_widget_class_install_action (widget_class, "page.place", "s", on_place);
  gtk_widget_class_install_action (widget_class, "page.edit-record", "s", edit_action);
  gtk_widget_class_install_action (widget_class, "page.add-record", "s", add_action);
}

static void
rgm_data_page_init (RgmDataPage *self)
{
  self->trials = g_hash_table_new (NULL, NULL);
  self->long_lists = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->n_shown = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->buttons = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
  rgm_examples_fill (self->examples);
}

/* A page of what the window shows. */
GtkWidget *
rgm_data_page_new (RgmWindowState *window_state)
{
  return g_object_new (RGM_TYPE_DATA_PAGE, "window-state", window_state, NULL);
}
