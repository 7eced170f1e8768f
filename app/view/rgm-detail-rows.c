/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <string.h>

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "rgm-address.h"
#include "rgm-accessible.h"
#include "rgm-citation.h"
#include "rgm-class-mark.h"
#include "rgm-class-series.h"
#include "rgm-detail-rows.h"
#include "rgm-isolate.h"
#include "rgm-page-widgets.h"
#include "rgm-punctuation.h"
#include "rgm-row-name.h"
#include "rgm-term-text.h"
#include "rgm-value-text.h"
#include "rgm-vocabulary.h"

typedef void (*FillFunc) (GtkBox     *box,
                          RgmDataSet *data_set,
                          gpointer    item);

/* What a row needs to fill itself when it is opened. */
typedef struct
{
  RgmDataSet *data_set;
  GObject    *item;
  FillFunc    fill;
} Filling;

static void
filling_free (gpointer  data,
              GClosure *closure)
{
  Filling *filling = data;

  g_object_unref (filling->data_set);
  g_object_unref (filling->item);
  g_free (filling);
}

static void
on_expanded (AdwExpanderRow *row,
             GParamSpec     *pspec,
             Filling        *filling)
{
  GtkWidget *box, *inner;

  if (!adw_expander_row_get_expanded (row) || g_object_get_data (G_OBJECT (row), "rgm-filled") != NULL)
    return;
  g_object_set_data (G_OBJECT (row), "rgm-filled", row);

  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  gtk_widget_set_margin_top (box, 12);
  gtk_widget_set_margin_bottom (box, 12);
  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  filling->fill (GTK_BOX (box), filling->data_set, filling->item);

  inner = gtk_list_box_row_new ();
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (inner), FALSE);
  gtk_widget_set_focusable (inner, FALSE);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (inner), box);
  adw_expander_row_add_row (row, inner);
}

static GtkWidget *
row_new (const char *title,
         const char *subtitle,
         RgmDataSet *data_set,
         gpointer    item,
         FillFunc    fill)
{
  GtkWidget *row = rgm_expander_row_new ();
  Filling *filling = g_new0 (Filling, 1);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (row), subtitle != NULL ? subtitle : "");
  rgm_row_set_name (row, title);
  rgm_row_set_description (row, subtitle);

  filling->data_set = g_object_ref (data_set);
  filling->item = g_object_ref (item);
  filling->fill = fill;
  g_signal_connect_data (row, "notify::expanded", G_CALLBACK (on_expanded), filling, filling_free, 0);

  return row;
}

static void
add_pair (GtkBox     *box,
          const char *caption,
          const char *value)
{
  if (value != NULL && *value != '\0')
    gtk_box_append (box, rgm_pair_new (caption, value));
}

static void
add_facts (GtkBox     *box,
           RgmDataSet *data_set,
           GPtrArray  *facts)
{
  for (guint i = 0; i < facts->len; i++)
    gtk_box_append (box, rgm_fact_text_new (data_set, g_ptr_array_index (facts, i)));
}

static void
add_step (GtkBox                  *box,
          RgmDataSet              *data_set,
          const RgmRegulatoryStep *step)
{
  g_autofree char *caption = NULL;
  GtkWidget *pair;

  if (step->date != NULL)
    /* Translators: a regulatory step, who took it and when: 'Approval, FDA, 1998'. */
    caption = rgm_text_printf (C_("regulatory", "%s, %s, %s"), rgm_enum_get_label (RGM_TYPE_REGULATORY_KIND, rgm_enum_find (RGM_TYPE_REGULATORY_KIND, step->kind)), step->body, step->date);
  else
    /* Translators: a regulatory step and who took it: 'Approval, FDA'. */
    caption = rgm_text_printf (C_("regulatory", "%s, %s"), rgm_enum_get_label (RGM_TYPE_REGULATORY_KIND, rgm_enum_find (RGM_TYPE_REGULATORY_KIND, step->kind)), step->body);

  pair = rgm_pair_new (caption, step->indication);
  rgm_tell_places (gtk_widget_get_last_child (pair), data_set, step->citations);
  gtk_box_append (box, pair);
}

static char *
targets_in_words (GPtrArray *targets)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < targets->len; i++)
    {
      const RgmTarget *target = g_ptr_array_index (targets, i);

      if (target->domain != NULL && strspn (target->domain, "IVX0123456789") < strlen (target->domain))
        /* Translators: a receptor and a part of it in words: 'EGFR, kinase'. */
        g_ptr_array_add (words, rgm_text_printf (C_("target", "%s, %s"), target->name, target->domain));
      else if (target->domain != NULL)
        /* Translators: a receptor and the number of its domain: 'EGFR, domain III'. */
        g_ptr_array_add (words, rgm_text_printf (_("%s, domain %s"), target->name, target->domain));
      else
        g_ptr_array_add (words, g_strdup (target->name));
    }
  g_ptr_array_add (words, NULL);

  return rgm_join_phrases ((char **) words->pdata);
}

