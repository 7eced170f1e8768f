/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "rgm-add-dialog.h"
#include "rgm-edit.h"
#include "rgm-edit-value.h"
#include "rgm-field-label.h"
#include "rgm-field-row.h"
#include "rgm-help-window.h"
#include "rgm-pasted-source.h"
#include "rgm-printed.h"
#include "rgm-punctuation.h"

#define MEMBER RGM_FIELD_MEMBER

/* Some lines are seen, and the fields that are filled in from them below. */
#define PASTE_HEIGHT 120

/* Asks for what a new record can't be without, so that it can be in list and charts at once.
 * Where it comes from has to be chosen; that no source is stated is a choice too. */
#define RGM_TYPE_ADD_DIALOG (rgm_add_dialog_get_type ())
G_DECLARE_FINAL_TYPE (RgmAddDialog, rgm_add_dialog, RGM, ADD_DIALOG, AdwWindow)

struct _RgmAddDialog
{
  AdwWindow             parent_instance;

  GtkBox               *parts;
  GtkLabel             *fault;
  GtkWidget            *add;

  RgmWindowState       *window_state;
  char                 *list_path;
  const RgmDescription *description;
  GPtrArray            *asked;          /* of Asked */
  RgmFieldRow          *result;
  RgmFieldRow          *source;
  RgmFieldRow          *place;
  RgmFieldRow          *paste;          /* of a source: a text that the other fields are filled in from */
  RgmAddedFunc          added;
  GObject              *owner;
  RgmFieldRow          *referring;      /* what is to refer to the record that is added meanwhile */
  char                 *referred;       /* the path of that record, until the data set has it */
};

/* A field that is asked for, and where in the record the struct begins that has it. */
typedef struct
{
  RgmFieldRow    *row;
  const RgmField *field;
  gsize           base;
} Asked;

G_DEFINE_FINAL_TYPE (RgmAddDialog, rgm_add_dialog, ADW_TYPE_WINDOW)

static RgmDataSet *
get_data_set (RgmAddDialog *self)
{
  return rgm_window_state_get_data_set (self->window_state);
}

static void
show_fault (RgmAddDialog *self,
            const char   *text)
{
  gtk_label_set_text (self->fault, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->fault), text != NULL);
}

/* Of an arm or a subgroup. */
static gint64
get_n (RgmAddDialog *self)
{
  const RgmDescription *what = NULL;
  gconstpointer owner = rgm_edit_find (get_data_set (self), self->list_path, &what, NULL);
  const RgmField *n = owner != NULL ? rgm_description_find_field (what, "n") : NULL;

  return n != NULL ? MEMBER (owner, n, const gint64) : -1;
}

/* ── The record ──────────────────────────────────────────────────────────────── */

static Asked *
find_asked (RgmAddDialog *self,
            const char   *key)
{
  for (guint i = 0; i < self->asked->len; i++)
    if (g_str_equal (((Asked *) g_ptr_array_index (self->asked, i))->field->key, key))
      return g_ptr_array_index (self->asked, i);

  return NULL;
}

static RgmPrinted *
parse_result (RgmAddDialog  *self,
              GError       **error)
{
  g_autofree char *text = rgm_field_row_dup_text (self->result);
  g_autofree char *id = rgm_field_row_dup_text (find_asked (self, "endpoint")->row);
  const RgmEndpoint *endpoint = *id != '\0' ? rgm_data_set_find_endpoint (get_data_set (self), id) : NULL;

  if (endpoint == NULL)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT, _("Choose an endpoint first."));
      return NULL;
    }

  return rgm_printed_parse (text, endpoint, get_n (self), error);
}

static void
on_result_typed (RgmAddDialog *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RgmPrinted) printed = parse_result (self, &error);
  g_autofree char *text = printed != NULL ? g_strjoin (" ", printed->understood, printed->doubt, NULL) : g_strdup (error->message);

  rgm_field_row_set_message (self->result, printed != NULL ? RGM_FIELD_MESSAGE_UNDERSTOOD : RGM_FIELD_MESSAGE_ERROR, text);
}

