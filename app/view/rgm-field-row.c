/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "rgm-accessible.h"
#include "rgm-drop-down.h"
#include "rgm-edit.h"
#include "rgm-edit-value.h"
#include "rgm-enum.h"
#include "rgm-field-row.h"

#define MEMBER RGM_FIELD_MEMBER

/* Lists of short texts and names are typed with this between them. */
#define SEPARATOR ";"

struct _RgmFieldRow
{
  GtkWidget        parent_instance;

  GtkLabel        *label;
  AdwBin          *place;
  GtkLabel        *message;

  const RgmField  *field;
  GtkWidget       *input;      /* GtkEntry, GtkTextView, GtkDropDown or GtkCheckButton */
  GPtrArray       *choices;    /* values of a drop-down, in its order */
  char            *shown;      /* what was set last */
  gboolean         is_setting;
};

G_DEFINE_FINAL_TYPE (RgmFieldRow, rgm_field_row, GTK_TYPE_WIDGET)

enum
{
  TYPED,
  LEFT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* ── What is typed ───────────────────────────────────────────────────────────── */

static GtkTextBuffer *
get_buffer (RgmFieldRow *self)
{
  GtkWidget *view = gtk_scrolled_window_get_child (GTK_SCROLLED_WINDOW (self->input));

  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
}

/**
 * rgm_field_row_dup_text:
 * @self: a row
 *
 * Returns: (transfer full): what is typed or chosen, as rgm_edit_set_text() takes it
 */
char *
rgm_field_row_dup_text (RgmFieldRow *self)
{
  g_return_val_if_fail (RGM_IS_FIELD_ROW (self), NULL);

  if (GTK_IS_DROP_DOWN (self->input))
    {
      guint chosen = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->input));

      return g_strdup (chosen < self->choices->len ? g_ptr_array_index (self->choices, chosen) : "");
    }
  if (GTK_IS_CHECK_BUTTON (self->input))
    return g_strdup (gtk_check_button_get_active (GTK_CHECK_BUTTON (self->input)) ? "true" : "");
  if (GTK_IS_SCROLLED_WINDOW (self->input))
    {
      GtkTextIter start, end;

      gtk_text_buffer_get_bounds (get_buffer (self), &start, &end);
      return g_strstrip (gtk_text_buffer_get_text (get_buffer (self), &start, &end, FALSE));
    }

  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->input))));
}

static void
set_choice (RgmFieldRow *self,
            const char  *text)
{
  guint position = GTK_INVALID_LIST_POSITION;

  for (guint i = 0; i < self->choices->len && position == GTK_INVALID_LIST_POSITION; i++)
    if (g_str_equal (g_ptr_array_index (self->choices, i), text))
      position = i;
  rgm_drop_down_choose (GTK_DROP_DOWN (self->input), position);
}

static void
write_text (RgmFieldRow *self,
            const char  *text)
{
  g_autofree char *before = rgm_field_row_dup_text (self);

  /* To write the same again would move the cursor. */
  if (!GTK_IS_DROP_DOWN (self->input) && g_str_equal (before, text))
    return;

  self->is_setting = TRUE;
  if (GTK_IS_DROP_DOWN (self->input))
    set_choice (self, text);
  else if (GTK_IS_CHECK_BUTTON (self->input))
    gtk_check_button_set_active (GTK_CHECK_BUTTON (self->input), g_str_equal (text, "true"));
  else if (GTK_IS_SCROLLED_WINDOW (self->input))
    gtk_text_buffer_set_text (get_buffer (self), text, -1);
  else
    gtk_editable_set_text (GTK_EDITABLE (self->input), text);
  self->is_setting = FALSE;
}

/* Shows a value. What somebody has typed since, and the program couldn't take, stays. */
void
rgm_field_row_set_text (RgmFieldRow *self,
                        const char  *text)
{
  g_return_if_fail (RGM_IS_FIELD_ROW (self));

  g_free (self->shown);
  self->shown = g_strdup (text);
  write_text (self, text);
}

/* Gives back what was typed before, over the value that is shown. */
void
rgm_field_row_set_typed (RgmFieldRow *self,
                         const char  *text)
{
  g_return_if_fail (RGM_IS_FIELD_ROW (self));

  write_text (self, text);
}

