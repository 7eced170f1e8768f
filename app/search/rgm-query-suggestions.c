/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "rgm-biomarker.h"
#include "rgm-isolate.h"
#include "rgm-mentions.h"
#include "rgm-query-suggestions.h"
#include "rgm-text-normalise.h"
#include "rgm-trial.h"

static void
suggestion_free (gpointer data)
{
  RgmQuerySuggestion *suggestion = data;

  g_free (suggestion->what);
  g_free (suggestion->query);
  g_clear_object (&suggestion->value);
  g_free (suggestion);
}

/* Adds a suggestion if it leads to any trial; takes @query. */
static RgmQuerySuggestion *
add_suggestion (GPtrArray              *suggestions,
                RgmQuerySuggestionKind  kind,
                const char             *what,
                guint                   count,
                char                   *query)
{
  RgmQuerySuggestion *suggestion;

  if (count == 0)
    {
      g_free (query);
      return NULL;
    }

  suggestion = g_new0 (RgmQuerySuggestion, 1);
  suggestion->kind = kind;
  suggestion->what = g_strdup (what);
  suggestion->count = count;
  suggestion->query = query;
  g_ptr_array_add (suggestions, suggestion);

  return suggestion;
}

/* How many trials a query finds within the current facets. */
static guint
count_trials (RgmSelection   *selection,
              const RgmQuery *query,
              int             without)
{
  g_auto (RgmFound) found = { NULL };
  g_autoptr (RgmBitSet) left = NULL;

  rgm_index_find (rgm_selection_get_index (selection), query, without, rgm_selection_get_patient (selection), &found);
  left = rgm_facets_pass (rgm_selection_get_facets (selection), found.trials, NULL);

  return rgm_bit_set_count (left);
}

/* Whether a term alone finds nothing. */
static gboolean
is_found_nowhere (RgmSelection  *selection,
                  const RgmTerm *term)
{
  return !term->is_negated &&
         rgm_index_count_term (rgm_selection_get_index (selection), term, rgm_selection_get_patient (selection)) == 0;
}

/* A known word as its trial writes it, if it is the whole name of one: 'DESTINY-CRC01' rather than 'destinycrc01'. */
static const char *
spell_name (RgmSelection *selection,
            const char   *known)
{
  GPtrArray *trials = rgm_index_get_data_set (rgm_selection_get_index (selection))->trials;

  for (guint i = 0; i < trials->len; i++)
    {
      const char *name = ((const RgmTrial *) g_ptr_array_index (trials, i))->name;
      g_autofree char *joined = rgm_text_normalise_joined (name);

      if (g_str_equal (joined, known) && strpbrk (name, " \"") == NULL)
        return name;
    }

  return known;
}

/* The text of a query with a known word for an unknown one, or NULL. */
static char *
replace_term (RgmSelection    *selection,
              const RgmQuery  *query,
              guint            i,
              const char     **known)
{
  const RgmTerm *term = rgm_query_get_term (query, i);

  if (term->kind != RGM_TERM_WORD || !is_found_nowhere (selection, term))
    return NULL;
  *known = rgm_index_find_near (rgm_selection_get_index (selection), term->joined);
  if (*known == NULL)
    return NULL;
  *known = spell_name (selection, *known);

  return rgm_query_replace (query, i, *known);
}

/* Replaces one unknown word by a known one and, if that isn't enough, all of them. */
static void
suggest_replacements (RgmSelection *selection,
                      RgmQuery     *query,
                      GPtrArray    *suggestions)
{
  RgmIndex *index = rgm_selection_get_index (selection);
  g_autoptr (RgmQuery) all = rgm_query_ref (query);

  for (guint i = 0; i < rgm_query_get_n_terms (all); i++)
    {
      const char *known;
      g_autofree char *one_text = i < rgm_query_get_n_terms (query) ? replace_term (selection, query, i, &known) : NULL;
      g_autoptr (RgmQuery) one = one_text != NULL ? rgm_index_parse (index, one_text, NULL) : NULL;
      g_autofree char *all_text = NULL;
      RgmQuery *next;

      if (one == NULL)
        continue;
      add_suggestion (suggestions, RGM_QUERY_SUGGESTION_REPLACE, known, count_trials (selection, one, -1), g_steal_pointer (&one_text));

      all_text = replace_term (selection, all, i, &known);
      next = all_text != NULL ? rgm_index_parse (index, all_text, NULL) : NULL;
      if (next == NULL)
        continue;
      rgm_query_unref (all);
      all = next;
    }

  if (suggestions->len == 0 && all != query)
    {
      g_autofree char *text = rgm_query_replace (all, G_MAXUINT, NULL);

      add_suggestion (suggestions, RGM_QUERY_SUGGESTION_REPLACE, text, count_trials (selection, all, -1), g_strdup (text));
    }
}

