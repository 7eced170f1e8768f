/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <glib/gi18n-lib.h>

#include "rgm-arm-card.h"
#include "rgm-citation.h"
#include "rgm-criteria-list.h"
#include "rgm-detail-rows.h"
#include "rgm-flow-box.h"
#include "rgm-isolate.h"
#include "rgm-page-widgets.h"
#include "rgm-punctuation.h"
#include "rgm-subgroup.h"
#include "rgm-trial-sections.h"

/* Two columns fit from about 700 pixels on. */
#define COLUMN_WIDTH 340

/* Adds the row, unless there is none or the list has one of @item. */
static void
add_once (GtkWidget  *list,
          GHashTable *shown,
          gpointer    item,
          GtkWidget  *row)
{
  if (row == NULL)
    return;

  g_object_ref_sink (row);
  if (g_hash_table_add (shown, item))
    gtk_list_box_append (GTK_LIST_BOX (list), row);
  g_object_unref (row);
}

/**
 * rgm_regimen_part_new:
 * @context: what the page's parts share
 *
 * Returns: each regimen of the trial that has more to it than its agents, then each agent, once and to be opened
 *     in place
 */
GtkWidget *
rgm_regimen_part_new (RgmTrialContext *context)
{
  static const char * const about[] = { "regimen", "class", "agent", "dose", NULL };
  GtkWidget *section = rgm_section_new (_("Regimen"), NULL);
  GtkWidget *list = rgm_boxed_list_new (_("Regimen"));
  GPtrArray *arms = context->trial->arms;
  g_autoptr (GHashTable) shown = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < arms->len; i++)
    {
      RgmRegimen *regimen = ((RgmArm *) g_ptr_array_index (arms, i))->regimen;

      add_once (list, shown, regimen, rgm_regimen_row_new (context->data_set, regimen));
    }
  for (guint i = 0; i < arms->len; i++)
    {
      GPtrArray *agents = ((RgmArm *) g_ptr_array_index (arms, i))->regimen->agents;

      for (guint j = 0; j < agents->len; j++)
        add_once (list, shown, g_ptr_array_index (agents, j),
                  rgm_agent_row_new (context->data_set, g_ptr_array_index (agents, j)));
    }

  gtk_box_append (GTK_BOX (section), list);
  rgm_remarks_take (context, NULL, about, GTK_BOX (section));

  return section;
}

static GtkWidget *
published_new (RgmTrialContext *context,
               const RgmFact   *population)
{
  GtkWidget *label = rgm_text_new (NULL, NULL);
  /* Translators: what a source says, quoted. */
  g_autofree char *quoted = rgm_text_printf (_("“%s”"), population->text);

  gtk_label_set_text (GTK_LABEL (label), quoted);
  rgm_tell_places (label, context->data_set, population->citations);

  return label;
}

static void
add_chips (GtkWidget   *flow,
           char       **words)
{
  for (guint i = 0; words[i] != NULL; i++)
    rgm_flow_box_append (RGM_FLOW_BOX (flow), rgm_chip_new (words[i]));
}

/* What nobody has confirmed says so, and tells the sentence that it is read from. */
static GtkWidget *
rule_chip_new (RgmTrialContext *context,
               const char      *text,
               gboolean         is_proposed,
               const char      *published,
               GPtrArray       *citations)
{
  /* Translators: an eligibility criterion that the program read from a registry's words. */
  g_autofree char *proposed = is_proposed ? rgm_text_printf (_("%s (proposed)"), text) : NULL;
  GtkWidget *chip = rgm_chip_new (is_proposed ? proposed : text);

  if (is_proposed && published != NULL)
    {
      g_autofree char *read_from = rgm_text_printf (_("Read by the program from “%s”, and not confirmed."), published);
      g_autofree char *places = rgm_citation_places (context->data_set, citations);
      g_autofree char *told = g_strjoin ("\n", read_from, places, NULL);

      rgm_tell_place (chip, told);
    }
  else
    {
      rgm_tell_places (chip, context->data_set, citations);
    }

  return chip;
}

static GtkWidget *
rules_new (RgmTrialContext *context)
{
  GtkWidget *flow = rgm_flow_box_new (0);
  GPtrArray *rules = context->trial->rules;
  const RgmLines *lines = context->trial->lines;

  for (guint i = 0; i < rules->len; i++)
    {
      const RgmRule *rule = g_ptr_array_index (rules, i);
      GtkWidget *chip = rule_chip_new (context, rule->text, rule->proposed, rule->published, rule->citations);

      if (rule->excluded)
        gtk_widget_add_css_class (chip, "excluded");
      rgm_flow_box_append (RGM_FLOW_BOX (flow), chip);
    }
  /* What a person stated of the patients is among the settings and tumours, in words. */
  for (guint i = 0; i < context->trial->conditions->len; i++)
    {
      const RgmRule *rule = g_ptr_array_index (context->trial->conditions, i);

      if (rule->proposed)
        rgm_flow_box_append (RGM_FLOW_BOX (flow), rule_chip_new (context, rule->text, TRUE, rule->published, rule->citations));
    }
  if (lines != NULL)
    {
      GtkWidget *chip = rule_chip_new (context, lines->text, lines->proposed, lines->published, lines->citations);

      rgm_flow_box_append (RGM_FLOW_BOX (flow), chip);
    }
  add_chips (flow, context->trial->settings);
  add_chips (flow, context->trial->tumours);
  gtk_accessible_update_property (GTK_ACCESSIBLE (flow), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Eligibility criteria"), -1);

  return flow;
}

static GtkWidget *
column_new (const char *title)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  gtk_box_append (GTK_BOX (box), rgm_text_new (title, "caption-heading"));

  return box;
}