/* What is typed was taken: the row shows what came of it next, even where that is what it was before. */
void
rgm_field_row_take (RgmFieldRow *self)
{
  g_return_if_fail (RGM_IS_FIELD_ROW (self));

  g_free (self->shown);
  self->shown = rgm_field_row_dup_text (self);
}

/* A long text gets a height of its own, and scrolls within it: else it is as high as what it holds. */
void
rgm_field_row_set_height (RgmFieldRow *self,
                          int          pixels)
{
  g_return_if_fail (RGM_IS_FIELD_ROW (self));
  g_return_if_fail (GTK_IS_SCROLLED_WINDOW (self->input));

  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (self->input), FALSE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (self->input), pixels);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (self->input), pixels);
}

/* Enter does what the window does by default, as in a form that is filled in and then added. */
void
rgm_field_row_set_adds (RgmFieldRow *self)
{
  g_return_if_fail (RGM_IS_FIELD_ROW (self));

  if (GTK_IS_ENTRY (self->input))
    gtk_entry_set_activates_default (GTK_ENTRY (self->input), TRUE);
}

/* Whether something else is typed than was shown. */
gboolean
rgm_field_row_is_changed (RgmFieldRow *self)
{
  g_autofree char *text = NULL;

  g_return_val_if_fail (RGM_IS_FIELD_ROW (self), FALSE);

  text = rgm_field_row_dup_text (self);

  return g_strcmp0 (text, self->shown != NULL ? self->shown : "") != 0;
}

void
rgm_field_row_leave (RgmFieldRow *self)
{
  g_return_if_fail (RGM_IS_FIELD_ROW (self));

  if (rgm_field_row_is_changed (self))
    g_signal_emit (self, signals[LEFT], 0);
}

static void
on_typed (RgmFieldRow *self)
{
  if (!self->is_setting)
    g_signal_emit (self, signals[TYPED], 0);
}

static void
on_chosen (RgmFieldRow *self)
{
  if (self->is_setting)
    return;

  g_signal_emit (self, signals[TYPED], 0);
  rgm_field_row_leave (self);
}

/**
 * rgm_field_row_set_message:
 * @self: a row
 * @kind: what it is
 * @text: (nullable): sentences
 *
 * Says below the field what was understood, is doubtful or can't be stored.
 */
void
rgm_field_row_set_message (RgmFieldRow     *self,
                           RgmFieldMessage  kind,
                           const char      *text)
{
  g_return_if_fail (RGM_IS_FIELD_ROW (self));

  gtk_label_set_text (self->message, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->message), text != NULL);
  gtk_widget_remove_css_class (GTK_WIDGET (self->message), "error");
  gtk_widget_remove_css_class (GTK_WIDGET (self->message), "warning");
  if (kind == RGM_FIELD_MESSAGE_ERROR)
    gtk_widget_add_css_class (GTK_WIDGET (self->message), "error");
  else if (kind == RGM_FIELD_MESSAGE_DOUBT)
    gtk_widget_add_css_class (GTK_WIDGET (self->message), "warning");
  if (self->input != NULL)
    {
      rgm_accessible_set_description (self->input, text != NULL ? text : "");
      gtk_accessible_update_state (GTK_ACCESSIBLE (self->input), GTK_ACCESSIBLE_STATE_INVALID,
                                   kind == RGM_FIELD_MESSAGE_ERROR ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
    }
}

/* ── What it is typed in ─────────────────────────────────────────────────────── */

static void
add_choice (RgmFieldRow   *self,
            GtkStringList *names,
            const char    *value,
            const char    *name)
{
  const char * const added[] = { name, NULL };

  /* Before the text that stands for nothing, if there is one. */
  gtk_string_list_splice (names, self->choices->len, 0, added);
  g_ptr_array_add (self->choices, g_strdup (value));
}

