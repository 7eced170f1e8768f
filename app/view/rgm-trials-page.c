/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "rgm-accessible.h"
#include "rgm-drop-down.h"
#include "rgm-enum.h"
#include "rgm-figure-page.h"
#include "rgm-given-curves.h"
#include "rgm-response-figure.h"
#include "rgm-trials-page.h"

/* A view of one or more kinds of figures of trials, with a chooser above them. A kind
 * that is drawn in several ways has an entry for each way. */

typedef struct
{
  RgmFigure  *figure;
  const char *show;    /* the value of its option 'show', or NULL */
} ShownEntry;

typedef struct
{
  RgmWindowState *window_state;
  const char     *view;
  RgmFigurePage  *page;
  GtkDropDown    *chooser;
  GArray         *entries;   /* ShownEntry */
} FigureChooser;

static void
chooser_free (gpointer  data,
              GClosure *closure)
{
  FigureChooser *self = data;

  g_array_unref (self->entries);
  g_free (self);
}

static gboolean
is_shown (const FigureChooser *self,
          const ShownEntry   *entry)
{
  RgmFigure *figure = rgm_window_state_get_shown (self->window_state, self->view);
  g_autoptr (GVariant) show = NULL;

  if (entry->figure != figure || entry->show == NULL)
    return entry->figure == figure;

  show = rgm_figure_get_option (figure, "show");

  return g_str_equal (g_variant_get_string (show, NULL), entry->show);
}

/* Shows what the window's state says. */
static void
refresh (FigureChooser *self)
{
  for (guint i = 0; i < self->entries->len; i++)
    if (is_shown (self, &g_array_index (self->entries, ShownEntry, i)))
      gtk_drop_down_set_selected (self->chooser, i);
  rgm_figure_page_set_figure (self->page, rgm_window_state_get_shown (self->window_state, self->view));
}

static void
on_chosen (GtkDropDown *drop_down,
           GParamSpec  *pspec,
           FigureChooser     *self)
{
  guint position = gtk_drop_down_get_selected (drop_down);
  const ShownEntry *entry;

  if (position >= self->entries->len)
    return;

  entry = &g_array_index (self->entries, ShownEntry, position);
  if (entry->show != NULL)
    rgm_figure_set_option (entry->figure, "show", g_variant_new_string (entry->show));
  rgm_window_state_set_shown (self->window_state, self->view, entry->figure);
  refresh (self);
}

static void
add_entries (FigureChooser       *self,
             GtkStringList *labels,
             RgmFigure     *figure)
{
  const RgmFigureKind *kind = rgm_figure_get_kind (figure);
  const RgmOption *show = rgm_figure_kind_find_option (kind, "show");
  ShownEntry entry = { figure, NULL };

  if (show == NULL)
    {
      gtk_string_list_append (labels, _(kind->label));
      g_array_append_val (self->entries, entry);
      return;
    }

  for (const char * const *nick = rgm_enum_get_nicks (show->type ()); *nick != NULL; nick++)
    {
      gtk_string_list_append (labels, rgm_enum_get_label (show->type (), rgm_enum_find (show->type (), *nick)));
      entry.show = *nick;
      g_array_append_val (self->entries, entry);
    }
}

static RgmFigurePage *
page_new (RgmWindowState     *window_state,
          const char         *view,
          const char * const *kinds)
{
  RgmFigurePage *page = RGM_FIGURE_PAGE (rgm_figure_page_new ());
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);
  FigureChooser *self = g_new0 (FigureChooser, 1);

  self->window_state = window_state;
  self->view = view;
  self->page = page;
  self->entries = g_array_new (FALSE, FALSE, sizeof (ShownEntry));
  for (guint i = 0; kinds[i] != NULL; i++)
    {
      RgmFigure *figure = rgm_window_state_get_figure (window_state, kinds[i]);

      add_entries (self, labels, figure);
      if (rgm_window_state_get_shown (window_state, view) == NULL)
        rgm_window_state_set_shown (window_state, view, figure);
    }
  self->chooser = GTK_DROP_DOWN (gtk_drop_down_new (G_LIST_MODEL (g_steal_pointer (&labels)), NULL));
  rgm_drop_down_ellipsize (self->chooser);
  rgm_accessible_name_drop_down (GTK_WIDGET (self->chooser), _("Figure shown"));

  refresh (self);
  g_object_set_data (G_OBJECT (page), "rgm-chooser", self);
  g_signal_connect_data (self->chooser, "notify::selected", G_CALLBACK (on_chosen), self, chooser_free, 0);
  gtk_widget_set_visible (GTK_WIDGET (self->chooser), self->entries->len > 1);
  rgm_figure_page_set_kinds (page, GTK_WIDGET (self->chooser));
  rgm_figure_page_follow_trials (page, window_state);

  return page;
}

