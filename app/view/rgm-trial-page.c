/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-accessible.h"
#include "rgm-config.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "rgm-arm-card.h"
#include "rgm-data-age.h"
#include "rgm-class-mark.h"
#include "rgm-class-series.h"
#include "rgm-flow-box.h"
#include "rgm-isolate.h"
#include "rgm-page-widgets.h"
#include "rgm-edit.h"
#include "rgm-notes.h"
#include "rgm-punctuation.h"
#include "rgm-record-editor.h"
#include "rgm-registration.h"
#include "rgm-term-text.h"
#include "rgm-trial-note.h"
#include "rgm-trial-page.h"
#include "rgm-trial-sections.h"
#include "rgm-trial-share.h"
#include "rgm-value-text.h"

/* All there is about one trial, from its name down to its sources:
 *
 *     name, title, registrations, phase, status
 *     agents
 *     eligibility
 *     arms: outcomes, subgroups
 *     safety
 *     more, other remarks
 *     sources
 *
 * The page is built anew for each trial that is looked at, while somebody can see it.
 */
struct _RgmTrialPage
{
  GtkWidget          parent_instance;

  RgmWindowState      *window_state;
  gboolean           is_fresh;

  GtkStack          *stack;
  GtkScrolledWindow *scroller;
  RgmClassMark      *mark;
  GtkLabel          *name;
  GtkToggleButton   *bookmark;
  GtkCheckButton    *compare;
  GtkLabel          *title;
  GtkBox            *registrations;
  GtkBox            *pairs;
  GtkBox            *remarks;
  RgmTrialNote      *note;
  GtkBox            *parts;
  GtkLabel          *place;
  GtkButton         *edit;
  GtkLabel          *editor_name;
  AdwBin            *editor_place;
};

G_DEFINE_FINAL_TYPE (RgmTrialPage, rgm_trial_page, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_WINDOW_STATE,
};

static void on_compare_toggled (RgmTrialPage *self);

static void
on_compared_changed (RgmTrialPage *self)
{
  RgmTrial *trial = rgm_window_state_get_trial (self->window_state);

  if (trial == NULL)
    return;

  g_signal_handlers_block_by_func (self->compare, on_compare_toggled, self);
  gtk_check_button_set_active (self->compare, rgm_window_state_is_compared (self->window_state, trial));
  g_signal_handlers_unblock_by_func (self->compare, on_compare_toggled, self);
}

static void
on_compare_toggled (RgmTrialPage *self)
{
  RgmTrial *trial = rgm_window_state_get_trial (self->window_state);

  if (trial == NULL ||
      rgm_window_state_compare (self->window_state, trial, gtk_check_button_get_active (self->compare)))
    return;

  on_compared_changed (self);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s",
                              _("You can compare up to six trials. Untick one first."));
}

static void on_bookmark_toggled (RgmTrialPage *self);

static void
on_notes_changed (RgmTrialPage *self)
{
  RgmTrial *trial = rgm_window_state_get_trial (self->window_state);
  gboolean is_bookmarked;

  if (trial == NULL)
    return;

  is_bookmarked = rgm_notes_is_bookmarked (rgm_notes_get_default (), rgm_window_state_get_data_set (self->window_state), trial, NULL);
  g_signal_handlers_block_by_func (self->bookmark, on_bookmark_toggled, self);
  gtk_toggle_button_set_active (self->bookmark, is_bookmarked);
  g_signal_handlers_unblock_by_func (self->bookmark, on_bookmark_toggled, self);
  gtk_button_set_icon_name (GTK_BUTTON (self->bookmark), is_bookmarked ? "starred-symbolic" : "non-starred-symbolic");
}

static void
on_bookmark_toggled (RgmTrialPage *self)
{
  RgmTrial *trial = rgm_window_state_get_trial (self->window_state);

  if (trial != NULL)
    rgm_trial_bookmark (GTK_WIDGET (self), rgm_window_state_get_data_set (self->window_state), trial, NULL,
                        gtk_toggle_button_get_active (self->bookmark));
}

