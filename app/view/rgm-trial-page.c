/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <glib/gi18n-lib.h>

#include "rgm-arm-card.h"
#include "rgm-as-of.h"
#include "rgm-class-mark.h"
#include "rgm-class-series.h"
#include "rgm-flow-box.h"
#include "rgm-page-parts.h"
#include "rgm-punctuation.h"
#include "rgm-registration.h"
#include "rgm-terms.h"
#include "rgm-trial-page.h"
#include "rgm-trial-parts.h"
#include "rgm-wording.h"

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

  RgmWorkspace      *workspace;
  gboolean           is_fresh;

  GtkStack          *stack;
  GtkScrolledWindow *scroller;
  RgmClassMark      *mark;
  GtkLabel          *name;
  GtkCheckButton    *compare;
  GtkLabel          *title;
  GtkBox            *registrations;
  GtkBox            *pairs;
  GtkBox            *remarks;
  GtkBox            *parts;
  GtkLabel          *place;
};

G_DEFINE_FINAL_TYPE (RgmTrialPage, rgm_trial_page, GTK_TYPE_WIDGET)

static void on_compare_toggled (RgmTrialPage *self);

static void
on_compared_changed (RgmTrialPage *self)
{
  RgmTrial *trial = rgm_workspace_get_trial (self->workspace);

  if (trial == NULL)
    return;

  g_signal_handlers_block_by_func (self->compare, on_compare_toggled, self);
  gtk_check_button_set_active (self->compare, rgm_workspace_is_compared (self->workspace, trial));
  g_signal_handlers_unblock_by_func (self->compare, on_compare_toggled, self);
}

static void
on_compare_toggled (RgmTrialPage *self)
{
  RgmTrial *trial = rgm_workspace_get_trial (self->workspace);

  if (trial == NULL ||
      rgm_workspace_compare (self->workspace, trial, gtk_check_button_get_active (self->compare)))
    return;

  on_compared_changed (self);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s",
                              _("Six trials are the most that can be compared. Take a tick away first."));
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
}

static void
show_registrations (RgmTrialPage *self,
                    RgmTrial     *trial)
{
  char **ids = rgm_trial_get_registrations (trial);
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
  const GDate *as_of = rgm_data_set_get_as_of (rgm_workspace_get_data_set (self->workspace));
  const char *words = rgm_wording_status (rgm_trial_get_status_state (trial));
  const char *published = rgm_trial_get_status_published (trial);
  g_autofree char *when = NULL;
  GDate today;

  rgm_as_of_today (&today);
  when = rgm_as_of_words (as_of, &today);

  if (published == NULL || g_strcmp0 (published, words) == 0)
    /* Translators: a trial's status and when it was so: 'Recruiting, as of 1 May 2024'. */
    return g_strdup_printf (C_("status", "%s, %s"), words, when);

  /* Translators: a trial's status, the source's own words for it, and when it was so. */
  return g_strdup_printf (_("%s (“%s”), %s"), words, published, when);
}

static void
add_pair (RgmTrialPage *self,
          GtkWidget    *flow,
          const char   *caption,
          const char   *value)
{
  GtkWidget *pair = rgm_pair_new (caption, value);

  rgm_tell_places (gtk_widget_get_last_child (pair), rgm_workspace_get_data_set (self->workspace),
                   rgm_trial_get_places (rgm_workspace_get_trial (self->workspace)));
  rgm_flow_box_append (RGM_FLOW_BOX (flow), pair);
}

static char *
classes_in_words (RgmDataSet *data_set,
                  RgmTrial   *trial)
{
  char **ids = rgm_trial_get_classes (trial);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; ids[i] != NULL; i++)
    g_ptr_array_add (names, (gpointer) rgm_term_class (data_set, ids[i]));
  g_ptr_array_add (names, NULL);

  return rgm_join_words ((char **) names->pdata);
}

static void
show_pairs (RgmTrialPage *self,
            RgmTrial     *trial)
{
  GtkWidget *flow = rgm_flow_box_new (0);
  g_autofree char *classes = classes_in_words (rgm_workspace_get_data_set (self->workspace), trial);
  g_autofree char *status = status_in_words (self, trial);

  rgm_box_clear (self->pairs);
  gtk_widget_set_hexpand (flow, TRUE);
  gtk_box_append (self->pairs, flow);
  add_pair (self, flow, _("Phase"), rgm_trial_get_phase (trial));
  add_pair (self, flow, _("Status"), status);
  add_pair (self, flow, _("Allocation"), rgm_wording_allocation (rgm_trial_get_allocation (trial)));
  add_pair (self, flow, _("Class"), classes);
}