/* One more choice of a drop-down, at its end. */
void
rgm_field_row_add_choice (RgmFieldRow *self,
                          const char  *value,
                          const char  *name)
{
  g_autofree char *chosen = NULL;

  g_return_if_fail (RGM_IS_FIELD_ROW (self));
  g_return_if_fail (GTK_IS_DROP_DOWN (self->input));

  chosen = rgm_field_row_dup_text (self);
  self->is_setting = TRUE;
  add_choice (self, GTK_STRING_LIST (gtk_drop_down_get_model (GTK_DROP_DOWN (self->input))), value, name);
  /* Where nothing was chosen GTK would now choose the first. */
  set_choice (self, chosen);
  self->is_setting = FALSE;
}

/* The choice that people call so, in capitals or not; none where there is no such choice. */
void
rgm_field_row_choose_named (RgmFieldRow *self,
                            const char  *name)
{
  g_autofree char *wanted = NULL;
  GListModel *names;
  const char *found = "";

  g_return_if_fail (RGM_IS_FIELD_ROW (self));
  g_return_if_fail (GTK_IS_DROP_DOWN (self->input));

  names = gtk_drop_down_get_model (GTK_DROP_DOWN (self->input));
  wanted = g_utf8_casefold (name, -1);
  for (guint i = 0; i < self->choices->len; i++)
    {
      g_autofree char *folded = g_utf8_casefold (gtk_string_list_get_string (GTK_STRING_LIST (names), i), -1);

      if (g_str_equal (folded, wanted))
        found = g_ptr_array_index (self->choices, i);
    }
  rgm_field_row_set_text (self, found);
}

static void
add_records (RgmFieldRow          *self,
             GtkStringList        *names,
             const RgmDescription *element,
             GPtrArray            *records)
{
  for (guint i = 0; i < records->len; i++)
    {
      gpointer record = g_ptr_array_index (records, i);

      add_choice (self, names, rgm_record_get_id (element, record), rgm_edit_get_name (element, record));
    }
}

static void
add_terms (RgmFieldRow   *self,
           GtkStringList *names)
{
  const char * const *nicks = rgm_enum_get_nicks (self->field->type ());

  for (guint i = 0; nicks[i] != NULL; i++)
    {
      const char *label = rgm_enum_get_label (self->field->type (), rgm_enum_find (self->field->type (), nicks[i]));

      add_choice (self, names, nicks[i], label != NULL ? label : nicks[i]);
    }
}

static void
add_choices (RgmFieldRow   *self,
             GtkStringList *names,
             RgmDataSet    *data_set,
             RgmTrial      *trial)
{
  if ((self->field->flags & RGM_REQUIRED) == 0)
    /* Translators: the choice that leaves a field empty. */
    add_choice (self, names, "", C_("choice", "Not stated"));

  if (self->field->kind == RGM_FIELD_CHOICE || self->field->kind == RGM_FIELD_ENUM)
    {
      add_terms (self, names);
      return;
    }

  if (self->field->element == &rgm_arm_description)
    {
      if (trial != NULL)
        add_records (self, names, self->field->element, trial->arms);
      return;
    }

  for (guint i = 0; i < rgm_data_set_description.n_fields; i++)
    {
      const RgmField *list = &rgm_data_set_description.fields[i];

      if (list->kind == RGM_FIELD_RECORDS && list->element == self->field->element)
        add_records (self, names, list->element, MEMBER (data_set, list, GPtrArray *));
    }
}

static GtkWidget *
drop_down_new (RgmFieldRow *self,
               RgmDataSet  *data_set,
               RgmTrial    *trial)
{
  GtkStringList *names = gtk_string_list_new (NULL);
  GtkWidget *chooser;

  add_choices (self, names, data_set, trial);
  chooser = gtk_drop_down_new (G_LIST_MODEL (names), gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string"));
  gtk_drop_down_set_enable_search (GTK_DROP_DOWN (chooser), self->choices->len > 12);
  rgm_drop_down_choose (GTK_DROP_DOWN (chooser), (self->field->flags & RGM_REQUIRED) != 0 ? GTK_INVALID_LIST_POSITION : 0);
  g_signal_connect_object (chooser, "notify::selected", G_CALLBACK (on_chosen), self, G_CONNECT_SWAPPED);

  return chooser;
}

static gboolean
is_long (const RgmField *field)
{
  static const char * const keys[] = { "text", "citation", "mechanism", "selectivity", "description", NULL };

  return field->kind == RGM_FIELD_TEXT && g_strv_contains (keys, field->key);
}

static GtkWidget *
text_view_new (RgmFieldRow *self)
{
  GtkWidget *view = gtk_text_view_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (view), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (view), FALSE);
  gtk_text_view_set_left_margin (GTK_TEXT_VIEW (view), 9);
  gtk_text_view_set_right_margin (GTK_TEXT_VIEW (view), 9);
  gtk_text_view_set_top_margin (GTK_TEXT_VIEW (view), 6);
  gtk_text_view_set_bottom_margin (GTK_TEXT_VIEW (view), 6);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), view);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), 200);
  gtk_widget_add_css_class (scrolled, "card");
  g_signal_connect_object (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), "changed", G_CALLBACK (on_typed), self, G_CONNECT_SWAPPED);

  return scrolled;
}

