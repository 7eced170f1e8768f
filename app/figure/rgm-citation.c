/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "rgm-citation.h"
#include "rgm-format.h"
#include "rgm-isolate.h"
#include "rgm-number-remarks.h"
#include "rgm-punctuation.h"
#include "rgm-response.h"
#include "rgm-term-text.h"
#include "rgm-value-text.h"

/* The level of the intervals that stand beside published ones. */

/**
 * rgm_computed_words:
 * @data_set: a data set
 * @trial: one of its trials
 * @arm: one of the trial's arms
 * @outcome: an outcome of the arm or of one of its subgroups
 *
 * The interval that follows from the counts, exact by Clopper and Pearson (1934); it is
 * another thing than the interval that a source published.
 *
 * Returns: (transfer full) (nullable): the interval, named, with the figure's precision but at least one decimal
 *     ('95% CI 31.6 to 59.6, Clopper–Pearson'), or %NULL where @outcome is no rate or has no counts
 */
char *
rgm_computed_words (RgmDataSet *data_set,
                    RgmTrial   *trial,
                    RgmArm     *arm,
                    RgmOutcome *outcome)
{
  const RgmEndpoint *endpoint;
  g_autoptr (RgmResponse) response = NULL;
  g_autofree char *level = NULL;
  g_autofree char *bounds = NULL;
  int decimals = 1;

  g_return_val_if_fail (RGM_IS_DATA_SET (data_set), NULL);
  g_return_val_if_fail (RGM_IS_OUTCOME (outcome), NULL);

  endpoint = rgm_data_set_find_endpoint (data_set, outcome->endpoint);
  if (endpoint == NULL || endpoint->kind != RGM_ENDPOINT_KIND_RATE)
    return NULL;

  response = rgm_response_new_for_outcome (trial, arm, outcome, RGM_RATE_CLOPPER_PEARSON, RGM_DEFAULT_LEVEL);
  if (response == NULL || response->why_not != NULL)
    return NULL;

  if (outcome->estimate.state == RGM_STATE_REPORTED)
    decimals = MAX (1, rgm_value_text_decimals (&outcome->estimate));
  level = rgm_format_level (RGM_DEFAULT_LEVEL);
  bounds = rgm_format_interval (100.0 * response->lower, 100.0 * response->upper, decimals);

  /* Translators: CI is 'confidence interval'; '95%', the bounds. The names are the method's. */
  return g_strdup_printf (_("%s CI %s (Clopper–Pearson)"), level, bounds);
}

/* The words of all places in one source, in their order: 'Table 1, X; Discussion'. */
static char *
join_places (GPtrArray  *places,
             const char *source)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new ();

  for (guint i = 0; i < places->len; i++)
    {
      const RgmCitationRef *place = g_ptr_array_index (places, i);

      if (g_str_equal (place->source, source))
        g_ptr_array_add (words, (gpointer) place->location);
    }
  g_ptr_array_add (words, NULL);

  return rgm_join_phrases ((char **) words->pdata);
}

/* The sources of the places, each once, in the order of their first place. */
static GPtrArray *
list_sources (GPtrArray *places)
{
  GPtrArray *sources = g_ptr_array_new ();

  for (guint i = 0; i < places->len; i++)
    {
      const RgmCitationRef *place = g_ptr_array_index (places, i);

      if (!g_ptr_array_find_with_equal_func (sources, place->source, g_str_equal, NULL))
        g_ptr_array_add (sources, (gpointer) place->source);
    }

  return sources;
}

static char *
make_short_name (RgmDataSet *data_set,
                 const char *id)
{
  RgmSource *source = rgm_data_set_find_source (data_set, id);
  const char *title;

  if (source == NULL)
    return g_strdup (id);

  title = source->title;
  if (title == NULL)
    return g_strdup (source->citation);
  if (source->year <= 0)
    return g_strdup (title);

  /* Translators: a publication's title and year. */
  return rgm_text_printf (C_("source", "%s, %d"), title, (int) source->year);
}

/**
 * rgm_citation_places:
 * @data_set: a data set
 * @places: (element-type RgmCitationRef): places in its sources
 *
 * Returns: (transfer full): a line for each source: its places and its title; empty for no places
 */
char *
rgm_citation_places (RgmDataSet *data_set,
                     GPtrArray  *places)
{
  g_autoptr (GPtrArray) sources = NULL;
  GString *text = g_string_new (NULL);

  g_return_val_if_fail (RGM_IS_DATA_SET (data_set), NULL);
  g_return_val_if_fail (places != NULL, NULL);

  sources = list_sources (places);
  for (guint i = 0; i < sources->len; i++)
    {
      const char *id = g_ptr_array_index (sources, i);
      g_autofree char *words = join_places (places, id);
      g_autofree char *name = make_short_name (data_set, id);

      if (text->len > 0)
        g_string_append_c (text, '\n');
      /* Translators: places in a source and the source: 'Table 1, TRIAL (A review of everything, 2024)'. */
      rgm_text_append_printf (text, C_("places", "%s (%s)"), words, name);
    }

  return g_string_free (text, FALSE);
}

/* A source’s citation with its DOI, or its address where it has none. */
static char *
cite (const RgmSource *source)
{
  if (source->doi != NULL)
    return g_strdup_printf ("%s doi:%s", source->citation, source->doi);
  if (source->url != NULL)
    return g_strdup_printf ("%s %s", source->citation, source->url);

  return g_strdup (source->citation);
}