static gboolean
set_asked (RgmAddDialog *self,
           Asked        *asked,
           char         *fields,
           GPtrArray    *pool,
           GPtrArray    *lists,
           GPtrArray    *arrays)
{
  g_autofree char *text = rgm_field_row_dup_text (asked->row);
  g_autoptr (GError) error = NULL;
  gboolean is_set;

  if (asked->field->kind == RGM_FIELD_TEXTS || asked->field->kind == RGM_FIELD_REFERENCES || asked->field->kind == RGM_FIELD_OBJECTS)
    {
      char **ids = rgm_field_row_find_ids (get_data_set (self), asked->field, text);

      g_ptr_array_add (lists, ids);
      is_set = rgm_edit_value_set_texts (get_data_set (self), asked->field, fields + asked->base, (const char *const *) ids, pool, arrays, &error);
    }
  else if (*text == '\0' && (asked->field->flags & RGM_REQUIRED) != 0)
    {
      rgm_field_row_set_message (asked->row, RGM_FIELD_MESSAGE_ERROR, _("This field cannot be empty."));
      gtk_widget_grab_focus (GTK_WIDGET (asked->row));
      return FALSE;
    }
  else
    is_set = rgm_edit_value_set_text (get_data_set (self), asked->field, fields + asked->base, text, pool, &error);

  rgm_field_row_set_message (asked->row, is_set ? RGM_FIELD_MESSAGE_NONE : RGM_FIELD_MESSAGE_ERROR, is_set ? NULL : error->message);
  if (!is_set)
    gtk_widget_grab_focus (GTK_WIDGET (asked->row));

  return is_set;
}

/* The citation, or none where that was chosen. */
static gboolean
set_source (RgmAddDialog *self,
            char         *fields,
            GPtrArray    *arrays)
{
  const RgmField *field = rgm_description_find_field (self->description, "sources");
  g_autofree char *source = rgm_field_row_dup_text (self->source);
  g_autofree char *place = rgm_field_row_dup_text (self->place);
  const RgmCitationRef citation = { source, place };
  GPtrArray *citations = rgm_description_new_array (&rgm_citation_ref_description, 1);

  g_ptr_array_add (arrays, citations);
  MEMBER (fields, field, GPtrArray *) = citations;
  rgm_field_row_set_message (self->source, RGM_FIELD_MESSAGE_NONE, NULL);
  rgm_field_row_set_message (self->place, RGM_FIELD_MESSAGE_NONE, NULL);

  if (g_str_equal (source, "-"))
    return TRUE;
  if (*source == '\0')
    {
      rgm_field_row_set_message (self->source, RGM_FIELD_MESSAGE_ERROR, _("Choose where this comes from, or that no source is stated."));
      gtk_widget_grab_focus (GTK_WIDGET (self->source));
      return FALSE;
    }
  if (*place == '\0')
    {
      rgm_field_row_set_message (self->place, RGM_FIELD_MESSAGE_ERROR, _("Say where in the source it is: a table and its row, a figure, a page."));
      gtk_widget_grab_focus (GTK_WIDGET (self->place));
      return FALSE;
    }

  g_ptr_array_add (citations, rgm_record_new (&rgm_citation_ref_description, &citation));

  return TRUE;
}

static gpointer
make_outcome (RgmAddDialog *self,
              GPtrArray    *arrays)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RgmPrinted) printed = parse_result (self, &error);
  RgmOutcome fields;

  if (printed == NULL)
    {
      rgm_field_row_set_message (self->result, RGM_FIELD_MESSAGE_ERROR, error->message);
      gtk_widget_grab_focus (GTK_WIDGET (self->result));
      return NULL;
    }

  fields = *printed->outcome;
  if (!set_source (self, (char *) &fields, arrays))
    return NULL;

  return rgm_record_new (&rgm_outcome_description, &fields);
}

static char *
make_id (RgmAddDialog *self)
{
  static const char * const keys[] = { "name", "label", "citation" };
  g_auto (GStrv) segments = g_strsplit (self->list_path, "/", -1);

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      Asked *asked = find_asked (self, keys[i]);
      g_autofree char *name = asked != NULL ? rgm_field_row_dup_text (asked->row) : NULL;

      if (name != NULL)
        return rgm_edit_make_id (get_data_set (self), self->description,
                                 self->description == &rgm_arm_description ? segments[1] : NULL, name);
    }

  return NULL;
}

