/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <glib/gi18n-lib.h>

#include "rgm-accessible.h"
#include "rgm-arm.h"
#include "rgm-choice-list.h"
#include "rgm-drop-down.h"
#include "rgm-figure-page.h"
#include "rgm-isolate.h"
#include "rgm-page-widgets.h"
#include "rgm-pathway-choice.h"
#include "rgm-pathway-details.h"
#include "rgm-pathway-figure.h"
#include "rgm-pathway-page.h"
#include "rgm-pathway-patient.h"
#include "rgm-signal.h"
#include "rgm-pathway.h"
#include "rgm-regimen.h"

/* The pathway, and beside it what is given, what the tumour has, and what is known of
 * the mark that was clicked:
 *
 *     regimen ──> agents ─┐
 *     alterations ────────┼─> RgmPathwayFigure ──> RgmFigurePage
 *     conditions ─────────┘                             │
 *     details <──────────────────────────── chosen ─────┘
 */
struct _RgmPathwayPage
{
  GtkWidget         parent_instance;

  RgmWindowState   *window_state;
  RgmFigure        *figure;

  RgmFigurePage    *page;
  GtkDropDown      *regimens;
  RgmChoiceList    *agents;
  RgmChoiceList    *alterations;
  RgmChoiceList    *conditions;
  RgmPathwayPatient *patient;
  GtkBox           *details;
  GtkButton        *offer;
  guint             animate_id;
  gboolean          is_refreshing;
};

G_DEFINE_FINAL_TYPE (RgmPathwayPage, rgm_pathway_page, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_WINDOW_STATE,
};

static void update_offer (RgmPathwayPage *self);

static gboolean
animate (gpointer data)
{
  RgmPathwayPage *self = data;

  self->animate_id = 0;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    rgm_figure_canvas_animate (rgm_figure_page_get_canvas (self->page));
  return G_SOURCE_REMOVE;
}

static void
animate_soon (RgmPathwayPage *self)
{
  if (self->animate_id == 0)
    self->animate_id = g_idle_add (animate, self);
}

static void
announce (RgmPathwayPage *self)
{
  rgm_accessible_announce (GTK_WIDGET (self), rgm_figure_get_frame (self->figure)->summary);
}

/* What a person ticked, into the figure. */
static void
on_ticked (RgmPathwayPage *self)
{
  g_auto (GStrv) agents = rgm_choice_list_get_chosen (self->agents);
  g_auto (GStrv) ticked = rgm_choice_list_get_chosen (self->alterations);
  g_auto (GStrv) alterations = rgm_pathway_choose_alterations (self->figure, (const char * const *) ticked);
  g_auto (GStrv) conditions = rgm_choice_list_get_chosen (self->conditions);
  const RgmPathwayOptions options = { agents, alterations, conditions };

  rgm_figure_set_options (self->figure, &options);
  announce (self);
}

/* What the figure has, into the ticks. */
static void
on_figure_changed (RgmPathwayPage *self)
{
  static const char * const nothing[] = { NULL };
  const RgmPathwayOptions *options = rgm_figure_get_options (self->figure);
  RgmSignal *signal = rgm_pathway_figure_get_signal (RGM_PATHWAY_FIGURE (self->figure));

  rgm_choice_list_choose (self->agents, options->agents != NULL ? (const char * const *) options->agents : nothing);
  if (signal != NULL)
    rgm_choice_list_choose (self->alterations, (const char * const *) rgm_signal_get_alterations (signal));
  if (options->conditions != NULL)
    rgm_choice_list_choose (self->conditions, (const char * const *) options->conditions);
  rgm_pathway_patient_update (self->patient, self->figure);
  update_offer (self);
  animate_soon (self);
}

static char **
list_agents (RgmRegimen *regimen)
{
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();
  GPtrArray *agents = regimen != NULL ? regimen->agents : NULL;

  for (guint i = 0; agents != NULL && i < agents->len; i++)
    g_strv_builder_add (ids, ((RgmAgent *) g_ptr_array_index (agents, i))->id);

  return g_strv_builder_end (ids);
}

static void
give (RgmPathwayPage *self,
      RgmRegimen     *regimen)
{
  g_auto (GStrv) agents = list_agents (regimen);

  rgm_figure_set_option (self->figure, "agents", g_variant_new_strv ((const char * const *) agents, -1));
  announce (self);
}

static void
on_regimen_chosen (RgmPathwayPage *self)
{
  RgmDataSet *data_set = rgm_window_state_get_data_set (self->window_state);
  guint position = gtk_drop_down_get_selected (self->regimens);
  g_autoptr (RgmRegimen) regimen = NULL;

  /* The first entry is no regimen; another set's list has none at all. */
  if (self->is_refreshing || data_set == NULL || position == GTK_INVALID_LIST_POSITION)
    return;
  if (position > 0)
    regimen = g_list_model_get_item (rgm_data_set_get_regimens (data_set), position - 1);
  give (self, regimen);
}