static void
fill_agent (GtkBox     *box,
            RgmDataSet *data_set,
            gpointer    item)
{
  RgmAgent *agent = item;
  GPtrArray *regulatory = agent->regulatory;
  g_autofree char *synonyms = rgm_join_phrases (agent->synonyms);
  g_autofree char *targets = targets_in_words (agent->targets);

  add_pair (box, _("Class"), rgm_term_class (data_set, agent->class_id));
  add_pair (box, _("Synonyms"), synonyms);
  add_pair (box, _("Binds"), targets);
  add_pair (box, _("Payload"), agent->payload);
  add_pair (box, _("Linker"), agent->linker);
  add_pair (box, _("Selectivity"), agent->selectivity);
  for (guint i = 0; i < regulatory->len; i++)
    add_step (box, data_set, g_ptr_array_index (regulatory, i));
  add_facts (box, data_set, agent->facts);

  if (gtk_widget_get_first_child (GTK_WIDGET (box)) == NULL)
    gtk_box_append (box, rgm_text_new (_("The data set has no further information about this agent."), "dim-label"));
}

static void
fill_biomarker (GtkBox     *box,
                RgmDataSet *data_set,
                gpointer    item)
{
  RgmBiomarker *biomarker = item;
  GPtrArray *values = biomarker->values;
  g_autofree char *synonyms = rgm_join_phrases (biomarker->synonyms);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autofree char *joined = NULL;

  for (guint i = 0; i < values->len; i++)
    {
      const RgmBiomarkerValue *value = g_ptr_array_index (values, i);

      g_ptr_array_add (names, (gpointer) value->name);
    }
  g_ptr_array_add (names, NULL);
  joined = rgm_join_phrases ((char **) names->pdata);

  add_pair (box, _("Synonyms"), synonyms);
  add_pair (box, _("Categories"), joined);
  add_facts (box, data_set, biomarker->facts);

  if (gtk_widget_get_first_child (GTK_WIDGET (box)) == NULL)
    gtk_box_append (box, rgm_text_new (_("The data set has no further information about this biomarker."), "dim-label"));
}

static void
fill_regimen (GtkBox     *box,
              RgmDataSet *data_set,
              gpointer    item)
{
  RgmRegimen *regimen = item;
  GPtrArray *regulatory = regimen->regulatory;
  GPtrArray *outcomes = regimen->outcomes;
  g_autofree char *synonyms = rgm_join_phrases (regimen->synonyms);

  add_pair (box, _("Synonyms"), synonyms);
  for (guint i = 0; i < regulatory->len; i++)
    add_step (box, data_set, g_ptr_array_index (regulatory, i));

  for (guint i = 0; i < outcomes->len; i++)
    {
      RgmOutcome *outcome = g_ptr_array_index (outcomes, i);
      g_autofree char *words = rgm_value_text_outcome (outcome);
      g_autofree char *notes = g_strjoinv (" ", outcome->notes);
      GtkWidget *pair = rgm_pair_new (rgm_term_endpoint (data_set, outcome->endpoint), words);

      rgm_tell_places (gtk_widget_get_last_child (pair), data_set, outcome->citations);
      if (*notes != '\0')
        gtk_box_append (GTK_BOX (pair), rgm_text_new (notes, "caption"));
      gtk_box_append (box, pair);
    }
}

/**
 * rgm_regimen_row_new:
 * @data_set: the data set
 * @regimen: one of its regimens
 *
 * Returns: (nullable): a row that folds out to the steps of authorities and the figures that are of the regimen and
 *     not of one trial; %NULL where there are none
 */
GtkWidget *
rgm_regimen_row_new (RgmDataSet *data_set,
                     RgmRegimen *regimen)
{
  if (regimen->regulatory->len == 0 && regimen->outcomes->len == 0)
    return NULL;

  return row_new (regimen->name, _("Approvals, guidelines and results of the regimen across trials"),
                  data_set, regimen, fill_regimen);
}