/* Returns: (transfer full) (nullable): the record; NULL where something is missing, which is said at the field */
static gpointer
make_record (RgmAddDialog *self)
{
  const RgmDescription *description = self->description;
  const RgmField *id_field = rgm_description_find_id (description);
  g_autoptr (GPtrArray) pool = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) lists = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  g_autoptr (GPtrArray) arrays = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  g_autoptr (GPtrArray) absent = rgm_description_new_array (description, 1);
  g_autofree char *fields = NULL;
  g_autofree char *id = NULL;

  if (self->result != NULL)
    return make_outcome (self, arrays);

  g_ptr_array_add (absent, rgm_record_alloc (description));
  fields = g_memdup2 (g_ptr_array_index (absent, 0), description->size);
  for (guint i = 0; i < self->asked->len; i++)
    if (!set_asked (self, g_ptr_array_index (self->asked, i), fields, pool, lists, arrays))
      return NULL;
  if (self->source != NULL && !set_source (self, fields, arrays))
    return NULL;

  id = id_field != NULL ? make_id (self) : NULL;
  if (id_field != NULL)
    MEMBER (fields, id_field, const char *) = id;

  return rgm_record_new (description, fields);
}

static void
add_action (GtkWidget  *widget,
            const char *action,
            GVariant   *parameter)
{
  RgmAddDialog *self = RGM_ADD_DIALOG (widget);
  g_autoptr (GPtrArray) made = rgm_description_new_array (self->description, 1);
  gpointer record = make_record (self);
  g_autoptr (GError) error = NULL;
  g_autoptr (RgmDataSet) revision = NULL;
  g_autofree char *segment = NULL;
  g_autofree char *path = NULL;

  if (record == NULL)
    return;

  g_ptr_array_add (made, record);
  revision = rgm_edit_add (get_data_set (self), self->list_path, record, -1, &error);
  if (revision == NULL)
    {
      show_fault (self, error->message);
      return;
    }

  if (rgm_record_get_id (self->description, record) != NULL)
    segment = g_strdup (rgm_record_get_id (self->description, record));
  else
    {
      const RgmField *field = NULL;
      gconstpointer owner = rgm_edit_find (revision, self->list_path, NULL, &field);

      segment = g_strdup_printf ("%u", MEMBER (owner, field, GPtrArray *const)->len - 1);
    }
  path = rgm_edit_make_path (self->list_path, segment);

  if (self->added != NULL && self->owner != NULL)
    self->added (path, self->owner);
  rgm_document_apply (rgm_window_state_get_document (self->window_state), revision, _(rgm_record_words_find (self->description, self->list_path)->added), NULL);
  gtk_window_close (GTK_WINDOW (self));
}

/* ── A source from a text ────────────────────────────────────────────────────── */

/* Shows what was understood in the fields, but for those in which somebody typed something else.
 *
 * Returns: (transfer full): the labels of these */
static char *
fill_in (RgmAddDialog *self,
         RgmSource    *source)
{
  g_autoptr (GString) kept = g_string_new (NULL);

  for (guint i = 0; i < self->asked->len; i++)
    {
      Asked *asked = g_ptr_array_index (self->asked, i);
      g_autofree char *text = source != NULL ? rgm_field_row_describe (asked->field, source) : g_strdup ("");
      g_autofree char *typed = rgm_field_row_dup_text (asked->row);

      if (!rgm_field_row_is_changed (asked->row))
        {
          rgm_field_row_set_text (asked->row, text);
          rgm_field_row_set_message (asked->row, RGM_FIELD_MESSAGE_NONE, NULL);
        }
      else if (*text != '\0' && !g_str_equal (text, typed))
        rgm_add_word (kept, rgm_field_label_get (self->description, asked->field));
    }

  return g_strdup (kept->str);
}

static const RgmSource *
find_known (RgmAddDialog    *self,
            const RgmSource *source)
{
  GPtrArray *sources = get_data_set (self)->sources;

  for (guint i = 0; i < sources->len; i++)
    {
      const RgmSource *known = g_ptr_array_index (sources, i);

      if ((source->doi != NULL && known->doi != NULL && g_ascii_strcasecmp (source->doi, known->doi) == 0) ||
          (source->url != NULL && g_strcmp0 (source->url, known->url) == 0))
        return known;
    }

  return NULL;
}

