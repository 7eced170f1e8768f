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
  RgmChoiceList         *alterations;
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

static GtkWidget *
overview_new (RgmPresenterPanel *self)
{
  RgmStoryShow *show = rgm_presentation_get_show (self->presentation);
  GtkWidget *flow = gtk_flow_box_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();
  guint now = rgm_presentation_get_place (self->presentation, FALSE).slide;

  gtk_flow_box_set_homogeneous (GTK_FLOW_BOX (flow), TRUE);
  gtk_flow_box_set_row_spacing (GTK_FLOW_BOX (flow), 12);
  gtk_flow_box_set_column_spacing (GTK_FLOW_BOX (flow), 12);
  gtk_flow_box_set_max_children_per_line (GTK_FLOW_BOX (flow), 12);
  gtk_flow_box_set_selection_mode (GTK_FLOW_BOX (flow), GTK_SELECTION_BROWSE);
  gtk_widget_set_valign (flow, GTK_ALIGN_START);
  rgm_accessible_set_name (flow, _("Overview of the slides"));
  for (guint i = 0; i < rgm_story_show_get_size (show); i++)
    {
      GtkWidget *child = thumbnail_new (show, i);

      gtk_flow_box_append (GTK_FLOW_BOX (flow), child);
      if (i == now)
        gtk_flow_box_select_child (GTK_FLOW_BOX (flow), GTK_FLOW_BOX_CHILD (child));
    }
  g_signal_connect_object (flow, "child-activated", G_CALLBACK (on_slide_chosen), self, G_CONNECT_SWAPPED);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), flow);

  return scroller;
}

static void
focus_overview (RgmPresenterPanel *self)
{
  GtkWidget *viewport = gtk_scrolled_window_get_child (GTK_SCROLLED_WINDOW (adw_bin_get_child (ADW_BIN (self))));
  GtkWidget *flow = gtk_viewport_get_child (GTK_VIEWPORT (viewport));
  guint now = rgm_presentation_get_place (self->presentation, FALSE).slide;
  GtkFlowBoxChild *child = gtk_flow_box_get_child_at_index (GTK_FLOW_BOX (flow), (int) now);

  if (child == NULL)
    child = gtk_flow_box_get_child_at_index (GTK_FLOW_BOX (flow), 0);
  /* Only so does the box know where its arrows begin. */
  if (child != NULL)
    gtk_widget_child_focus (GTK_WIDGET (child), GTK_DIR_TAB_FORWARD);
}

/* ── Help ────────────────────────────────────────────────────────────────────── */

static GtkWidget *
help_new (void)
{
  GtkWidget *grid = gtk_grid_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();
  guint n;
  const RgmPresenterKey *keys = rgm_presenter_keys_get (&n);

  gtk_grid_set_column_spacing (GTK_GRID (grid), 24);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 6);
  gtk_widget_set_halign (grid, GTK_ALIGN_CENTER);
  for (guint i = 0; i < n; i++)
    {
      GtkWidget *shown = gtk_label_new (keys[i].shown);
      GtkWidget *help = gtk_label_new (_(keys[i].help));

      gtk_label_set_xalign (GTK_LABEL (shown), 1);
      gtk_label_set_xalign (GTK_LABEL (help), 0);
      gtk_label_set_wrap (GTK_LABEL (help), TRUE);
      gtk_widget_add_css_class (shown, "heading");
      gtk_grid_attach (GTK_GRID (grid), shown, 0, (int) i, 1, 1);
      gtk_grid_attach (GTK_GRID (grid), help, 1, (int) i, 1, 1);
    }
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), grid);

  return scroller;
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

static GtkWidget *
alterations_new (RgmPresenterPanel *self)
{
  RgmPathway *pathway = rgm_figure_get_data_set (self->pathway)->pathway;
  const RgmPathwayOptions *options = rgm_figure_get_options (self->pathway);
  GtkWidget *list = rgm_choice_list_new (_("Alterations"));

  self->alterations = RGM_CHOICE_LIST (list);
  for (guint i = 0; i < pathway->alterations->len; i++)
    {
      const RgmAlteration *alteration = g_ptr_array_index (pathway->alterations, i);

      rgm_choice_list_add (self->alterations, alteration->id, alteration->name, alteration->usual);
    }
  if (options->alterations != NULL)
    rgm_choice_list_choose (self->alterations, (const char * const *) options->alterations);
  g_signal_connect_object (list, "changed", G_CALLBACK (on_alterations_changed), self, G_CONNECT_SWAPPED);

  return list;
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
  G_OBJECT_CLASS (klass)->dispose = rgm_presenter_panel_dispose;
}

static void
rgm_presenter_panel_init (RgmPresenterPanel *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "stage-panel");
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
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

  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_set_visible (GTK_WIDGET (self), self->kind != RGM_PRESENTER_PANEL_NONE);
  /* The diagram stays in sight while its alterations are switched. */
  gtk_widget_set_halign (GTK_WIDGET (self), self->kind == RGM_PRESENTER_PANEL_ALTERATIONS ? GTK_ALIGN_END : GTK_ALIGN_FILL);
  gtk_widget_set_valign (GTK_WIDGET (self), self->kind == RGM_PRESENTER_PANEL_ALTERATIONS ? GTK_ALIGN_START : GTK_ALIGN_FILL);

  switch (self->kind)
    {
    case RGM_PRESENTER_PANEL_OVERVIEW:
      adw_bin_set_child (ADW_BIN (self), overview_new (self));
      focus_overview (self);
      break;
    case RGM_PRESENTER_PANEL_ALTERATIONS:
      g_set_object (&self->pathway, face->figure);
      adw_bin_set_child (ADW_BIN (self), alterations_new (self));
      gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
      break;
    case RGM_PRESENTER_PANEL_HELP:
      adw_bin_set_child (ADW_BIN (self), help_new ());
      break;
    case RGM_PRESENTER_PANEL_NONE:
    default:
      break;
    }
}