static void
on_bookmark (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  RgmTrialPage *self = RGM_TRIAL_PAGE (widget);

  gtk_toggle_button_set_active (self->bookmark, !gtk_toggle_button_get_active (self->bookmark));
}

/* What has the focus isn't to lie below the words on where it is from. */
static gboolean
clear_of_place (GtkWidget     *place,
                GdkFrameClock *clock,
                gpointer       data)
{
  RgmTrialPage *self = data;
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (place));
  GtkAdjustment *down = gtk_scrolled_window_get_vadjustment (self->scroller);
  graphene_rect_t of_focus, of_place;
  double hidden;

  if (gtk_widget_get_visible (place) && gtk_widget_get_height (place) == 0)
    return G_SOURCE_CONTINUE;
  if (focus == NULL || !gtk_widget_is_ancestor (focus, GTK_WIDGET (self->scroller)) ||
      !gtk_widget_compute_bounds (focus, GTK_WIDGET (self), &of_focus) ||
      !gtk_widget_compute_bounds (place, GTK_WIDGET (self), &of_place))
    return G_SOURCE_REMOVE;

  hidden = of_focus.origin.y + of_focus.size.height - of_place.origin.y;
  /* The head of what is taller than the page stays in sight. */
  if (hidden > 0)
    gtk_adjustment_set_value (down, gtk_adjustment_get_value (down) + MIN (hidden, MAX (of_focus.origin.y, 0)));

  return G_SOURCE_REMOVE;
}

static void
on_place (GtkWidget  *widget,
          const char *action,
          GVariant   *parameter)
{
  RgmTrialPage *self = RGM_TRIAL_PAGE (widget);
  const char *text = g_variant_get_string (parameter, NULL);

  gtk_label_set_text (self->place, text);
  gtk_widget_set_visible (GTK_WIDGET (self->place), *text != '\0');
  if (*text != '\0')
    gtk_widget_add_tick_callback (GTK_WIDGET (self->place), clear_of_place, self, NULL);
}

static void
on_share (GtkWidget  *widget,
          const char *action,
          GVariant   *parameter)
{
  RgmTrialPage *self = RGM_TRIAL_PAGE (widget);
  RgmDataSet *data_set = rgm_window_state_get_data_set (self->window_state);
  RgmTrial *trial = rgm_window_state_get_trial (self->window_state);

  if (trial == NULL)
    return;

  if (g_str_equal (action, "page.copy"))
    rgm_trial_copy (data_set, trial, widget);
  else if (g_str_equal (action, "page.print"))
    rgm_trial_print (data_set, trial, widget);
  else
    rgm_trial_save (data_set, trial, widget);
}

static void
show_registrations (RgmTrialPage *self,
                    RgmTrial     *trial)
{
  char **ids = trial->registrations;
  GtkWidget *flow = rgm_flow_box_new (0);

  rgm_box_clear (self->registrations);
  for (guint i = 0; ids[i] != NULL; i++)
    rgm_flow_box_append (RGM_FLOW_BOX (flow), rgm_registration_new (ids[i]));
  gtk_widget_set_hexpand (flow, TRUE);
  gtk_box_append (self->registrations, flow);
  gtk_widget_set_visible (GTK_WIDGET (self->registrations), ids[0] != NULL);
}

static char *
status_in_words (RgmTrialPage *self,
                 RgmTrial     *trial)
{
  const GDate *as_of = &rgm_window_state_get_data_set (self->window_state)->as_of;
  const char *words = rgm_value_text_status (trial->status_state);
  const char *published = trial->status_published;
  g_autofree char *when = NULL;
  GDate today;

  rgm_data_age_today (&today);
  when = rgm_data_age_text (as_of, &today);

  if (published == NULL || g_strcmp0 (published, words) == 0)
    /* Translators: a trial's status and when it was so: 'Recruiting, as of 1 May 2024'. */
    return rgm_text_printf (C_("status", "%s, %s"), words, when);

  /* Translators: a trial's status, the source's own words for it, and when it was so. */
  return rgm_text_printf (_("%s (“%s”), %s"), words, published, when);
}

