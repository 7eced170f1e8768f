/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <glib/gi18n-lib.h>

#include "rgm-page-widgets.h"
#include "rgm-pathway-patient.h"
#include "rgm-pathway-regimens.h"
#include "rgm-punctuation.h"
#include "rgm-trial.h"

struct _RgmPathwayPatient
{
  GtkWidget   parent_instance;

  GtkWidget  *expander;
  GtkListBox *list;
  GPtrArray  *regimens;    /* of RgmPathwayRegimen, as the rows */
};

G_DEFINE_FINAL_TYPE (RgmPathwayPatient, rgm_pathway_patient, GTK_TYPE_WIDGET)

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
on_row_activated (GtkListBox        *list,
                  GtkListBoxRow     *row,
                  RgmPathwayPatient *self)
{
  const RgmPathwayRegimen *chosen = g_ptr_array_index (self->regimens, gtk_list_box_row_get_index (row));

  g_signal_emit (self, signals[CHOSEN], 0, chosen->regimen);
}

static void
rgm_pathway_patient_dispose (GObject *object)
{
  RgmPathwayPatient *self = RGM_PATHWAY_PATIENT (object);

  g_clear_pointer (&self->expander, gtk_widget_unparent);
  g_clear_pointer (&self->regimens, g_ptr_array_unref);

  G_OBJECT_CLASS (rgm_pathway_patient_parent_class)->dispose (object);
}

static void
rgm_pathway_patient_class_init (RgmPathwayPatientClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rgm_pathway_patient_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);

  /* A regimen was chosen, to be given in the diagram. */
  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                  RGM_TYPE_REGIMEN);

  gtk_widget_class_set_template_from_resource (widget_class, RGM_RESOURCE_PREFIX "/ui/rgm-pathway-patient.ui");
  gtk_widget_class_bind_template_child (widget_class, RgmPathwayPatient, expander);
  gtk_widget_class_bind_template_child (widget_class, RgmPathwayPatient, list);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
}

static void
rgm_pathway_patient_init (RgmPathwayPatient *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static GtkWidget *
row_new (const RgmPathwayRegimen *regimen)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  g_autoptr (GString) trials = g_string_new (NULL);

  for (guint i = 0; i < regimen->trials->len; i++)
    rgm_add_word (trials, ((RgmTrial *) g_ptr_array_index (regimen->trials, i))->name);
  gtk_box_append (GTK_BOX (box), rgm_text_new (regimen->regimen->name, "heading"));
  gtk_box_append (GTK_BOX (box), rgm_text_new (regimen->text, NULL));
  gtk_box_append (GTK_BOX (box), rgm_text_new (trials->str, "caption"));
  gtk_widget_set_margin_start (box, 8);
  gtk_widget_set_margin_end (box, 8);
  gtk_widget_set_margin_top (box, 8);
  gtk_widget_set_margin_bottom (box, 8);

  return box;
}

/**
 * rgm_pathway_patient_update:
 * @self: the list
 * @figure: the figure of the pathway
 *
 * Lists the regimens for the patient, alterations and conditions that the figure shows.
 */
void
rgm_pathway_patient_update (RgmPathwayPatient *self,
                            RgmFigure         *figure)
{
  gboolean fits;
  GtkWidget *row;

  g_clear_pointer (&self->regimens, g_ptr_array_unref);
  self->regimens = rgm_pathway_list_regimens (figure, &fits);
  gtk_expander_set_label (GTK_EXPANDER (self->expander),
                          fits ? _("Regimens of fitting trials") : _("No trial fits: regimens of undecided trials"));
  gtk_widget_set_visible (GTK_WIDGET (self), self->regimens->len > 0);

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
  for (guint i = 0; i < self->regimens->len; i++)
    gtk_list_box_append (self->list, row_new (g_ptr_array_index (self->regimens, i)));
}