static void
on_pasted (RgmAddDialog *self)
{
  g_autofree char *text = rgm_field_row_dup_text (self->paste);
  g_autoptr (RgmPastedSource) pasted = rgm_pasted_source_read (text);
  g_autofree char *kept = fill_in (self, pasted->source);
  const RgmSource *known = pasted->source != NULL ? find_known (self, pasted->source) : NULL;
  g_autoptr (GString) message = g_string_new (pasted->understood);
  RgmFieldMessage kind = pasted->source == NULL ? RGM_FIELD_MESSAGE_ERROR : RGM_FIELD_MESSAGE_UNDERSTOOD;

  if (known != NULL)
    {
      kind = RGM_FIELD_MESSAGE_DOUBT;
      rgm_add_sentence_printf (message, _("The data set has this source already: “%s”."), known->citation);
    }
  if (*kept != '\0')
    {
      kind = RGM_FIELD_MESSAGE_DOUBT;
      /* Translators: labels of fields. */
      rgm_add_sentence_printf (message, _("What was typed stays in: %s."), kept);
    }
  for (guint i = 0; i < pasted->notes->len; i++)
    {
      kind = MAX (kind, RGM_FIELD_MESSAGE_DOUBT);
      rgm_add_sentence (message, g_ptr_array_index (pasted->notes, i));
    }
  if (message->len > 0)
    rgm_field_row_set_message (self->paste, kind, message->str);
  else
    rgm_field_row_set_message (self->paste, RGM_FIELD_MESSAGE_NONE, NULL);
}

/* ── The form ────────────────────────────────────────────────────────────────── */

static RgmFieldRow *
add_row (RgmAddDialog         *self,
         const char           *label,
         const RgmDescription *description,
         const RgmField       *field)
{
  GtkWidget *row = rgm_field_row_new (label, description, field, get_data_set (self), NULL);

  rgm_field_row_set_text (RGM_FIELD_ROW (row), "");
  rgm_field_row_set_adds (RGM_FIELD_ROW (row));
  gtk_box_append (self->parts, row);

  return RGM_FIELD_ROW (row);
}

static gboolean
is_asked (RgmAddDialog         *self,
          const RgmDescription *description,
          const RgmField       *field)
{
  static const char * const more[] = { "n", "class", "phase", "year", "doi", "url", "agents", NULL };
  const gboolean is_title = self->description == &rgm_source_description && g_str_equal (field->key, "title");

  if (field->kind == RGM_FIELD_ID || field->kind == RGM_FIELD_RECORD || field->kind == RGM_FIELD_RECORDS || field->kind == RGM_FIELD_INLINE)
    return FALSE;
  if (self->description == &rgm_outcome_description)
    return g_str_equal (field->key, "endpoint");
  if (g_str_equal (field->key, "classes"))
    return FALSE;

  return (field->flags & RGM_REQUIRED) != 0 || is_title || g_strv_contains (more, field->key);
}

/* ── What is referred to and not there yet ───────────────────────────────────── */

static void
on_referred_added (const char *path,
                   gpointer    data)
{
  RgmAddDialog *self = data;

  g_free (self->referred);
  self->referred = g_strdup (path);
}

/* What was added meanwhile is chosen. */
static void
on_data_set_changed (RgmAddDialog *self)
{
  g_autofree char *path = g_steal_pointer (&self->referred);
  const RgmDescription *what = NULL;
  gconstpointer record = path != NULL && get_data_set (self) != NULL ? rgm_edit_find (get_data_set (self), path, &what, NULL) : NULL;

  if (record == NULL)
    return;

  rgm_field_row_add_choice (self->referring, rgm_record_get_id (what, record), rgm_edit_get_name (what, record));
  rgm_field_row_set_text (self->referring, rgm_record_get_id (what, record));
  rgm_field_row_set_message (self->referring, RGM_FIELD_MESSAGE_NONE, NULL);
  gtk_widget_grab_focus (GTK_WIDGET (self->referring == self->source ? self->place : self->referring));
}

static void
show_nested (RgmAddDialog *self,
             RgmFieldRow  *referring,
             const char   *list_path)
{
  self->referring = referring;
  rgm_add_dialog_show (GTK_WINDOW (self), self->window_state, list_path, on_referred_added, G_OBJECT (self));
}

static void
new_source_action (GtkWidget  *widget,
                   const char *action,
                   GVariant   *parameter)
{
  show_nested (RGM_ADD_DIALOG (widget), RGM_ADD_DIALOG (widget)->source, "sources");
}