static void
on_dragged (RgmFigureCanvas   *canvas,
            RgmScene          *scene,
            double             across,
            RgmResponseFigure *figure)
{
  double rate;

  /* Whole percent, as in the options. */
  if (rgm_response_figure_get_rate_at (figure, scene, across, &rate))
    rgm_figure_set_option (RGM_FIGURE (figure), "reference", g_variant_new_double (round (rate)));
}

/**
 * rgm_response_page_new:
 * @window_state: the state of the window that the page is in
 *
 * Returns: (transfer full): the response rates of the window's selection, floating
 */
GtkWidget *
rgm_response_page_new (RgmWindowState *window_state)
{
  static const char * const kinds[] = { "response", NULL };
  RgmFigurePage *page = page_new (window_state, "response", kinds);

  g_signal_connect_object (rgm_figure_page_get_canvas (page), "dragged", G_CALLBACK (on_dragged),
                           rgm_window_state_get_figure (window_state, "response"), 0);

  return GTK_WIDGET (page);
}

/* ── Survival curves ─────────────────────────────────────────────────────────── */

/* Curves can be added, and those that are added for themselves taken away again. The figure's change says so, also where it wasn't
 * shown before. */
typedef struct
{
  RgmFigure *figure;
  GtkWidget       *add;
  GtkWidget       *add_first;   /* where there are none */
  GtkWidget       *save;        /* of curves that were added for themselves */
  GtkWidget       *back;
} CurvesButtons;

static void
refresh_buttons (RgmFigurePage *page)
{
  CurvesButtons *self = g_object_get_data (G_OBJECT (page), "rgm-curves");
  gboolean is_shown, has_given;

  refresh (g_object_get_data (G_OBJECT (page), "rgm-chooser"));
  is_shown = rgm_figure_page_get_figure (page) == self->figure;
  has_given = is_shown && rgm_figure_has_given_curves (self->figure);

  /* There is no room for all of them beside each other. */
  gtk_widget_set_visible (self->add, is_shown && !has_given);
  gtk_widget_set_visible (self->add_first, is_shown);
  gtk_widget_set_visible (self->save, has_given);
  gtk_widget_set_visible (self->back, has_given);
}

static GtkWidget *
add_button_new (void)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (_("_Add curves…"));

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.add-curves");

  return button;
}

static void
add_curves_buttons (RgmFigurePage *page,
                    RgmFigure     *figure)
{
  CurvesButtons *self = g_new0 (CurvesButtons, 1);

  self->figure = figure;
  self->add = add_button_new ();
  self->add_first = add_button_new ();
  gtk_widget_set_halign (self->add_first, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (self->add_first, "pill");
  gtk_widget_add_css_class (self->add_first, "suggested-action");
  self->save = gtk_button_new_with_mnemonic (_("_Save times…"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->save), "win.save-curves");
  gtk_widget_set_tooltip_text (self->save, _("Save the patients’ times of these curves as a table that can be added again"));
  self->back = gtk_button_new_with_mnemonic (_("Curves of the _data set"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->back), "win.drop-curves");
  gtk_widget_set_tooltip_text (self->back, _("Leave the curves that belong to no data set, and show those of the data set"));
  g_object_set_data_full (G_OBJECT (page), "rgm-curves", self, g_free);

  rgm_figure_page_set_kinds (page, self->add);
  rgm_figure_page_set_kinds (page, self->save);
  rgm_figure_page_set_kinds (page, self->back);
  rgm_figure_page_set_empty_child (page, self->add_first);
  g_signal_connect_object (page, "notify::figure", G_CALLBACK (refresh_buttons), page, G_CONNECT_SWAPPED);
  g_signal_connect_object (figure, "changed", G_CALLBACK (refresh_buttons), page, G_CONNECT_SWAPPED);
  refresh_buttons (page);
}

/**
 * rgm_survival_page_new:
 * @window_state: the state of the window that the page is in
 *
 * Returns: (transfer full): the medians of the window's selection, its survival curves, or its
 *   response rates against medians, floating
 */
GtkWidget *
rgm_survival_page_new (RgmWindowState *window_state)
{
  static const char * const kinds[] = { "survival", "curves", "scatter", NULL };
  RgmFigurePage *page = page_new (window_state, "survival", kinds);

  add_curves_buttons (page, rgm_window_state_get_figure (window_state, "curves"));

  return GTK_WIDGET (page);
}

/**
 * rgm_patient_page_new:
 * @window_state: the state of the window that the page is in
 *
 * Returns: (transfer full): the sheet of the patient whose findings are entered, floating
 */
GtkWidget *
rgm_patient_page_new (RgmWindowState *window_state)
{
  static const char * const kinds[] = { "patient", NULL };

  return GTK_WIDGET (page_new (window_state, RGM_VIEW_PATIENT, kinds));
}