static void
add_pair (RgmTrialPage *self,
          GtkWidget    *flow,
          const char   *caption,
          const char   *value)
{
  GtkWidget *pair = rgm_pair_new (caption, value);

  rgm_tell_places (gtk_widget_get_last_child (pair), rgm_window_state_get_data_set (self->window_state),
                   rgm_window_state_get_trial (self->window_state)->citations);
  rgm_flow_box_append (RGM_FLOW_BOX (flow), pair);
}

static char *
classes_in_words (RgmDataSet *data_set,
                  RgmTrial   *trial)
{
  char **ids = trial->classes;
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; ids[i] != NULL; i++)
    g_ptr_array_add (names, (gpointer) rgm_term_class (data_set, ids[i]));
  g_ptr_array_add (names, NULL);

  return rgm_join_words ((char **) names->pdata);
}

static void
add_date (RgmTrialPage       *self,
          GtkWidget          *flow,
          const char         *caption,
          const RgmStudyDate *date)
{
  g_autofree char *value = date != NULL ? rgm_value_text_study_date (date) : NULL;

  if (value != NULL)
    add_pair (self, flow, caption, value);
}

static void
show_pairs (RgmTrialPage *self,
            RgmTrial     *trial)
{
  GtkWidget *flow = rgm_flow_box_new (0);
  g_autofree char *classes = classes_in_words (rgm_window_state_get_data_set (self->window_state), trial);
  g_autofree char *status = status_in_words (self, trial);

  rgm_box_clear (self->pairs);
  gtk_widget_set_hexpand (flow, TRUE);
  gtk_box_append (self->pairs, flow);
  if (trial->phase != NULL)
    add_pair (self, flow, _("Phase"), trial->phase);
  add_pair (self, flow, _("Status"), status);
  add_pair (self, flow, _("Allocation"), rgm_value_text_allocation (trial->allocation));
  add_pair (self, flow, _("Class"), classes);
  if (trial->masking != NULL)
    add_pair (self, flow, _("Masking"), trial->masking);
  if (trial->sponsor != NULL)
    add_pair (self, flow, _("Sponsor"), trial->sponsor);
  if (trial->enrolment != NULL)
    {
      g_autofree char *enrolment = rgm_value_text_enrolment (trial->enrolment);

      add_pair (self, flow, _("Enrolment"), enrolment);
    }
  add_date (self, flow, _("Start"), trial->start);
  add_date (self, flow, _("Primary completion"), trial->primary_completion);
  add_date (self, flow, _("Completion"), trial->completion);
  add_date (self, flow, _("Last update"), trial->last_update);
}

static void
show_header (RgmTrialPage    *self,
             RgmTrialContext *context)
{
  static const char * const about[] = {
    "name", "title", "registration", "phase", "status", "design", "allocation", NULL
  };
  const char *title = context->trial->title;

  rgm_class_mark_set_series (self->mark, rgm_trial_series (context->data_set, context->trial));
  gtk_label_set_text (self->name, context->trial->name);
  gtk_label_set_text (self->title, title != NULL ? title : "");
  gtk_widget_set_visible (GTK_WIDGET (self->title), title != NULL);
  show_registrations (self, context->trial);
  show_pairs (self, context->trial);

  rgm_box_clear (self->remarks);
  gtk_widget_set_visible (GTK_WIDGET (self->remarks), rgm_remarks_take (context, NULL, about, self->remarks));
}

static void
add_part (RgmTrialPage *self,
          GtkWidget    *part)
{
  if (part != NULL)
    gtk_box_append (self->parts, part);
}

/* The page turns into its own form. */
static void
show_editor (RgmTrialPage *self,
             RgmTrial     *trial)
{
  GtkWidget *editor = adw_bin_get_child (self->editor_place);
  g_autofree char *path = rgm_edit_make_path ("trials", trial->id);

  if (editor == NULL)
    {
      editor = rgm_record_editor_new (self->window_state);
      adw_bin_set_child (self->editor_place, editor);
    }
  gtk_label_set_text (self->editor_name, trial->name);
  rgm_record_editor_set_path (RGM_RECORD_EDITOR (editor), path);
}