/**
 * rgm_eligibility_part_new:
 * @context: what the page's parts share
 *
 * Returns: the population as published, and beside it the rules that it comes to
 */
GtkWidget *
rgm_eligibility_part_new (RgmTrialContext *context)
{
  static const char * const about[] = { "population", "eligibility", "lines", NULL };
  GtkWidget *section = rgm_section_new (_("Eligibility"), NULL);
  GtkWidget *columns = rgm_flow_box_new (COLUMN_WIDTH);
  GtkWidget *published = column_new (_("As published"));
  GtkWidget *rules = column_new (_("As criteria"));
  GtkWidget *chips = rules_new (context);
  GPtrArray *populations = context->trial->populations;

  for (guint i = 0; i < populations->len; i++)
    gtk_box_append (GTK_BOX (published), published_new (context, g_ptr_array_index (populations, i)));
  if (populations->len == 0)
    gtk_box_append (GTK_BOX (published), rgm_text_new (_("The source does not report the eligibility criteria."), "dim-label"));
  if (gtk_widget_get_first_child (chips) == NULL)
    gtk_box_append (GTK_BOX (rules), rgm_text_new (_("The published criteria could not be expressed as structured criteria."), "dim-label"));
  gtk_box_append (GTK_BOX (rules), chips);

  rgm_flow_box_append (RGM_FLOW_BOX (columns), published);
  rgm_flow_box_append (RGM_FLOW_BOX (columns), rules);
  gtk_box_append (GTK_BOX (section), columns);
  if (context->patient != NULL)
    gtk_box_append (GTK_BOX (section), rgm_criteria_list_new (context));
  rgm_remarks_take (context, NULL, about, GTK_BOX (section));

  return section;
}

/* What remarks on the results without an arm can be about: the number of patients, and
 * every endpoint of the data set. */
static GPtrArray *
list_result_topics (RgmTrialContext *context)
{
  GPtrArray *endpoints = context->data_set->endpoints;
  GPtrArray *about = g_ptr_array_new ();

  g_ptr_array_add (about, (gpointer) "n");
  g_ptr_array_add (about, (gpointer) "arms");
  for (guint i = 0; i < endpoints->len; i++)
    {
      const RgmEndpoint *endpoint = g_ptr_array_index (endpoints, i);

      g_ptr_array_add (about, (gpointer) endpoint->id);
    }
  g_ptr_array_add (about, NULL);

  return about;
}

/**
 * rgm_results_part_new:
 * @context: what the page's parts share
 *
 * Returns: the trial's arms with their outcomes
 */
GtkWidget *
rgm_results_part_new (RgmTrialContext *context)
{
  GPtrArray *arms = context->trial->arms;
  g_autoptr (GPtrArray) about = list_result_topics (context);
  g_autofree char *title = g_strdup_printf (ngettext ("%u arm", "%u arms", arms->len), arms->len);
  GtkWidget *section = rgm_section_new (title, NULL);
  gboolean any;

  any = rgm_remarks_take (context, NULL, (const char * const *) about->pdata, GTK_BOX (section));
  for (guint i = 0; i < arms->len; i++)
    {
      GtkWidget *card = rgm_arm_card_new (context, g_ptr_array_index (arms, i));

      if (i > 0 || any)
        gtk_widget_set_margin_top (card, 12);
      gtk_box_append (GTK_BOX (section), card);
    }

  return section;
}

/**
 * rgm_facts_part_new:
 * @context: what the page's parts share
 *
 * Returns: (nullable): what else the source says of the trial
 */
GtkWidget *
rgm_facts_part_new (RgmTrialContext *context)
{
  GPtrArray *facts = context->trial->facts;
  GtkWidget *section;

  if (facts->len == 0)
    return NULL;

  section = rgm_section_new (_("More from the source"), NULL);
  for (guint i = 0; i < facts->len; i++)
    gtk_box_append (GTK_BOX (section), rgm_fact_text_new (context->data_set, g_ptr_array_index (facts, i)));

  return section;
}

/**
 * rgm_remarks_part_new:
 * @context: what the page's parts share
 *
 * Returns: (nullable): the remarks that no other part has shown
 */
