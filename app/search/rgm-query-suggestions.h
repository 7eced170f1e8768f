/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rgm-selection.h"

G_BEGIN_DECLS

/**
 * RgmQuerySuggestionKind:
 * @RGM_QUERY_SUGGESTION_REPLACE: a known word for an unknown one
 * @RGM_QUERY_SUGGESTION_REMOVE_TERM: remove a term from the query
 * @RGM_QUERY_SUGGESTION_REMOVE_FACET: remove a facet's value
 * @RGM_QUERY_SUGGESTION_CLEAR: clear query and facets
 *
 * What to do when nothing is found.
 */
typedef enum
{
  RGM_QUERY_SUGGESTION_REPLACE,
  RGM_QUERY_SUGGESTION_REMOVE_TERM,
  RGM_QUERY_SUGGESTION_REMOVE_FACET,
  RGM_QUERY_SUGGESTION_CLEAR,
} RgmQuerySuggestionKind;

/**
 * RgmQuerySuggestion:
 * @kind: what to do
 * @what: the known word, the term as it was typed, or the facet's value as it is shown
 * @count: how many trials would be found
 * @query: (nullable): the resulting query
 * @value: (nullable): the facet's value
 */
typedef struct
{
  RgmQuerySuggestionKind  kind;
  char                   *what;
  guint                   count;
  char                   *query;
  RgmFacetValue          *value;
} RgmQuerySuggestion;

GPtrArray *rgm_query_suggestions_find    (RgmSelection             *selection);
char      *rgm_query_suggestions_explain (RgmSelection             *selection);
char      *rgm_query_suggestion_label    (const RgmQuerySuggestion *suggestion);
void       rgm_query_suggestions_apply   (RgmSelection             *selection,
                                          const RgmQuerySuggestion *suggestion);

G_END_DECLS