static void
rebuild (RgmTrialPage *self)
{
  RgmTrial *trial = rgm_window_state_get_trial (self->window_state);
  RgmTrialContext context;
  g_autoptr (GPtrArray) remarks = NULL;
  GtkWidget *safety, *sources;

  if (self->is_fresh)
    return;
  self->is_fresh = TRUE;

  gtk_widget_activate_action (GTK_WIDGET (self), "page.place", "s", "");
  gtk_button_set_label (self->edit, rgm_window_state_get_document (self->window_state) != NULL ? _("_Edit") : _("_Edit a copy…"));
  if (trial != NULL && rgm_window_state_get_editing (self->window_state))
    {
      gboolean is_new = g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "editor") != 0;

      show_editor (self, trial);
      gtk_stack_set_visible_child_name (self->stack, "editor");
      if (is_new)
        gtk_widget_grab_focus (adw_bin_get_child (self->editor_place));
      return;
    }

  gtk_stack_set_visible_child_name (self->stack, trial != NULL ? "trial" : "none");
  rgm_box_clear (self->parts);
  if (trial == NULL)
    return;

  remarks = g_ptr_array_copy (trial->remarks, (GCopyFunc) (void *) g_object_ref, NULL);
  g_ptr_array_set_free_func (remarks, g_object_unref);
  context.data_set = rgm_window_state_get_data_set (self->window_state);
  context.trial = trial;
  context.patient = rgm_selection_get_patient (rgm_window_state_get_selection (self->window_state));
  context.remarks = remarks;

  show_header (self, &context);
  on_compared_changed (self);
  on_notes_changed (self);
  rgm_trial_note_show (self->note, context.data_set, trial, NULL);
  /* Before the arms, which take every remark on an arm that is left. */
  safety = rgm_safety_part_new (&context);
  add_part (self, rgm_results_part_new (&context));
  add_part (self, rgm_between_arms_part_new (&context));
  add_part (self, safety);
  add_part (self, rgm_regimen_part_new (&context));
  add_part (self, rgm_eligibility_part_new (&context));
  add_part (self, rgm_facts_part_new (&context));
  /* Before the other remarks, which are those that nothing else took. */
  sources = rgm_sources_part_new (&context);
  add_part (self, rgm_remarks_part_new (&context));
  add_part (self, sources);

  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0.0);
}

static void
on_trial_changed (RgmTrialPage *self)
{
  self->is_fresh = FALSE;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    rebuild (self);
}

static void
rgm_trial_page_map (GtkWidget *widget)
{
  RgmTrialPage *self = RGM_TRIAL_PAGE (widget);

  if (self->window_state != NULL)
    rebuild (self);

  GTK_WIDGET_CLASS (rgm_trial_page_parent_class)->map (widget);
}

/* One who comes to the page begins with the name of the trial. */
static gboolean
rgm_trial_page_grab_focus (GtkWidget *widget)
{
  RgmTrialPage *self = RGM_TRIAL_PAGE (widget);

  return !rgm_accessible_has_focus (widget) && gtk_widget_get_mapped (GTK_WIDGET (self->name)) && gtk_widget_grab_focus (GTK_WIDGET (self->name));
}