/* The regimen of the first arm of the trial that is looked at. */
static RgmRegimen *
get_offered (RgmPathwayPage *self)
{
  RgmTrial *trial = rgm_window_state_get_trial (self->window_state);

  if (trial == NULL || trial->arms->len == 0)
    return NULL;

  return ((RgmArm *) g_ptr_array_index (trial->arms, 0))->regimen;
}

static gboolean
is_given (RgmPathwayPage *self,
          RgmRegimen     *regimen)
{
  const RgmPathwayOptions *options = rgm_figure_get_options (self->figure);
  const char * const *given = (const char * const *) options->agents;
  g_auto (GStrv) agents = list_agents (regimen);

  if (given == NULL || g_strv_length (agents) != g_strv_length (options->agents))
    return given == NULL && agents[0] == NULL;
  for (guint i = 0; agents[i] != NULL; i++)
    if (!g_strv_contains (given, agents[i]))
      return FALSE;

  return TRUE;
}

/* What is set here stays when another trial is chosen; the trial's regimen is an offer. */
static void
update_offer (RgmPathwayPage *self)
{
  RgmDataSet *data_set = rgm_window_state_get_data_set (self->window_state);
  GListModel *regimens = data_set != NULL ? rgm_data_set_get_regimens (data_set) : NULL;
  RgmRegimen *offered = get_offered (self);
  guint selected = is_given (self, NULL) ? 0 : GTK_INVALID_LIST_POSITION;

  gtk_widget_set_visible (GTK_WIDGET (self->offer), offered != NULL && !is_given (self, offered));
  if (offered != NULL)
    {
      /* Translators: a button; %s is a regimen, which the pathway is then shown under. */
      g_autofree char *label = rgm_text_printf (_("Add %s to the treatment"), offered->name);

      gtk_button_set_label (self->offer, label);
      rgm_text_break_in (GTK_WIDGET (self->offer));
      gtk_label_set_wrap (GTK_LABEL (gtk_button_get_child (self->offer)), TRUE);
    }

  for (guint i = 0; regimens != NULL && i < g_list_model_get_n_items (regimens) && selected == GTK_INVALID_LIST_POSITION; i++)
    {
      g_autoptr (RgmRegimen) regimen = g_list_model_get_item (regimens, i);

      if (is_given (self, regimen))
        selected = i + 1;
    }
  self->is_refreshing = TRUE;
  rgm_drop_down_choose (self->regimens, selected);
  self->is_refreshing = FALSE;
}

static void
on_patient_regimen_chosen (RgmPathwayPatient *patient,
                           RgmRegimen        *regimen,
                           RgmPathwayPage    *self)
{
  give (self, regimen);
}

static void
on_offer_taken (RgmPathwayPage *self)
{
  give (self, get_offered (self));
}

static void
on_data_set_changed (RgmPathwayPage *self)
{
  RgmDataSet *data_set = rgm_window_state_get_data_set (self->window_state);
  RgmPathway *pathway = data_set != NULL ? data_set->pathway : NULL;
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  GListModel *agents;

  rgm_choice_list_clear (self->agents);
  rgm_choice_list_clear (self->alterations);
  rgm_choice_list_clear (self->conditions);
  rgm_pathway_details_clear (self->details);
  gtk_drop_down_set_model (self->regimens, NULL);
  gtk_widget_set_sensitive (GTK_WIDGET (self->regimens), pathway != NULL);
  if (pathway == NULL)
    return;

  agents = rgm_data_set_get_agents (data_set);
  for (guint i = 0; i < g_list_model_get_n_items (agents); i++)
    {
      g_autoptr (RgmAgent) agent = g_list_model_get_item (agents, i);

      rgm_choice_list_add (self->agents, agent->id, agent->name, FALSE);
    }
  for (guint i = 0; i < pathway->alterations->len; i++)
    {
      const RgmAlteration *alteration = g_ptr_array_index (pathway->alterations, i);

      rgm_choice_list_add (self->alterations, alteration->id, alteration->name, alteration->usual);
    }
  for (guint i = 0; i < pathway->conditions->len; i++)
    {
      const RgmCondition *condition = g_ptr_array_index (pathway->conditions, i);

      rgm_choice_list_add (self->conditions, condition->id, condition->name, condition->usual);
    }

  gtk_string_list_append (names, _("No treatment"));
  for (guint i = 0; i < g_list_model_get_n_items (rgm_data_set_get_regimens (data_set)); i++)
    {
      g_autoptr (RgmRegimen) regimen = g_list_model_get_item (rgm_data_set_get_regimens (data_set), i);

      gtk_string_list_append (names, regimen->name);
    }
  self->is_refreshing = TRUE;
  gtk_drop_down_set_model (self->regimens, G_LIST_MODEL (names));
  self->is_refreshing = FALSE;
  rgm_pathway_details_show (self->details, data_set, NULL, NULL);
  on_figure_changed (self);
}