static void
show_header (RgmTrialPage    *self,
             RgmTrialContext *context)
{
  static const char * const about[] = {
    "name", "title", "registration", "phase", "status", "design", "allocation", NULL
  };
  const char *title = rgm_trial_get_title (context->trial);

  rgm_class_mark_set_series (self->mark, rgm_trial_series (context->data_set, context->trial));
  gtk_label_set_text (self->name, rgm_trial_get_name (context->trial));
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

static void
rebuild (RgmTrialPage *self)
{
  RgmTrial *trial = rgm_workspace_get_trial (self->workspace);
  RgmTrialContext context;
  g_autoptr (GPtrArray) remarks = NULL;
  GtkWidget *safety, *sources;

  if (self->is_fresh)
    return;
  self->is_fresh = TRUE;

  gtk_widget_activate_action (GTK_WIDGET (self), "page.place", "s", "");
  gtk_stack_set_visible_child_name (self->stack, trial != NULL ? "trial" : "none");
  rgm_box_clear (self->parts);
  if (trial == NULL)
    return;

  remarks = g_ptr_array_copy (rgm_trial_get_remarks (trial), (GCopyFunc) (void *) g_object_ref, NULL);
  g_ptr_array_set_free_func (remarks, g_object_unref);
  context.data_set = rgm_workspace_get_data_set (self->workspace);
  context.trial = trial;
  context.remarks = remarks;

  show_header (self, &context);
  on_compared_changed (self);
  add_part (self, rgm_regimen_part_new (&context));
  add_part (self, rgm_eligibility_part_new (&context));
  /* Before the arms, which take every remark on an arm that is left. */
  safety = rgm_safety_part_new (&context);
  add_part (self, rgm_results_part_new (&context));
  add_part (self, safety);
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

  if (self->workspace != NULL)
    rebuild (self);

  GTK_WIDGET_CLASS (rgm_trial_page_parent_class)->map (widget);
}

static void
rgm_trial_page_dispose (GObject *object)
{
  RgmTrialPage *self = RGM_TRIAL_PAGE (object);
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self));

  if (child != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (rgm_trial_page_parent_class)->dispose (object);
}

static void
rgm_trial_page_class_init (RgmTrialPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rgm_trial_page_dispose;
  widget_class->map = rgm_trial_page_map;

  g_type_ensure (RGM_TYPE_CLASS_MARK);
  gtk_widget_class_set_template_from_resource (widget_class, RGM_RESOURCE_PREFIX "/ui/rgm-trial-page.ui");
  gtk_widget_class_bind_template_child (widget_class, RgmTrialPage, stack);
  gtk_widget_class_bind_template_child (widget_class, RgmTrialPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, RgmTrialPage, mark);
  gtk_widget_class_bind_template_child (widget_class, RgmTrialPage, name);
  gtk_widget_class_bind_template_child (widget_class, RgmTrialPage, compare);
  gtk_widget_class_bind_template_child (widget_class, RgmTrialPage, title);
  gtk_widget_class_bind_template_child (widget_class, RgmTrialPage, registrations);
  gtk_widget_class_bind_template_child (widget_class, RgmTrialPage, pairs);
  gtk_widget_class_bind_template_child (widget_class, RgmTrialPage, remarks);
  gtk_widget_class_bind_template_child (widget_class, RgmTrialPage, parts);
  gtk_widget_class_bind_template_child (widget_class, RgmTrialPage, place);
  gtk_widget_class_bind_template_callback (widget_class, on_compare_toggled);
  gtk_widget_class_install_action (widget_class, "page.place", "s", on_place);
}

static void
rgm_trial_page_init (RgmTrialPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * rgm_trial_page_new:
 * @workspace: what the page takes part in
 *
 * Returns: (transfer full): a page, floating
 */
GtkWidget *
rgm_trial_page_new (RgmWorkspace *workspace)
{
  GtkWidget *self = g_object_new (RGM_TYPE_TRIAL_PAGE, NULL);

  rgm_trial_page_set_workspace (RGM_TRIAL_PAGE (self), workspace);

  return self;
}

/**
 * rgm_trial_page_set_workspace:
 * @self: a page
 * @workspace: what the page takes part in
 *
 * Shows the workspace's trial from now on. To be called once.
 */
void
rgm_trial_page_set_workspace (RgmTrialPage *self,
                              RgmWorkspace *workspace)
{
  g_return_if_fail (RGM_IS_TRIAL_PAGE (self));
  g_return_if_fail (RGM_IS_WORKSPACE (workspace));
  g_return_if_fail (self->workspace == NULL);

  self->workspace = g_object_ref (workspace);
  g_signal_connect_object (workspace, "notify::trial", G_CALLBACK (on_trial_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (rgm_workspace_get_compared (workspace), "items-changed",
                           G_CALLBACK (on_compared_changed), self, G_CONNECT_SWAPPED);
  on_trial_changed (self);
}