static void
suggest_without_terms (RgmSelection   *selection,
                       const RgmQuery *query,
                       GPtrArray      *suggestions)
{
  for (guint i = 0; i < rgm_query_get_n_terms (query); i++)
    add_suggestion (suggestions, RGM_QUERY_SUGGESTION_REMOVE_TERM, rgm_query_get_term (query, i)->text,
                    count_trials (selection, query, (int) i), rgm_query_replace (query, i, NULL));
}

static void
suggest_without_facet (RgmSelection   *selection,
                       const RgmQuery *query,
                       RgmFacet       *facet,
                       GPtrArray      *suggestions)
{
  g_auto (RgmFound) found = { NULL };
  g_autoptr (RgmBitSet) left = NULL;
  GListModel *values = rgm_facet_get_values (facet);

  /* With several values chosen, taking one away doesn't widen anything. */
  if (rgm_facet_get_n_chosen (facet) != 1)
    return;

  rgm_index_find (rgm_selection_get_index (selection), query, -1, rgm_selection_get_patient (selection), &found);
  left = rgm_facets_pass (rgm_selection_get_facets (selection), found.trials, facet);

  for (guint i = 0; i < g_list_model_get_n_items (values); i++)
    {
      g_autoptr (RgmFacetValue) value = g_list_model_get_item (values, i);
      g_autofree char *what = NULL;
      RgmQuerySuggestion *suggestion;

      if (!rgm_facet_value_get_is_chosen (value))
        continue;

      what = g_strdup_printf ("%s: %s", rgm_facet_get_title (facet), rgm_facet_value_get_label (value));
      suggestion = add_suggestion (suggestions, RGM_QUERY_SUGGESTION_REMOVE_FACET, what, rgm_bit_set_count (left), NULL);
      if (suggestion != NULL)
        suggestion->value = g_object_ref (value);
    }
}

/**
 * rgm_query_suggestions_find:
 * @selection: a selection
 *
 * Suggests what to do when nothing is found: correcting an unknown word, or removing a term or facet value. If no single step leads
 * to a trial, it suggests clearing everything.
 *
 * Returns: (transfer full) (element-type RgmQuerySuggestion): the suggestions; empty only if the data set has no trials
 */
GPtrArray *
rgm_query_suggestions_find (RgmSelection *selection)
{
  GPtrArray *suggestions = g_ptr_array_new_with_free_func (suggestion_free);
  RgmQuery *query;
  GListModel *facets;

  g_return_val_if_fail (RGM_IS_SELECTION (selection), suggestions);

  facets = rgm_selection_get_facets (selection);
  query = rgm_selection_get_query (selection);
  if (facets == NULL)
    return suggestions;

  if (query != NULL)
    {
      suggest_replacements (selection, query, suggestions);
      suggest_without_terms (selection, query, suggestions);
      for (guint i = 0; i < g_list_model_get_n_items (facets); i++)
        {
          g_autoptr (RgmFacet) facet = g_list_model_get_item (facets, i);

          suggest_without_facet (selection, query, facet, suggestions);
        }
    }
  if (suggestions->len == 0)
    add_suggestion (suggestions, RGM_QUERY_SUGGESTION_CLEAR, "", rgm_selection_get_total (selection), g_strdup (""));

  return suggestions;
}

/* Whether the data set defines the values of a field, as it does those of biomarkers; not those that every data set has, such as
   phases, nor the names in it. */
static gboolean
is_defined (RgmDataSet *data_set,
            const char *field)
{
  if (g_str_equal (field, "agent") || g_str_equal (field, "class"))
    return TRUE;
  for (guint i = 0; i < data_set->biomarkers->len; i++)
    {
      g_autofree char *name = rgm_text_normalise (((const RgmBiomarker *) g_ptr_array_index (data_set->biomarkers, i))->id);

      if (g_str_equal (name, field))
        return TRUE;
    }

  return FALSE;
}