/* With the key of the field and the list of what it refers to. */
static void
new_record_action (GtkWidget  *widget,
                   const char *action,
                   GVariant   *parameter)
{
  RgmAddDialog *self = RGM_ADD_DIALOG (widget);
  const char *key, *list;
  Asked *asked;

  g_variant_get (parameter, "(&s&s)", &key, &list);
  asked = find_asked (self, key);
  if (asked != NULL)
    show_nested (self, asked->row, list);
}

/* A new treatment may be a regimen that no other trial has. */
static void
offer_to_add (RgmAddDialog   *self,
              const RgmField *field)
{
  for (guint i = 0; i < rgm_data_set_description.n_fields; i++)
    {
      const RgmField *list = &rgm_data_set_description.fields[i];
      const RgmRecordWords *words = list->kind == RGM_FIELD_RECORDS && list->element == field->element
                                      ? rgm_record_words_find (list->element, list->key) : NULL;
      GtkWidget *button;

      if (words == NULL)
        continue;
      button = gtk_button_new_with_label (_(words->add));
      gtk_widget_set_halign (button, GTK_ALIGN_START);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "dialog.new-record");
      gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(ss)", field->key, list->key);
      gtk_box_append (self->parts, button);
      return;
    }
}

/* ── Status ──────────────────────────────────────────────────────────────────── */

/* Most papers print the registry's own words. What somebody chose stays. */
static void
on_status_typed (RgmAddDialog *self)
{
  g_autofree char *text = rgm_field_row_dup_text (find_asked (self, "published")->row);
  Asked *state = find_asked (self, "state");

  if (state != NULL && !rgm_field_row_is_changed (state->row))
    rgm_field_row_choose_named (state->row, text);
}

static void
ask_fields (RgmAddDialog         *self,
            const RgmDescription *description,
            gsize                 base)
{
  for (guint i = 0; i < description->n_fields; i++)
    {
      const RgmField *field = &description->fields[i];

      if (field->kind == RGM_FIELD_INLINE && (field->flags & RGM_REQUIRED) != 0)
        ask_fields (self, field->element, base + field->offset);
      else if (is_asked (self, description, field))
        {
          Asked *asked = g_new0 (Asked, 1);

          asked->row = add_row (self, rgm_field_label_get (description, field), description, field);
          asked->field = field;
          asked->base = base;
          g_ptr_array_add (self->asked, asked);
          if ((field->flags & RGM_REQUIRED) != 0 && (field->kind == RGM_FIELD_OBJECT || field->kind == RGM_FIELD_REFERENCE))
            offer_to_add (self, field);
          if (g_str_equal (description->name, "status") && g_str_equal (field->key, "published"))
            g_signal_connect_object (asked->row, "typed", G_CALLBACK (on_status_typed), self, G_CONNECT_SWAPPED);
        }
    }
}

static void
ask_source (RgmAddDialog *self)
{
  const RgmDescription *what = &rgm_citation_ref_description;
  const RgmField *id = rgm_description_find_field (what, "id");
  const RgmField *place = rgm_description_find_field (what, "place");
  GtkWidget *button;

  self->source = add_row (self, rgm_field_label_get (what, id), what, id);
  rgm_field_row_add_choice (self->source, "-", _("No source is stated"));
  button = gtk_button_new_with_mnemonic (_("_New source…"));
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "dialog.new-source");
  gtk_box_append (self->parts, button);
  self->place = add_row (self, rgm_field_label_get (what, place), what, place);
}

static void
ask_paste (RgmAddDialog *self)
{
  self->paste = add_row (self, _("Paste a DOI, a PubMed number, RIS, BibTeX or NBIB"), self->description,
                         rgm_description_find_field (self->description, "citation"));
  rgm_field_row_set_height (self->paste, PASTE_HEIGHT);
  g_signal_connect_object (self->paste, "typed", G_CALLBACK (on_pasted), self, G_CONNECT_SWAPPED);
  rgm_field_row_set_message (self->paste, RGM_FIELD_MESSAGE_UNDERSTOOD,
                             _("Such as https://doi.org/10.1000/182, PMID: 123456, or an export from a reference manager. Or fill in the fields yourself."));
}