static void
on_mark_hovered (RgmFigureCanvas *canvas,
                 const char      *id,
                 const char      *target,
                 RgmPathwayPage  *self)
{
  rgm_figure_canvas_set_hovered (canvas, id);
}

static void
on_mark_chosen (RgmFigureCanvas *canvas,
                const char      *id,
                const char      *target,
                RgmPathwayPage  *self)
{
  RgmDataSet *data_set = rgm_window_state_get_data_set (self->window_state);

  if (data_set != NULL && data_set->pathway != NULL)
    rgm_pathway_details_show (self->details, data_set, id, target);
}

static void
rgm_pathway_page_constructed (GObject *object)
{
  RgmPathwayPage *self = RGM_PATHWAY_PAGE (object);

  G_OBJECT_CLASS (rgm_pathway_page_parent_class)->constructed (object);

  self->figure = g_object_ref (rgm_window_state_get_figure (self->window_state, "pathway"));
  rgm_figure_page_set_figure (self->page, self->figure);
  g_signal_connect_object (self->figure, "changed", G_CALLBACK (on_figure_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->window_state, "notify::data-set", G_CALLBACK (on_data_set_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->window_state, "notify::trial", G_CALLBACK (update_offer), self, G_CONNECT_SWAPPED);
  on_data_set_changed (self);
}

static void
rgm_pathway_page_set_property (GObject *object,
                               guint property_id,
                               const GValue *value,
                               GParamSpec *pspec)
{
  switch (property_id)
    {
    case PROP_WINDOW_STATE:
      RGM_PATHWAY_PAGE (object)->window_state = g_value_dup_object (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
rgm_pathway_page_dispose (GObject *object)
{
  RgmPathwayPage *self = RGM_PATHWAY_PAGE (object);
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self));

  g_clear_handle_id (&self->animate_id, g_source_remove);
  g_clear_pointer (&child, gtk_widget_unparent);
  g_clear_object (&self->figure);
  g_clear_object (&self->window_state);

  G_OBJECT_CLASS (rgm_pathway_page_parent_class)->dispose (object);
}

static void
rgm_pathway_page_class_init (RgmPathwayPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = rgm_pathway_page_constructed;
  G_OBJECT_CLASS (klass)->set_property = rgm_pathway_page_set_property;
  G_OBJECT_CLASS (klass)->dispose = rgm_pathway_page_dispose;
  g_object_class_install_property (G_OBJECT_CLASS (klass), PROP_WINDOW_STATE,
                                   g_param_spec_object ("window-state", NULL, NULL, RGM_TYPE_WINDOW_STATE,
                                                        G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS));
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);

  g_type_ensure (RGM_TYPE_CHOICE_LIST);
  g_type_ensure (RGM_TYPE_FIGURE_PAGE);
  g_type_ensure (RGM_TYPE_PATHWAY_PATIENT);
  gtk_widget_class_set_template_from_resource (widget_class, RGM_RESOURCE_PREFIX "/ui/rgm-pathway-page.ui");
  gtk_widget_class_bind_template_child (widget_class, RgmPathwayPage, page);
  gtk_widget_class_bind_template_child (widget_class, RgmPathwayPage, regimens);
  gtk_widget_class_bind_template_child (widget_class, RgmPathwayPage, offer);
  gtk_widget_class_bind_template_child (widget_class, RgmPathwayPage, patient);
  gtk_widget_class_bind_template_child (widget_class, RgmPathwayPage, alterations);
  gtk_widget_class_bind_template_child (widget_class, RgmPathwayPage, conditions);
  gtk_widget_class_bind_template_child (widget_class, RgmPathwayPage, details);
  gtk_widget_class_bind_template_child (widget_class, RgmPathwayPage, agents);
  gtk_widget_class_bind_template_callback (widget_class, on_regimen_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_offer_taken);
  gtk_widget_class_bind_template_callback (widget_class, on_patient_regimen_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_ticked);
}

static void
rgm_pathway_page_init (RgmPathwayPage *self)
{
  RgmFigureCanvas *canvas;

  gtk_widget_init_template (GTK_WIDGET (self));

  canvas = rgm_figure_page_get_canvas (self->page);
  g_signal_connect_object (canvas, "hovered", G_CALLBACK (on_mark_hovered), self, 0);
  g_signal_connect_object (canvas, "chosen", G_CALLBACK (on_mark_chosen), self, 0);
  rgm_drop_down_ellipsize (self->regimens);
  rgm_accessible_name_drop_down (GTK_WIDGET (self->regimens), _("Regimen"));
  rgm_pathway_details_clear (self->details);
}

/* A page of what the window shows. */
GtkWidget *
rgm_pathway_page_new (RgmWindowState *window_state)
{
  return g_object_new (RGM_TYPE_PATHWAY_PAGE, "window-state", window_state, NULL);
}