/* Why a term finds nothing, or NULL if that needs no explanation. */
static char *
explain_term (RgmSelection  *selection,
              const RgmTerm *term)
{
  const char *what = term->kind == RGM_TERM_PHRASE ? term->value : term->text;
  RgmIndex *index = rgm_selection_get_index (selection);
  g_autofree char *places = NULL;

  if (!is_found_nowhere (selection, term))
    return NULL;
  if (g_strcmp0 (term->field, RGM_SEARCH_FITS) == 0)
    {
      if (rgm_selection_get_patient (selection) != NULL)
        return NULL;
      /* Translators: %s is what was searched for, such as 'fits:yes'. */
      return rgm_text_printf (_("“%s”: no patient findings have been entered."), what);
    }
  if (term->kind == RGM_TERM_NUMBER)
    return rgm_text_printf (_("No arm has “%s”."), term->text);
  if (term->kind == RGM_TERM_FIELD && !is_defined (rgm_index_get_data_set (index), term->field))
    return rgm_text_printf (_("No trial has “%s”."), what);
  if (term->kind == RGM_TERM_FIELD || rgm_index_is_known (index, term->text))
    return rgm_text_printf (_("“%s” is in the data set, but no trial has it."), what);

  places = rgm_mentions_find (rgm_index_get_data_set (index), term);
  if (places != NULL)
    /* Translators: what was searched for, and the names of agents, biomarkers and regimens. */
    return rgm_text_printf (_("“%s” was not found in any trial; the data set mentions it under: %s."), what, places);

  return rgm_text_printf (_("“%s” was not found in any trial."), what);
}

/**
 * rgm_query_suggestions_explain:
 * @selection: a selection
 *
 * Returns: (transfer full): why nothing is found, one sentence per line; empty if each term alone finds something
 */
char *
rgm_query_suggestions_explain (RgmSelection *selection)
{
  g_autoptr (GString) text = g_string_new (NULL);
  RgmQuery *query;

  g_return_val_if_fail (RGM_IS_SELECTION (selection), NULL);

  query = rgm_selection_get_query (selection);
  for (guint i = 0; query != NULL && i < rgm_query_get_n_terms (query); i++)
    {
      g_autofree char *sentence = explain_term (selection, rgm_query_get_term (query, i));

      if (sentence != NULL)
        g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", sentence);
    }
  for (guint i = 0; query != NULL && rgm_query_get_unfinished (query, i) != NULL; i++)
    g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", rgm_query_get_unfinished (query, i));

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * rgm_query_suggestion_label:
 * @suggestion: a suggestion
 *
 * Returns: (transfer full): a button label: the action and how many trials it leads to
 */
char *
rgm_query_suggestion_label (const RgmQuerySuggestion *suggestion)
{
  g_autofree char *what = NULL;

  switch (suggestion->kind)
    {
    case RGM_QUERY_SUGGESTION_REPLACE:
      /* Translators: a word that is known, and how many trials are found by it. */
      return rgm_text_printf (ngettext ("Did you mean “%s”? %u trial", "Did you mean “%s”? %u trials", suggestion->count), suggestion->what,
                              suggestion->count);
    case RGM_QUERY_SUGGESTION_CLEAR:
      what = g_strdup (_("Clear the search"));
      break;
    case RGM_QUERY_SUGGESTION_REMOVE_TERM:
    case RGM_QUERY_SUGGESTION_REMOVE_FACET:
    default:
      /* Translators: takes a word out of the search, or a facet's value: 'Remove “phase:III”'. */
      what = rgm_text_printf (_("Remove “%s”"), suggestion->what);
      break;
    }

  /* Translators: what a button does, and how many trials are found then: 'Remove “phase:III”: 5 trials'. */
  return rgm_text_printf (ngettext ("%s: %u trial", "%s: %u trials", suggestion->count), what, suggestion->count);
}

/**
 * rgm_query_suggestions_apply:
 * @selection: a selection
 * @suggestion: a suggestion for it
 */
void
rgm_query_suggestions_apply (RgmSelection             *selection,
                             const RgmQuerySuggestion *suggestion)
{
  g_return_if_fail (RGM_IS_SELECTION (selection));
  g_return_if_fail (suggestion != NULL);

  if (suggestion->kind == RGM_QUERY_SUGGESTION_CLEAR)
    rgm_selection_clear_facets (selection);
  if (suggestion->value != NULL)
    rgm_facet_value_set_is_chosen (suggestion->value, FALSE);
  if (suggestion->query != NULL)
    rgm_selection_set_text (selection, suggestion->query);
}