static void
fill_whole_regimen (GtkBox     *box,
                    RgmDataSet *data_set,
                    gpointer    item)
{
  RgmRegimen *regimen = item;

  for (guint i = 0; i < regimen->dosing->len; i++)
    {
      const RgmDosing *dosing = g_ptr_array_index (regimen->dosing, i);
      RgmAgent *agent = rgm_data_set_find_agent (data_set, dosing->agent);
      char *parts[] = { (char *) dosing->dose, (char *) dosing->schedule, NULL };
      g_autofree char *words = rgm_join_phrases (dosing->dose != NULL ? parts : parts + 1);

      add_pair (box, agent != NULL ? agent->name : dosing->agent, words);
    }
  fill_regimen (box, data_set, item);

  if (gtk_widget_get_first_child (GTK_WIDGET (box)) == NULL)
    gtk_box_append (box, rgm_text_new (_("The data set has no further information about this regimen."), "dim-label"));
}

/**
 * rgm_whole_regimen_row_new:
 * @data_set: the data set
 * @regimen: one of its regimens
 *
 * Returns: a row with the regimen's agents, that folds out to all there is about it
 */
GtkWidget *
rgm_whole_regimen_row_new (RgmDataSet *data_set,
                           RgmRegimen *regimen)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autofree char *agents = NULL;

  for (guint i = 0; i < regimen->agents->len; i++)
    g_ptr_array_add (names, (gpointer) ((const RgmAgent *) g_ptr_array_index (regimen->agents, i))->name);
  g_ptr_array_add (names, NULL);
  agents = rgm_join_words ((char **) names->pdata);

  return row_new (regimen->name, agents, data_set, regimen, fill_whole_regimen);
}

/**
 * rgm_agent_row_new:
 * @data_set: the data set
 * @agent: one of its agents
 *
 * Returns: a row with the agent's class and mechanism, that folds out to all there is about it
 */
GtkWidget *
rgm_agent_row_new (RgmDataSet *data_set,
                   RgmAgent   *agent)
{
  GtkWidget *row = row_new (agent->name, agent->mechanism, data_set, agent, fill_agent);

  adw_expander_row_add_prefix (ADW_EXPANDER_ROW (row),
                               rgm_class_mark_new (rgm_class_series (data_set, agent->class_id)));

  return row;
}

/**
 * rgm_biomarker_row_new:
 * @data_set: the data set
 * @biomarker: one of its biomarkers
 *
 * Returns: a row that folds out to all there is about the biomarker
 */
GtkWidget *
rgm_biomarker_row_new (RgmDataSet   *data_set,
                       RgmBiomarker *biomarker)
{
  guint n_facts = biomarker->facts->len;
  g_autofree char *subtitle = n_facts > 0 ? g_strdup_printf (ngettext ("%u fact", "%u facts", n_facts), n_facts) : NULL;

  return row_new (biomarker->name, subtitle, data_set, biomarker, fill_biomarker);
}

static GtkWidget *
link_new (RgmSource *source)
{
  const char *doi = source->doi;
  const char *title = source->title;
  g_autofree char *uri = NULL;
  g_autofree char *shown = NULL;
  g_autofree char *name = NULL;
  GtkWidget *button;

  if (doi != NULL)
    {
      uri = rgm_address_of_doi (doi);
      shown = g_strconcat ("doi:", doi, NULL);
    }
  else if (source->url != NULL)
    {
      uri = g_strdup (source->url);
      shown = g_strdup (_("Open in browser"));
    }
  else
    {
      return NULL;
    }

  button = gtk_link_button_new_with_label (uri, shown);
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_add_css_class (button, "inline-link");
  rgm_text_break_in (button);
  /* Translators: the address of a paper, and its title. */
  name = rgm_text_printf (C_("link", "%s, %s"), shown, title != NULL ? title : source->citation);
  rgm_accessible_set_name (button, name);

  return button;
}

/**
 * rgm_source_row_new:
 * @source: a source
 * @places: (nullable): the places in it that matter here
 *
 * Returns: a row with the source's citation, the places and a link
 */
GtkWidget *
rgm_source_row_new (RgmSource  *source,
                    const char *places)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *link = link_new (source);
  const char *citation = source->citation;
  g_autofree char *numbered = NULL;

  if (source->number > 0)
    /* Translators: the number of a source in the review's own list, and its citation. */
    numbered = rgm_text_printf (C_("source", "%d. %s"), (int) source->number, citation);

  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  gtk_widget_set_margin_top (box, 12);
  gtk_widget_set_margin_bottom (box, 12);
  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  gtk_box_append (GTK_BOX (box), rgm_text_new (numbered != NULL ? numbered : citation, NULL));
  if (places != NULL && *places != '\0')
    {
      GtkWidget *label = rgm_text_new (places, "caption");

      gtk_widget_add_css_class (label, "dim-label");
      gtk_box_append (GTK_BOX (box), label);
    }
  if (link != NULL)
    gtk_box_append (GTK_BOX (box), link);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);

  return row;
}