GtkWidget *
rgm_remarks_part_new (RgmTrialContext *context)
{
  GtkWidget *section;

  if (context->remarks->len == 0)
    return NULL;

  section = rgm_section_new (_("Other remarks"), NULL);
  for (guint i = 0; i < context->remarks->len; i++)
    gtk_box_append (GTK_BOX (section),
                    rgm_remark_note_new (context->data_set, g_ptr_array_index (context->remarks, i)));
  g_ptr_array_set_size (context->remarks, 0);

  return section;
}

/* Collects the words of every place, by source, each once. */
static void
collect_places (GHashTable *by_source,
                GPtrArray  *order,
                GPtrArray  *places)
{
  for (guint i = 0; i < places->len; i++)
    {
      const RgmCitationRef *place = g_ptr_array_index (places, i);
      GPtrArray *words = g_hash_table_lookup (by_source, place->source);

      if (words == NULL)
        {
          words = g_ptr_array_new ();
          g_hash_table_insert (by_source, (gpointer) place->source, words);
          g_ptr_array_add (order, (gpointer) place->source);
        }
      if (!g_ptr_array_find_with_equal_func (words, place->location, g_str_equal, NULL))
        g_ptr_array_add (words, (gpointer) place->location);
    }
}

static void
collect_outcomes (GHashTable *by_source,
                  GPtrArray  *order,
                  GPtrArray  *outcomes)
{
  for (guint i = 0; i < outcomes->len; i++)
    collect_places (by_source, order, ((RgmOutcome *) g_ptr_array_index (outcomes, i))->citations);
}

static void
collect_facts (GHashTable *by_source,
               GPtrArray  *order,
               GPtrArray  *facts)
{
  for (guint i = 0; i < facts->len; i++)
    {
      const RgmFact *fact = g_ptr_array_index (facts, i);

      collect_places (by_source, order, fact->citations);
    }
}

static void
collect_trial (GHashTable *by_source,
               GPtrArray  *order,
               RgmTrial   *trial)
{
  GPtrArray *arms = trial->arms;
  GPtrArray *remarks = trial->remarks;

  collect_places (by_source, order, trial->citations);
  collect_facts (by_source, order, trial->populations);
  for (guint i = 0; i < arms->len; i++)
    {
      RgmArm *arm = g_ptr_array_index (arms, i);
      GPtrArray *subgroups = arm->subgroups;

      collect_places (by_source, order, arm->citations);
      collect_outcomes (by_source, order, arm->outcomes);
      for (guint j = 0; j < subgroups->len; j++)
        collect_outcomes (by_source, order, ((RgmSubgroup *) g_ptr_array_index (subgroups, j))->outcomes);
      collect_facts (by_source, order, arm->safety);
    }
  collect_facts (by_source, order, trial->safety);
  collect_facts (by_source, order, trial->facts);
  for (guint i = 0; i < remarks->len; i++)
    collect_places (by_source, order, ((RgmRemark *) g_ptr_array_index (remarks, i))->citations);
}

static char *
join_words (GHashTable *by_source,
            const char *source)
{
  GPtrArray *words = g_hash_table_lookup (by_source, source);
  GString *text = g_string_new (NULL);

  for (guint i = 0; words != NULL && i < words->len; i++)
    rgm_add_phrase (text, g_ptr_array_index (words, i));

  return g_string_free (text, FALSE);
}

/**
 * rgm_sources_part_new:
 * @context: what the page's parts share
 *
 * Returns: every place that the page draws on, by source; the trial's primary papers apart
 */
GtkWidget *
rgm_sources_part_new (RgmTrialContext *context)
{
  static const char * const about[] = { "references", "sources", NULL };
  GtkWidget *section = rgm_section_new (_("Sources"), NULL);
  GtkWidget *list = rgm_boxed_list_new (_("Sources"));
  GPtrArray *references = context->trial->references;
  g_autoptr (GHashTable) by_source = g_hash_table_new_full (g_str_hash, g_str_equal, NULL,
                                                            (GDestroyNotify) g_ptr_array_unref);
  g_autoptr (GPtrArray) order = g_ptr_array_new ();

  collect_trial (by_source, order, context->trial);
  for (guint i = 0; i < order->len; i++)
    {
      RgmSource *source = rgm_data_set_find_source (context->data_set, g_ptr_array_index (order, i));
      g_autofree char *words = join_words (by_source, g_ptr_array_index (order, i));

      if (source != NULL && !g_ptr_array_find (references, source, NULL))
        gtk_list_box_append (GTK_LIST_BOX (list), rgm_source_row_new (source, words));
    }
  gtk_box_append (GTK_BOX (section), list);

  if (references->len > 0)
    {
      GtkWidget *papers = rgm_boxed_list_new (_("Primary papers"));

      gtk_box_append (GTK_BOX (section), rgm_text_new (_("Primary papers"), "heading"));
      for (guint i = 0; i < references->len; i++)
        gtk_list_box_append (GTK_LIST_BOX (papers), rgm_source_row_new (g_ptr_array_index (references, i), NULL));
      gtk_box_append (GTK_BOX (section), papers);
    }
  rgm_remarks_take (context, NULL, about, GTK_BOX (section));

  return section;
}