static void
ask (RgmAddDialog *self)
{
  const RgmField *sources = rgm_description_find_field (self->description, "sources");

  if (self->description == &rgm_source_description)
    ask_paste (self);
  ask_fields (self, self->description, 0);
  if (self->description == &rgm_outcome_description)
    {
      self->result = add_row (self, _("Result as printed"), self->description, rgm_description_find_field (self->description, "published"));
      g_signal_connect_object (self->result, "typed", G_CALLBACK (on_result_typed), self, G_CONNECT_SWAPPED);
      rgm_field_row_set_message (self->result, RGM_FIELD_MESSAGE_UNDERSTOOD, _("Such as 8/27 (29.6%), 6.9 (4.1 to 8.7) months or not reached."));
    }
  if (sources != NULL && sources->kind == RGM_FIELD_RECORDS && (sources->flags & RGM_REQUIRED) != 0)
    ask_source (self);
}

/* What is typed first; a window that is not there yet would give the focus to its own button. */
static void
focus_first (RgmAddDialog *self)
{
  if (self->paste != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (self->paste));
  else if (self->asked->len > 0)
    gtk_widget_grab_focus (GTK_WIDGET (((Asked *) g_ptr_array_index (self->asked, 0))->row));
}

static void
rgm_add_dialog_dispose (GObject *object)
{
  RgmAddDialog *self = RGM_ADD_DIALOG (object);

  g_clear_weak_pointer (&self->owner);
  g_clear_object (&self->window_state);

  G_OBJECT_CLASS (rgm_add_dialog_parent_class)->dispose (object);
}

static void
rgm_add_dialog_finalize (GObject *object)
{
  RgmAddDialog *self = RGM_ADD_DIALOG (object);

  g_ptr_array_unref (self->asked);
  g_free (self->list_path);
  g_free (self->referred);

  G_OBJECT_CLASS (rgm_add_dialog_parent_class)->finalize (object);
}

static void
rgm_add_dialog_class_init (RgmAddDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rgm_add_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = rgm_add_dialog_finalize;

  gtk_widget_class_set_template_from_resource (widget_class, RGM_RESOURCE_PREFIX "/ui/rgm-add-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, RgmAddDialog, parts);
  gtk_widget_class_bind_template_child (widget_class, RgmAddDialog, fault);
  gtk_widget_class_bind_template_child (widget_class, RgmAddDialog, add);
  gtk_widget_class_install_action (widget_class, "dialog.add", NULL, add_action);
  gtk_widget_class_install_action (widget_class, "dialog.new-source", NULL, new_source_action);
  gtk_widget_class_install_action (widget_class, "dialog.new-record", "(ss)", new_record_action);
}

static void
rgm_add_dialog_init (RgmAddDialog *self)
{
  self->asked = g_ptr_array_new_with_free_func (g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
  rgm_help_offer (GTK_WINDOW (self), "own-evidence");
}

/**
 * rgm_add_dialog_show:
 * @parent: the window that it belongs to
 * @window_state: a window's state with a document
 * @list_path: the path of a list of records that have words, see rgm_record_words_find()
 * @added: (nullable): called just before the document has the record
 * @owner: (nullable): what @added is called with, for as long as it lives
 *
 * Asks for a new record and adds it.
 */
void
rgm_add_dialog_show (GtkWindow      *parent,
                     RgmWindowState *window_state,
                     const char     *list_path,
                     RgmAddedFunc    added,
                     GObject        *owner)
{
  RgmAddDialog *self;
  const RgmField *list = NULL;

  g_return_if_fail (rgm_window_state_get_document (window_state) != NULL);

  if (rgm_edit_find (rgm_window_state_get_data_set (window_state), list_path, NULL, &list) == NULL || list == NULL ||
      rgm_record_words_find (list->element, list_path) == NULL)
    return;

  self = g_object_new (RGM_TYPE_ADD_DIALOG, "transient-for", parent, "title", _(rgm_record_words_find (list->element, list_path)->add), NULL);
  self->window_state = g_object_ref (window_state);
  self->list_path = g_strdup (list_path);
  self->description = list->element;
  self->added = added;
  g_set_weak_pointer (&self->owner, owner);
  g_signal_connect_object (window_state, "notify::data-set", G_CALLBACK (on_data_set_changed), self, G_CONNECT_SWAPPED);
  ask (self);
  gtk_window_present (GTK_WINDOW (self));
  focus_first (self);
}