static void
make_input (RgmFieldRow *self,
            const char  *label,
            RgmDataSet  *data_set,
            RgmTrial    *trial)
{
  GtkWidget *named = NULL;

  switch ((int) self->field->kind)
    {
    case RGM_FIELD_CHOICE:
    case RGM_FIELD_ENUM:
    case RGM_FIELD_REFERENCE:
    case RGM_FIELD_OBJECT:
      self->input = drop_down_new (self, data_set, trial);
      rgm_accessible_name_drop_down (self->input, label);
      break;
    case RGM_FIELD_BOOLEAN:
      self->input = gtk_check_button_new_with_label (label);
      gtk_widget_set_visible (GTK_WIDGET (self->label), FALSE);
      g_signal_connect_object (self->input, "toggled", G_CALLBACK (on_chosen), self, G_CONNECT_SWAPPED);
      break;
    default:
      if (is_long (self->field))
        {
          self->input = text_view_new (self);
          named = gtk_scrolled_window_get_child (GTK_SCROLLED_WINDOW (self->input));
        }
      else
        {
          self->input = gtk_entry_new ();
          named = self->input;
          g_signal_connect_object (self->input, "changed", G_CALLBACK (on_typed), self, G_CONNECT_SWAPPED);
          g_signal_connect_object (self->input, "activate", G_CALLBACK (rgm_field_row_leave), self, G_CONNECT_SWAPPED);
        }
      rgm_accessible_set_name (named, label);
      break;
    }

  adw_bin_set_child (self->place, self->input);
}

static void
rgm_field_row_dispose (GObject *object)
{
  RgmFieldRow *self = RGM_FIELD_ROW (object);
  GtkWidget *child;

  self->input = NULL;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (rgm_field_row_parent_class)->dispose (object);
}

static void
rgm_field_row_finalize (GObject *object)
{
  RgmFieldRow *self = RGM_FIELD_ROW (object);

  g_free (self->shown);
  g_ptr_array_unref (self->choices);

  G_OBJECT_CLASS (rgm_field_row_parent_class)->finalize (object);
}

static gboolean
rgm_field_row_grab_focus (GtkWidget *widget)
{
  RgmFieldRow *self = RGM_FIELD_ROW (widget);

  return !rgm_accessible_has_focus (widget) && self->input != NULL && gtk_widget_child_focus (self->input, GTK_DIR_TAB_FORWARD);
}

