/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <glib/gi18n-lib.h>

#include "rgm-accessible.h"
#include "rgm-choice-list.h"
#include "rgm-isolate.h"
#include "rgm-pathway-choice.h"
#include "rgm-pathway-figure.h"
#include "rgm-presenter-keys.h"
#include "rgm-presenter-panel.h"
#include "rgm-slide-view.h"

#define THUMBNAIL_WIDTH 300

struct _RgmPresenterPanel
{
  AdwBin                 parent_instance;

  RgmPresentation       *presentation;
  RgmPresenterPanelKind  kind;
  RgmFigure             *pathway;      /* whose alterations are shown */

  GtkStack              *stack;
  GtkFlowBox            *overview;
  RgmChoiceList         *alterations;
  GtkGrid               *help;
};

G_DEFINE_FINAL_TYPE (RgmPresenterPanel, rgm_presenter_panel, ADW_TYPE_BIN)

/* ── Overview ────────────────────────────────────────────────────────────────── */

static void
on_slide_chosen (RgmPresenterPanel *self,
                 GtkFlowBoxChild   *child)
{
  guint slide = (guint) gtk_flow_box_child_get_index (child);

  rgm_presenter_panel_toggle (self, RGM_PRESENTER_PANEL_NONE);
  rgm_presentation_go_to (self->presentation, slide);
}

static GtkWidget *
thumbnail_new (RgmStoryShow *show,
               guint         index)
{
  const RgmStoryFace *face = rgm_story_show_get_face (show, index);
  GtkWidget *child = gtk_flow_box_child_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *view = rgm_slide_view_new ();
  g_autofree char *text = g_strdup_printf ("%u  %s", index + 1, face->title);
  g_autofree char *name = rgm_text_printf (_("Slide %u: %s"), index + 1, face->title);
  GtkWidget *label = gtk_label_new (text);

  rgm_slide_view_set_width (RGM_SLIDE_VIEW (view), THUMBNAIL_WIDTH);
  rgm_slide_view_set_scene (RGM_SLIDE_VIEW (view), face->pages->pdata[0]);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 28);
  gtk_box_append (GTK_BOX (box), view);
  gtk_box_append (GTK_BOX (box), label);
  gtk_flow_box_child_set_child (GTK_FLOW_BOX_CHILD (child), box);
  rgm_accessible_set_name (child, name);

  return child;
}

static void
clear_overview (RgmPresenterPanel *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->overview))) != NULL)
    gtk_flow_box_remove (self->overview, child);
}

static void
show_overview (RgmPresenterPanel *self)
{
  RgmStoryShow *show = rgm_presentation_get_show (self->presentation);

  for (guint i = 0; i < rgm_story_show_get_size (show); i++)
    gtk_flow_box_append (self->overview, thumbnail_new (show, i));
  gtk_stack_set_visible_child_name (self->stack, "overview");
}

static void
focus_overview (RgmPresenterPanel *self)
{
  guint now = rgm_presentation_get_place (self->presentation, FALSE).slide;
  GtkFlowBoxChild *child = gtk_flow_box_get_child_at_index (self->overview, (int) now);

  if (child != NULL)
    gtk_flow_box_select_child (self->overview, child);
  else
    child = gtk_flow_box_get_child_at_index (self->overview, 0);
  /* Only so does the box know where its arrows begin. */
  if (child != NULL)
    gtk_widget_child_focus (GTK_WIDGET (child), GTK_DIR_TAB_FORWARD);
}

/* ── Help ────────────────────────────────────────────────────────────────────── */

static void
fill_help (RgmPresenterPanel *self)
{
  guint n;
  const RgmPresenterKey *keys = rgm_presenter_keys_get (&n);

  for (guint i = 0; i < n; i++)
    {
      GtkWidget *shown = gtk_label_new (keys[i].shown);
      GtkWidget *help = gtk_label_new (_(keys[i].help));

      gtk_label_set_xalign (GTK_LABEL (shown), 1);
      gtk_label_set_xalign (GTK_LABEL (help), 0);
      gtk_label_set_wrap (GTK_LABEL (help), TRUE);
      gtk_widget_add_css_class (shown, "heading");
      gtk_grid_attach (self->help, shown, 0, (int) i, 1, 1);
      gtk_grid_attach (self->help, help, 1, (int) i, 1, 1);
    }
}

/* ── Alterations ─────────────────────────────────────────────────────────────── */

static void
on_alterations_changed (RgmPresenterPanel *self)
{
  g_auto (GStrv) chosen = rgm_choice_list_get_chosen (self->alterations);
  g_auto (GStrv) kept = rgm_pathway_choose_alterations (self->pathway, (const char * const *) chosen);

  rgm_figure_set_option (self->pathway, "alterations", g_variant_new_strv ((const char * const *) kept, -1));
  rgm_choice_list_choose (self->alterations, (const char * const *) kept);
}

