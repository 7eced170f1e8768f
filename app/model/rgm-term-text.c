/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "rgm-term-text.h"

/**
 * rgm_term:
 * @name: what a data set calls an endpoint or a class of agents
 *
 * Returns: (transfer none): the same in the user's language, if it is a standard term of
 *   the field; else @name
 */
const char *
rgm_term (const char *name)
{
  static const char * const terms[] = {
    NC_("term", "Objective response rate"),
    NC_("term", "Overall response rate"),
    NC_("term", "Complete response rate"),
    NC_("term", "Disease control rate"),
    NC_("term", "Clinical benefit rate"),
    NC_("term", "Duration of response"),
    NC_("term", "Time to response"),
    NC_("term", "Time to recurrence"),
    NC_("term", "Time to progression"),
    NC_("term", "Progression-free survival"),
    NC_("term", "Disease-free survival"),
    NC_("term", "Event-free survival"),
    NC_("term", "Overall survival"),
    NC_("term", "Follow-up"),
    NC_("term", "Dose-limiting toxicity"),
    NC_("term", "Treatment-emergent adverse events of grade 3"),
    NC_("term", "Adverse events"),
    NC_("term", "Serious adverse events"),
    NC_("term", "Other adverse events"),
    NC_("term", "Deaths of any cause"),
    NC_("term", "Hazard ratio"),
    NC_("term", "Monoclonal antibody"),
    NC_("term", "Bispecific antibody"),
    NC_("term", "Antibody-drug conjugate"),
    NC_("term", "Tyrosine kinase inhibitor"),
    NC_("term", "Immunotherapy"),
    NC_("term", "Chemotherapy"),
    /* Translators: topics of what a source says, as headings. */
    NC_("term", "Approval"),
    NC_("term", "Biology"),
    NC_("term", "Case"),
    NC_("term", "Combination"),
    NC_("term", "Deaths"),
    NC_("term", "Design"),
    NC_("term", "Efficacy"),
    NC_("term", "End point"),
    NC_("term", "Guideline"),
    NC_("term", "History"),
    NC_("term", "Limits"),
    NC_("term", "Mutation"),
    NC_("term", "Name"),
    NC_("term", "Pharmacology"),
    NC_("term", "Preclinical"),
    NC_("term", "Prediction"),
    NC_("term", "Prevalence"),
    NC_("term", "Prognosis"),
    NC_("term", "Resistance"),
    NC_("term", "Response"),
    NC_("term", "Tolerability"),
    NULL
  };

  return g_strv_contains (terms, name) ? g_dpgettext2 (GETTEXT_PACKAGE, "term", name) : name;
}

/**
 * rgm_term_endpoint:
 * @data_set: (nullable): a data set
 * @id: the id of an endpoint
 *
 * Returns: (transfer none): the endpoint's name for a person; @id where the data set has none
 */
const char *
rgm_term_endpoint (RgmDataSet *data_set,
                   const char *id)
{
  const RgmEndpoint *endpoint = data_set != NULL ? rgm_data_set_find_endpoint (data_set, id) : NULL;

  return endpoint != NULL ? rgm_term (endpoint->name) : id;
}

/**
 * rgm_term_class:
 * @data_set: a data set
 * @id: (nullable): the id of a class of agents
 *
 * Returns: (transfer none) (nullable): the class's name for a person; @id where the data set
 *   has none
 */
const char *
rgm_term_class (RgmDataSet *data_set,
                const char *id)
{
  const RgmClass *found = id != NULL ? rgm_data_set_find_class (data_set, id) : NULL;

  return found != NULL ? rgm_term (found->name) : id;
}

/**
 * rgm_term_topic:
 * @topic: the topic of a fact
 *
 * Returns: (transfer full): the topic as a heading
 */
char *
rgm_term_topic (const char *topic)
{
  g_autofree char *first = g_utf8_substring (topic, 0, 1);
  g_autofree char *capital = g_utf8_strup (first, -1);
  g_autofree char *heading = g_strconcat (capital, topic + strlen (first), NULL);

  return g_strdup (rgm_term (heading));
}