static void
rgm_trial_page_constructed (GObject *object)
{
  RgmTrialPage *self = RGM_TRIAL_PAGE (object);

  G_OBJECT_CLASS (rgm_trial_page_parent_class)->constructed (object);

  g_signal_connect_object (self->window_state, "notify::trial", G_CALLBACK (on_trial_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->window_state, "notify::editing", G_CALLBACK (on_trial_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->window_state, "notify::document", G_CALLBACK (on_trial_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (rgm_window_state_get_selection (self->window_state), "notify::patient",
                           G_CALLBACK (on_trial_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (rgm_window_state_get_compared (self->window_state), "items-changed",
                           G_CALLBACK (on_compared_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (rgm_notes_get_default (), "changed", G_CALLBACK (on_notes_changed), self, G_CONNECT_SWAPPED);
  on_trial_changed (self);
}

static void
rgm_trial_page_set_property (GObject *object,
                             guint property_id,
                             const GValue *value,
                             GParamSpec *pspec)
{
  switch (property_id)
    {
    case PROP_WINDOW_STATE:
      RGM_TRIAL_PAGE (object)->window_state = g_value_dup_object (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
rgm_trial_page_dispose (GObject *object)
{
  RgmTrialPage *self = RGM_TRIAL_PAGE (object);
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self));

  if (child != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->window_state);

  G_OBJECT_CLASS (rgm_trial_page_parent_class)->dispose (object);
}

static void
rgm_trial_page_class_init (RgmTrialPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = rgm_trial_page_constructed;
  G_OBJECT_CLASS (klass)->set_property = rgm_trial_page_set_property;
  G_OBJECT_CLASS (klass)->dispose = rgm_trial_page_dispose;
  g_object_class_install_property (G_OBJECT_CLASS (klass), PROP_WINDOW_STATE,
                                   g_param_spec_object ("window-state", NULL, NULL, RGM_TYPE_WINDOW_STATE,
                                                        G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS));
  widget_class->map = rgm_trial_page_map;
  widget_class->grab_focus = rgm_trial_page_grab_focus;

  g_type_ensure (RGM_TYPE_CLASS_MARK);
  g_type_ensure (RGM_TYPE_FLOW_BOX);
  g_type_ensure (RGM_TYPE_TRIAL_NOTE);
  gtk_widget_class_set_template_from_resource (widget_class, RGM_RESOURCE_PREFIX "/ui/rgm-trial-page.ui");
  gtk_widget_class_bind_template_child (widget_class, RgmTrialPage, stack);
  gtk_widget_class_bind_template_child (widget_class, RgmTrialPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, RgmTrialPage, mark);
  gtk_widget_class_bind_template_child (widget_class, RgmTrialPage, name);
  gtk_widget_class_bind_template_child (widget_class, RgmTrialPage, bookmark);
  gtk_widget_class_bind_template_child (widget_class, RgmTrialPage, compare);
  gtk_widget_class_bind_template_child (widget_class, RgmTrialPage, title);
  gtk_widget_class_bind_template_child (widget_class, RgmTrialPage, registrations);
  gtk_widget_class_bind_template_child (widget_class, RgmTrialPage, pairs);
  gtk_widget_class_bind_template_child (widget_class, RgmTrialPage, remarks);
  gtk_widget_class_bind_template_child (widget_class, RgmTrialPage, note);
  gtk_widget_class_bind_template_child (widget_class, RgmTrialPage, parts);
  gtk_widget_class_bind_template_child (widget_class, RgmTrialPage, place);
  gtk_widget_class_bind_template_child (widget_class, RgmTrialPage, edit);
  gtk_widget_class_bind_template_child (widget_class, RgmTrialPage, editor_name);
  gtk_widget_class_bind_template_child (widget_class, RgmTrialPage, editor_place);
  gtk_widget_class_bind_template_callback (widget_class, on_bookmark_toggled);
  gtk_widget_class_bind_template_callback (widget_class, on_compare_toggled);
  gtk_widget_class_install_action (widget_class, "page.place", "s", on_place);
  gtk_widget_class_install_action (widget_class, "page.bookmark", NULL, on_bookmark);
  gtk_widget_class_install_action (widget_class, "page.copy", NULL, on_share);
  gtk_widget_class_install_action (widget_class, "page.print", NULL, on_share);
  gtk_widget_class_install_action (widget_class, "page.save", NULL, on_share);
}

static void
rgm_trial_page_init (RgmTrialPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* A page of what the window shows. */
GtkWidget *
rgm_trial_page_new (RgmWindowState *window_state)
{
  return g_object_new (RGM_TYPE_TRIAL_PAGE, "window-state", window_state, NULL);
}