static void
rgm_field_row_class_init (RgmFieldRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rgm_field_row_dispose;
  G_OBJECT_CLASS (klass)->finalize = rgm_field_row_finalize;
  widget_class->grab_focus = rgm_field_row_grab_focus;

  signals[TYPED] = g_signal_new ("typed", RGM_TYPE_FIELD_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[LEFT] = g_signal_new ("left", RGM_TYPE_FIELD_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, RGM_RESOURCE_PREFIX "/ui/rgm-field-row.ui");
  gtk_widget_class_bind_template_child (widget_class, RgmFieldRow, label);
  gtk_widget_class_bind_template_child (widget_class, RgmFieldRow, place);
  gtk_widget_class_bind_template_child (widget_class, RgmFieldRow, message);
}

static void
rgm_field_row_init (RgmFieldRow *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->choices = g_ptr_array_new_with_free_func (g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
  /* Tab, a click elsewhere and another window all take the focus away. */
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (rgm_field_row_leave), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
}

/**
 * rgm_field_row_new:
 * @label: what people read before the field
 * @description: what has the field
 * @field: the field
 * @data_set: what can be referred to
 * @trial: (nullable): the trial whose arms can be
 *
 * Returns: (transfer floating): an empty row
 */
GtkWidget *
rgm_field_row_new (const char           *label,
                   const RgmDescription *description,
                   const RgmField       *field,
                   RgmDataSet           *data_set,
                   RgmTrial             *trial)
{
  RgmFieldRow *self = g_object_new (RGM_TYPE_FIELD_ROW, NULL);
  g_autofree char *several = NULL;

  self->field = field;
  if (field->kind == RGM_FIELD_TEXTS || field->kind == RGM_FIELD_REFERENCES || field->kind == RGM_FIELD_OBJECTS)
    /* Translators: the label of a field in which several are typed: “Registrations, with semicolons between them”. */
    several = g_strdup_printf (_("%s, with semicolons between them"), label);
  gtk_label_set_text (self->label, several != NULL ? several : label);
  make_input (self, several != NULL ? several : label, data_set, trial);

  return GTK_WIDGET (self);
}

const RgmField *
rgm_field_row_get_field (RgmFieldRow *self)
{
  g_return_val_if_fail (RGM_IS_FIELD_ROW (self), NULL);

  return self->field;
}

/* ── Values as text ──────────────────────────────────────────────────────────── */

/**
 * rgm_field_row_describe:
 * @field: a field
 * @record: a record that has it
 *
 * Returns: (transfer full): its value as a row shows it
 */
char *
rgm_field_row_describe (const RgmField *field,
                        gconstpointer   record)
{
  g_autoptr (GPtrArray) names = NULL;
  GPtrArray *objects;

  if (field->kind == RGM_FIELD_TEXTS || field->kind == RGM_FIELD_REFERENCES)
    return g_strjoinv (SEPARATOR " ", MEMBER (record, field, char **const));
  if (field->kind != RGM_FIELD_OBJECTS)
    return rgm_edit_value_to_text (field, record);

  objects = MEMBER (record, field, GPtrArray *const);
  names = g_ptr_array_new ();
  for (guint i = 0; i < objects->len; i++)
    g_ptr_array_add (names, (char *) rgm_record_get_id (field->element, g_ptr_array_index (objects, i)));
  g_ptr_array_add (names, NULL);

  return g_strjoinv (SEPARATOR " ", (char **) names->pdata);
}

/* The id of what a person knows by a name; the word itself where nothing has it. */
static char *
find_id (RgmDataSet     *data_set,
         const RgmField *field,
         const char     *word)
{
  for (guint i = 0; field->kind != RGM_FIELD_TEXTS && i < rgm_data_set_description.n_fields; i++)
    {
      const RgmField *list = &rgm_data_set_description.fields[i];
      GPtrArray *records;

      if (list->kind != RGM_FIELD_RECORDS || list->element != field->element)
        continue;
      records = MEMBER (data_set, list, GPtrArray *);
      for (guint j = 0; j < records->len; j++)
        {
          const char *name = rgm_edit_get_name (list->element, g_ptr_array_index (records, j));
          const char *id = rgm_record_get_id (list->element, g_ptr_array_index (records, j));

          if (g_ascii_strcasecmp (name, word) == 0 || g_ascii_strcasecmp (id, word) == 0)
            return g_strdup (id);
        }
    }

  return g_strdup (word);
}

/**
 * rgm_field_row_find_ids:
 * @data_set: what can be referred to
 * @field: a field of several texts or references
 * @text: what is typed
 *
 * Returns: (transfer full): the texts; for references ids, of which names are told too
 */
char **
rgm_field_row_find_ids (RgmDataSet     *data_set,
                        const RgmField *field,
                        const char     *text)
{
  g_auto (GStrv) words = g_strsplit (text, SEPARATOR, -1);
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();

  for (guint i = 0; words[i] != NULL; i++)
    if (*g_strstrip (words[i]) != '\0')
      {
        g_autofree char *id = find_id (data_set, field, words[i]);

        g_strv_builder_add (ids, id);
      }

  return g_strv_builder_end (ids);
}