/* A sentence ends with one full stop. */
static void
append_sentence (GString    *text,
                 const char *sentence)
{
  g_string_append (text, sentence);
  if (text->len > 0 && strchr (".!?\n", text->str[text->len - 1]) == NULL)
    g_string_append_c (text, '.');
  g_string_append_c (text, '\n');
}

/* Where the trial itself was registered and published, beside the source that the number was taken from. */
static void
append_trial (GString   *text,
              RgmTrial  *trial,
              GPtrArray *cited)
{
  for (guint i = 0; i < trial->references->len; i++)
    {
      RgmSource *paper = g_ptr_array_index (trial->references, i);
      g_autofree char *citation = cite (paper);

      if (!g_ptr_array_find_with_equal_func (cited, paper->id, g_str_equal, NULL))
        {
          /* Translators: %s is the citation of the paper in which a trial was published. */
          rgm_text_append_printf (text, _("Primary paper: %s"), citation);
          g_string_append_c (text, '\n');
        }
    }

  if (trial->registrations[0] != NULL)
    {
      g_autofree char *registrations = rgm_join_words (trial->registrations);

      /* Translators: %s is a trial's numbers in registries. */
      rgm_text_append_printf (text, _("Trial registration: %s"), registrations);
      g_string_append_c (text, '\n');
    }
}

/**
 * rgm_citation_outcome:
 * @data_set: a data set
 * @trial: one of its trials
 * @arm: one of the trial's arms
 * @subgroup: (nullable): the subgroup of the arm that @outcome is of, or %NULL for the whole arm
 * @outcome: an outcome of the arm or the subgroup
 *
 * A number that is taken along keeps its place: the first line has the number, each
 * other line a source in full with the places in it, then the trial's primary papers and
 * registrations, and the last the licence's credit.
 *
 * Returns: (transfer full): the lines, each ended
 */
char *
rgm_citation_outcome (RgmDataSet  *data_set,
                      RgmTrial    *trial,
                      RgmArm      *arm,
                      RgmSubgroup *subgroup,
                      RgmOutcome  *outcome)
{
  const RgmLicence *licence;
  g_autoptr (GPtrArray) sources = NULL;
  g_autofree char *whose = NULL;
  g_autofree char *number = NULL;
  g_autofree char *line = NULL;
  g_autofree char *remarks = NULL;
  const char *about[] = { NULL, NULL };
  GPtrArray *places;
  GString *text;

  g_return_val_if_fail (RGM_IS_DATA_SET (data_set), NULL);
  g_return_val_if_fail (RGM_IS_TRIAL (trial), NULL);
  g_return_val_if_fail (RGM_IS_ARM (arm), NULL);
  g_return_val_if_fail (subgroup == NULL || RGM_IS_SUBGROUP (subgroup), NULL);
  g_return_val_if_fail (RGM_IS_OUTCOME (outcome), NULL);

  text = g_string_new (NULL);
  whose = rgm_value_text_arm (trial, arm);
  if (subgroup != NULL)
    {
      g_autofree char *whole = g_steal_pointer (&whose);

      /* Translators: an arm and one of its subgroups: 'TRIAL, drug, men'. */
      whose = rgm_text_printf (C_("subgroup", "%s, %s"), whole, subgroup->label);
    }
  number = rgm_value_text_outcome (outcome);

  /* Translators: an arm, an endpoint, what the arm showed: 'TRIAL, drug: Overall survival: 15.5 months'. */
  line = rgm_text_printf (C_("outcome", "%s: %s: %s"), whose,
                          rgm_term_endpoint (data_set, outcome->endpoint), number);
  append_sentence (text, line);

  about[0] = outcome->endpoint;
  remarks = rgm_number_remarks_text (trial, arm, about);
  if (remarks != NULL)
    append_sentence (text, remarks);

  places = outcome->citations;
  if (places->len == 0)
    append_sentence (text, _("No source is stated for this number."));
  sources = list_sources (places);
  for (guint i = 0; i < sources->len; i++)
    {
      RgmSource *source = rgm_data_set_find_source (data_set, g_ptr_array_index (sources, i));
      g_autofree char *words = join_places (places, g_ptr_array_index (sources, i));
      g_autofree char *citation = source != NULL ? cite (source)
                                                 : g_strdup (g_ptr_array_index (sources, i));
      /* Translators: places, and the source that they are in. */
      g_autofree char *from = rgm_text_printf (_("%s, in: %s"), words, citation);

      /* No full stop: it would become part of an address. */
      g_string_append_printf (text, "%s\n", from);
    }

  append_trial (text, trial, sources);

  licence = data_set->licence;
  if (licence != NULL && licence->credit != NULL)
    append_sentence (text, licence->credit);

  return g_string_free (text, FALSE);
}

/**
 * rgm_citation_list_trial:
 * @trial: a trial
 *
 * Returns: (transfer container) (element-type GPtrArray): the citations of the trial, its arms and their outcomes
 */
GPtrArray *
rgm_citation_list_trial (RgmTrial *trial)
{
  GPtrArray *lists = g_ptr_array_new ();

  g_ptr_array_add (lists, trial->citations);
  for (guint i = 0; i < trial->arms->len; i++)
    {
      const RgmArm *arm = g_ptr_array_index (trial->arms, i);

      g_ptr_array_add (lists, arm->citations);
      for (guint j = 0; j < arm->outcomes->len; j++)
        g_ptr_array_add (lists, ((RgmOutcome *) g_ptr_array_index (arm->outcomes, j))->citations);
    }

  return lists;
}