static void
show_alterations (RgmPresenterPanel *self)
{
  RgmPathway *pathway = rgm_figure_get_data_set (self->pathway)->pathway;
  const RgmPathwayOptions *options = rgm_figure_get_options (self->pathway);

  rgm_choice_list_clear (self->alterations);
  for (guint i = 0; i < pathway->alterations->len; i++)
    {
      const RgmAlteration *alteration = g_ptr_array_index (pathway->alterations, i);

      rgm_choice_list_add (self->alterations, alteration->id, alteration->name, alteration->usual);
    }
  if (options->alterations != NULL)
    rgm_choice_list_choose (self->alterations, (const char * const *) options->alterations);
  gtk_stack_set_visible_child_name (self->stack, "alterations");
}

/* ── The panel ───────────────────────────────────────────────────────────────── */

static void
rgm_presenter_panel_dispose (GObject *object)
{
  RgmPresenterPanel *self = RGM_PRESENTER_PANEL (object);

  g_clear_object (&self->presentation);
  g_clear_object (&self->pathway);

  G_OBJECT_CLASS (rgm_presenter_panel_parent_class)->dispose (object);
}

static void
rgm_presenter_panel_class_init (RgmPresenterPanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rgm_presenter_panel_dispose;

  g_type_ensure (RGM_TYPE_CHOICE_LIST);
  gtk_widget_class_set_template_from_resource (widget_class, RGM_RESOURCE_PREFIX "/ui/rgm-presenter-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, RgmPresenterPanel, stack);
  gtk_widget_class_bind_template_child (widget_class, RgmPresenterPanel, overview);
  gtk_widget_class_bind_template_child (widget_class, RgmPresenterPanel, alterations);
  gtk_widget_class_bind_template_child (widget_class, RgmPresenterPanel, help);
  gtk_widget_class_bind_template_callback (widget_class, on_slide_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_alterations_changed);
}

static void
rgm_presenter_panel_init (RgmPresenterPanel *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  fill_help (self);
}

GtkWidget *
rgm_presenter_panel_new (RgmPresentation *presentation)
{
  RgmPresenterPanel *self = g_object_new (RGM_TYPE_PRESENTER_PANEL, NULL);

  self->presentation = g_object_ref (presentation);

  return GTK_WIDGET (self);
}

gboolean
rgm_presenter_panel_is_open (RgmPresenterPanel *self)
{
  return self->kind != RGM_PRESENTER_PANEL_NONE;
}

/**
 * rgm_presenter_panel_toggle:
 * @self: a panel
 * @kind: what it is to hold
 *
 * Opens the panel, or closes it where it holds that already. Alterations are those of a pathway: where the slide shows none,
 * nothing opens.
 */
void
rgm_presenter_panel_toggle (RgmPresenterPanel     *self,
                            RgmPresenterPanelKind  kind)
{
  const RgmStoryFace *face = rgm_presentation_get_face (self->presentation);

  self->kind = self->kind == kind ? RGM_PRESENTER_PANEL_NONE : kind;
  if (self->kind == RGM_PRESENTER_PANEL_ALTERATIONS && (face == NULL || !RGM_IS_PATHWAY_FIGURE (face->figure)))
    self->kind = RGM_PRESENTER_PANEL_NONE;

  /* The pictures of slides are made for who looks at them. */
  clear_overview (self);
  gtk_widget_set_visible (GTK_WIDGET (self), self->kind != RGM_PRESENTER_PANEL_NONE);
  /* The diagram stays in sight while its alterations are switched. */
  gtk_widget_set_halign (GTK_WIDGET (self), self->kind == RGM_PRESENTER_PANEL_ALTERATIONS ? GTK_ALIGN_END : GTK_ALIGN_FILL);
  gtk_widget_set_valign (GTK_WIDGET (self), self->kind == RGM_PRESENTER_PANEL_ALTERATIONS ? GTK_ALIGN_START : GTK_ALIGN_FILL);

  switch (self->kind)
    {
    case RGM_PRESENTER_PANEL_OVERVIEW:
      show_overview (self);
      focus_overview (self);
      break;
    case RGM_PRESENTER_PANEL_ALTERATIONS:
      g_set_object (&self->pathway, face->figure);
      show_alterations (self);
      gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
      break;
    case RGM_PRESENTER_PANEL_HELP:
      gtk_stack_set_visible_child_name (self->stack, "help");
      break;
    case RGM_PRESENTER_PANEL_NONE:
    default:
      break;
    }
}
