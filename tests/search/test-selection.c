/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "embedded-selection.h"
#include "facet-value.h"
#include "made-data.h"
#include "rgm-order.h"
#include "rgm-query-suggestions.h"
#include "rgm-selection.h"

static RgmFacet *
get_facet (RgmSelection *selection,
           const char   *id)
{
  GListModel *facets = rgm_selection_get_facets (selection);

  for (guint i = 0; i < g_list_model_get_n_items (facets); i++)
    {
      g_autoptr (RgmFacet) facet = g_list_model_get_item (facets, i);

      if (g_str_equal (rgm_facet_get_id (facet), id))
        return facet;
    }

  return NULL;
}

static void
choose (RgmSelection *selection,
        const char   *facet,
        const char   *value,
        gboolean      is_chosen)
{
  RgmFacetValue *each = facet_find_value (get_facet (selection, facet), value);

  g_assert_nonnull (each);
  rgm_facet_value_set_is_chosen (each, is_chosen);
}

static char *
get_ids (RgmSelection *selection)
{
  GString *ids = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (selection)); i++)
    {
      g_autoptr (RgmTrial) trial = g_list_model_get_item (G_LIST_MODEL (selection), i);
      guint position = G_MAXUINT;

      g_string_append_printf (ids, "%s%s", i > 0 ? " " : "", trial->id);
      g_assert_true (rgm_selection_find (selection, trial, &position));
      g_assert_cmpuint (position, ==, i);
    }

  return g_string_free (ids, FALSE);
}

#define assert_ids(selection, ids) \
  G_STMT_START \
  { \
    g_autofree char *_ids = get_ids (selection); \
    g_assert_cmpstr (_ids, ==, ids); \
  } \
  G_STMT_END

static void
count_notify (guint *counter)
{
  (*counter)++;
}

/* A copy of the list that is kept by what the selection tells of changes. */
typedef struct
{
  GPtrArray *items;
  guint      changes;
} Mirror;

static void
follow (GListModel *model,
        guint       position,
        guint       removed,
        guint       added,
        Mirror     *mirror)
{
  mirror->changes++;
  if (removed > 0)
    g_ptr_array_remove_range (mirror->items, position, removed);
  for (guint i = 0; i < added; i++)
    g_ptr_array_insert (mirror->items, (int) (position + i), g_list_model_get_item (model, position + i));

  g_assert_cmpuint (mirror->items->len, ==, g_list_model_get_n_items (model));
  for (guint i = 0; i < mirror->items->len; i++)
    {
      g_autoptr (RgmTrial) trial = g_list_model_get_item (model, i);

      g_assert_true (trial == g_ptr_array_index (mirror->items, i));
    }
}

static void
test_empty (void)
{
  g_autoptr (RgmSelection) selection = rgm_selection_new ();
  g_autoptr (GPtrArray) suggestions = rgm_query_suggestions_find (selection);

  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (selection)), ==, 0);
  g_assert_null (g_list_model_get_item (G_LIST_MODEL (selection), 0));
  g_assert_true (g_list_model_get_item_type (G_LIST_MODEL (selection)) == RGM_TYPE_TRIAL);
  g_assert_null (rgm_selection_get_data_set (selection));
  g_assert_cmpuint (suggestions->len, ==, 0);
  g_assert_cmpuint (rgm_selection_get_total (selection), ==, 0);
}

static void
test_query (void)
{
  g_autoptr (RgmSelection) selection = select_embedded ();
  guint notified = 0;

  g_signal_connect_swapped (selection, "notify::text", G_CALLBACK (count_notify), &notified);
  g_assert_cmpuint (rgm_selection_get_count (selection), ==, 39);
  g_assert_cmpuint (rgm_selection_get_total (selection), ==, 39);

  rgm_selection_set_text (selection, "phase:III");
  assert_ids (selection, "mountaineer-03");
  g_assert_cmpuint (notified, ==, 1);
  rgm_selection_set_text (selection, "phase:III");
  g_assert_cmpuint (notified, ==, 1);

  rgm_selection_set_text (selection, "");
  g_assert_cmpuint (rgm_selection_get_count (selection), ==, 39);
}

/* Name before regimen before the rest. */
static void
test_rank (void)
{
  g_autoptr (RgmSelection) selection = select_embedded ();
  g_autofree char *ids = NULL;

  rgm_selection_set_text (selection, "her2-fuscc");
  ids = get_ids (selection);
  g_assert_true (g_str_has_prefix (ids, "her2-fuscc-g"));

  rgm_selection_set_text (selection, "mountaineer");
  g_free (ids);
  ids = get_ids (selection);
  g_assert_true (g_str_has_prefix (ids, "mountaineer mountaineer-03"));
}

/* A query at fault says so and leaves what was found before. */
static void
test_fault (void)
{
  g_autoptr (RgmSelection) selection = select_embedded ();
  guint notified = 0;

  g_signal_connect_swapped (selection, "notify::fault", G_CALLBACK (count_notify), &notified);
  rgm_selection_set_text (selection, "phase:III");
  g_assert_null (rgm_selection_get_fault (selection));
  rgm_selection_set_text (selection, "phase:III orr>x");
  g_assert_nonnull (strstr (rgm_selection_get_fault (selection), "found “x”"));
  g_assert_cmpuint (notified, ==, 1);
  assert_ids (selection, "mountaineer-03");
  rgm_selection_set_text (selection, "phase:IV");
  g_assert_null (rgm_selection_get_fault (selection));
  g_assert_cmpuint (notified, ==, 2);
  assert_ids (selection, "nct05661357");
}

/* Values of one facet widen each other, facets narrow each other, and each count says what is left. */
static void
test_facets (void)
{
  g_autoptr (RgmSelection) selection = select_embedded ();
  guint notified = 0;
  guint one;

  g_signal_connect_swapped (selection, "notify::n-chosen", G_CALLBACK (count_notify), &notified);
  choose (selection, "phase", "III", TRUE);
  assert_ids (selection, "mountaineer-03");
  g_assert_cmpuint (notified, ==, 1);
  choose (selection, "phase", "IV", TRUE);
  g_assert_cmpuint (rgm_selection_get_count (selection), ==, 2);
  g_assert_cmpuint (rgm_facet_get_n_chosen (get_facet (selection, "phase")), ==, 2);
  choose (selection, "class", "ADC", TRUE);
  assert_ids (selection, "nct05661357");
  one = rgm_facet_value_get_left (facet_find_value (get_facet (selection, "class"), "TKI"));
  g_assert_cmpuint (one, ==, 1);

  rgm_selection_clear_facets (selection);
  g_assert_cmpuint (rgm_selection_get_count (selection), ==, 39);
  g_assert_cmpuint (rgm_selection_get_n_chosen (selection), ==, 0);
}

/* The count beside a value is how many there are once it is chosen. */
static void
test_counts_come_true (void)
{
  g_autoptr (RgmDataSet) data_set = make_data_set (5, 300);
  g_autoptr (RgmSelection) selection = select_from (data_set);
  GListModel *facets = rgm_selection_get_facets (selection);
  static const char *const queries[] = { "", "trial", "n>50", "-colon" };

  for (guint q = 0; q < G_N_ELEMENTS (queries); q++)
    {
      rgm_selection_set_text (selection, queries[q]);
      choose (selection, "class", "mAb", TRUE);
      for (guint i = 0; i < g_list_model_get_n_items (facets); i++)
        {
          g_autoptr (RgmFacet) facet = g_list_model_get_item (facets, i);
          GListModel *values = rgm_facet_get_values (facet);

          g_assert_nonnull (rgm_facet_get_title (facet));
          for (guint j = 0; j < g_list_model_get_n_items (values); j++)
            {
              g_autoptr (RgmFacetValue) value = g_list_model_get_item (values, j);
              guint left = rgm_facet_value_get_left (value);

              if (rgm_facet_get_n_chosen (facet) > 0)
                continue;
              rgm_facet_value_set_is_chosen (value, TRUE);
              g_assert_cmpuint (rgm_selection_get_count (selection), ==, left);
              rgm_facet_value_set_is_chosen (value, FALSE);
            }
        }
      choose (selection, "class", "mAb", FALSE);
    }
}

/* Each state that a trial can be in can be chosen. */
static void
test_every_state_is_a_value (void)
{
  g_autoptr (RgmDataSet) data_set = make_data_set (6, 200);
  g_autoptr (RgmSelection) selection = select_from (data_set);
  guint sum = 0;

  for (guint i = 0; i < G_N_ELEMENTS (made_states); i++)
    {
      RgmFacetValue *value = facet_find_value (get_facet (selection, "status"), made_states[i]);

      g_assert_nonnull (value);
      g_assert_cmpstr (rgm_facet_value_get_label (value), !=, made_states[i]);
      sum += rgm_facet_value_get_left (value);
    }
  g_assert_cmpuint (sum, ==, 200);
  g_assert_null (facet_find_value (get_facet (selection, "status"), "nothing"));
}

/* ── Order ───────────────────────────────────────────────────────────────────── */

static double
get_number (RgmTrial   *trial,
            const char *key)
{
  GPtrArray *arms = trial->arms;
  double best = -1;
  double sum = -1;

  for (guint i = 0; i < arms->len; i++)
    {
      RgmArm *arm = g_ptr_array_index (arms, i);
      RgmOutcome *outcome = rgm_arm_get_outcome (arm, g_str_equal (key, "orr") ? "ORR" : "PFS");
      const RgmEstimate *estimate = outcome != NULL ? &outcome->estimate : NULL;

      sum = (sum < 0 ? 0 : sum) + (double) arm->n;
      if (estimate != NULL && estimate->state == RGM_STATE_REPORTED)
        best = MAX (best, g_strcmp0 (estimate->unit, "weeks") == 0 ? estimate->value * 7 / 30.4375 : estimate->value);
    }

  return g_str_equal (key, "n") ? sum : best;
}

/* In order, without a figure last either way, and equals in the data set's order. */
static void
test_order (void)
{
  static const char *const sorts[] = { "orr", "pfs", "n" };
  g_autoptr (RgmDataSet) data_set = make_data_set (8, 200);
  g_autoptr (RgmSelection) selection = select_from (data_set);

  for (guint i = 0; i < G_N_ELEMENTS (sorts); i++)
    for (int down = 0; down < 2; down++)
      {
        g_autofree char *sort = g_strconcat (down ? "-" : "", sorts[i], NULL);

        rgm_selection_set_sort (selection, sort);
        g_assert_cmpstr (rgm_selection_get_sort (selection), ==, sort);
        g_assert_cmpuint (rgm_selection_get_count (selection), ==, 200);
        for (guint j = 1; j < 200; j++)
          {
            g_autoptr (RgmTrial) before = g_list_model_get_item (G_LIST_MODEL (selection), j - 1);
            g_autoptr (RgmTrial) after = g_list_model_get_item (G_LIST_MODEL (selection), j);
            double left = get_number (before, sorts[i]);
            double right = get_number (after, sorts[i]);
            gint64 first = g_ascii_strtoll (before->id + 1, NULL, 10);
            gint64 second = g_ascii_strtoll (after->id + 1, NULL, 10);

            if (right < 0 && left >= 0)
              continue;
            if (down)
              g_assert_cmpfloat (left, >=, right);
            else
              g_assert_cmpfloat (left, <=, right);
            if (left == right)
              g_assert_cmpint (first, <, second);
          }
      }
}

static void
test_order_by_words (void)
{
  g_autoptr (RgmSelection) selection = select_embedded ();

  rgm_selection_set_text (selection, "destiny");
  rgm_selection_set_sort (selection, "-name");
  assert_ids (selection, "destiny-crc02 destiny-crc01");
  rgm_selection_set_sort (selection, "name");
  assert_ids (selection, "destiny-crc01 destiny-crc02");

  rgm_selection_set_text (selection, "id:unicorn");
  rgm_selection_set_text (selection, "phase:III");
  rgm_selection_set_sort (selection, "-phase");
  assert_ids (selection, "mountaineer-03");
  rgm_selection_set_text (selection, "");
  {
    g_autoptr (RgmTrial) first = g_list_model_get_item (G_LIST_MODEL (selection), 0);

    g_assert_cmpstr (first->phase, ==, "IV");
  }
  rgm_selection_set_sort (selection, "status");
  {
    g_autoptr (RgmTrial) first = g_list_model_get_item (G_LIST_MODEL (selection), 0);
    g_autoptr (RgmTrial) last = g_list_model_get_item (G_LIST_MODEL (selection), 38);

    g_assert_cmpstr (first->status_state, ==, "RECRUITING");
    g_assert_cmpstr (last->status_state, ==, "UNKNOWN");
  }

  g_assert_cmpuint (g_strv_length ((char **) rgm_enum_get_nicks (RGM_TYPE_SORT_KEY)), ==, 7);
  g_assert_cmpint (rgm_order_find_key ("-os"), ==, RGM_SORT_OS);
  g_assert_cmpint (rgm_order_find_key ("--os"), ==, -1);
  g_assert_cmpint (rgm_order_find_key (""), ==, -1);
  g_assert_null (rgm_order_new (rgm_selection_get_index (selection), "nothing"));
}

/* ── Changes ─────────────────────────────────────────────────────────────────── */

/* Whatever is typed, chosen and sorted: who follows the list's signals has the list. */
static void
test_signals (void)
{
  static const char *const sorts[] = { "", "name", "-orr", "n", "-status" };
  g_autoptr (RgmDataSet) data_set = make_data_set (11, 120);
  g_autoptr (RgmSelection) selection = select_from (data_set);
  g_autoptr (GRand) rand = g_rand_new_with_seed (11);
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  Mirror mirror = { items, 0 };
  gulong id = g_signal_connect (selection, "items-changed", G_CALLBACK (follow), &mirror);

  for (guint i = 0; i < 120; i++)
    g_ptr_array_add (items, g_list_model_get_item (G_LIST_MODEL (selection), i));

  for (guint i = 0; i < 300; i++)
    {
      int what = g_rand_int_range (rand, 0, 8);

      if (what < 4)
        rgm_selection_set_text (selection, what == 0 ? "" : made_word (rand));
      else if (what < 6)
        rgm_selection_set_sort (selection, sorts[g_rand_int_range (rand, 0, G_N_ELEMENTS (sorts))]);
      else if (what == 6)
        choose (selection, "phase", made_phases[g_rand_int_range (rand, 0, G_N_ELEMENTS (made_phases))], g_rand_boolean (rand));
      else
        rgm_selection_clear_facets (selection);
      g_assert_cmpuint (items->len, ==, rgm_selection_get_count (selection));
    }
  g_assert_cmpuint (mirror.changes, >, 50);

  /* Another data set: what was there goes, what comes is whole. */
  {
    g_autoptr (RgmDataSet) other = make_data_set (12, 7);

    rgm_selection_set_data_set (selection, other);
    g_assert_cmpuint (items->len, ==, 7);
    g_assert_cmpstr (rgm_selection_get_text (selection), ==, "");
    rgm_selection_set_data_set (selection, NULL);
    g_assert_cmpuint (items->len, ==, 0);
    g_assert_null (rgm_selection_get_facets (selection));
  }
  g_signal_handler_disconnect (selection, id);
}

/* Another revision of the same data set keeps query, facets and order, and says what has
 * changed; a query that is at fault keeps what the last good one finds. */
static void
test_revised (void)
{
  g_autoptr (RgmDataSet) data_set = make_data_set (11, 120);
  g_autoptr (RgmDataSet) revised = make_data_set (11, 130);
  g_autoptr (RgmDataSet) other = make_data_set (12, 130);
  g_autoptr (RgmSelection) selection = select_from (data_set);
  g_autoptr (RgmSelection) anew = select_from (revised);
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GVariant) chosen = NULL;
  Mirror mirror = { items, 0 };
  gulong id;

  rgm_selection_set_text (selection, "n>50");
  rgm_selection_set_sort (selection, "-n");
  choose (selection, "phase", "III", TRUE);
  choose (selection, "phase", "II", TRUE);
  chosen = g_variant_ref_sink (rgm_selection_save_facets (selection));
  for (guint i = 0; i < rgm_selection_get_count (selection); i++)
    g_ptr_array_add (items, g_list_model_get_item (G_LIST_MODEL (selection), i));
  id = g_signal_connect (selection, "items-changed", G_CALLBACK (follow), &mirror);

  rgm_selection_set_data_set (selection, revised);
  g_assert_true (rgm_selection_get_data_set (selection) == revised);
  g_assert_cmpstr (rgm_selection_get_text (selection), ==, "n>50");
  g_assert_cmpstr (rgm_selection_get_sort (selection), ==, "-n");
  g_assert_cmpuint (rgm_selection_get_n_chosen (selection), ==, 1);

  /* As if it had been typed and chosen there. */
  rgm_selection_set_text (anew, "n>50");
  rgm_selection_set_sort (anew, "-n");
  rgm_selection_restore_facets (anew, chosen);
  g_assert_cmpuint (rgm_selection_get_count (anew), >, 0);
  g_assert_cmpuint (rgm_selection_get_count (selection), ==, rgm_selection_get_count (anew));
  for (guint i = 0; i < items->len; i++)
    {
      g_autoptr (RgmTrial) trial = g_list_model_get_item (G_LIST_MODEL (anew), i);

      g_assert_true (trial == g_ptr_array_index (items, i));
    }

  rgm_selection_set_text (selection, "n>50 n>>");
  g_assert_nonnull (rgm_selection_get_fault (selection));
  rgm_selection_set_data_set (selection, data_set);
  g_assert_nonnull (rgm_selection_get_fault (selection));
  g_assert_cmpuint (rgm_selection_get_count (selection), >, 0);
  g_assert_cmpuint (rgm_selection_get_count (selection), <, 120);

  rgm_selection_set_data_set (selection, other);
  g_assert_cmpstr (rgm_selection_get_text (selection), ==, "");
  g_assert_cmpuint (rgm_selection_get_n_chosen (selection), ==, 0);
  g_assert_cmpuint (rgm_selection_get_count (selection), ==, 130);
  g_signal_handler_disconnect (selection, id);
}

static void
test_properties (void)
{
  g_autoptr (RgmDataSet) data_set = make_data_set (3, 10);
  g_autoptr (RgmSelection) selection = g_object_new (RGM_TYPE_SELECTION, "data-set", data_set, "text", "n>0", "sort", "n", NULL);
  g_autoptr (RgmDataSet) its = NULL;
  g_autoptr (GListModel) facets = NULL;
  g_autofree char *text = NULL;
  g_autofree char *sort = NULL;
  g_autofree char *fault = NULL;
  guint chosen, count;

  g_object_get (selection, "data-set", &its, "text", &text, "sort", &sort, "fault", &fault, "facets", &facets, "n-chosen", &chosen,
                "count", &count, NULL);
  g_assert_true (its == data_set);
  g_assert_cmpstr (text, ==, "n>0");
  g_assert_cmpstr (sort, ==, "n");
  g_assert_null (fault);
  g_assert_true (facets == rgm_selection_get_facets (selection));
  g_assert_cmpuint (chosen, ==, 0);
  g_assert_cmpuint (count, ==, rgm_selection_get_count (selection));
}

static void
test_facet_properties (void)
{
  g_autoptr (RgmSelection) selection = select_embedded ();
  RgmFacet *facet = get_facet (selection, "phase");
  RgmFacetValue *value = facet_find_value (facet, "III");
  g_autofree char *id = NULL;
  g_autofree char *title = NULL;
  g_autofree char *label = NULL;
  g_autoptr (GListModel) values = NULL;
  gboolean is_chosen;
  guint left;

  g_object_get (facet, "id", &id, "title", &title, "values", &values, NULL);
  g_assert_cmpstr (id, ==, "phase");
  g_assert_cmpstr (title, ==, "Phase");
  g_assert_true (values == rgm_facet_get_values (facet));
  g_object_set (value, "is-chosen", TRUE, NULL);
  g_object_get (value, "label", &label, "is-chosen", &is_chosen, "left", &left, NULL);
  g_assert_cmpstr (label, ==, "III");
  g_assert_true (is_chosen);
  g_assert_cmpuint (left, ==, 1);
  assert_ids (selection, "mountaineer-03");
}

/* ── Suggestions ────────────────────────────────────────────────────────────────── */

/* Each way on keeps its promise: as many trials as it says. */
static void
test_suggestions (void)
{
  g_autoptr (RgmSelection) selection = select_embedded ();
  g_autoptr (GPtrArray) suggestions = NULL;

  rgm_selection_set_text (selection, "phase:III t-dxd");
  g_assert_cmpuint (rgm_selection_get_count (selection), ==, 0);
  choose (selection, "class", "ADC", TRUE);

  suggestions = rgm_query_suggestions_find (selection);
  g_assert_cmpuint (suggestions->len, ==, 1);
  {
    const RgmQuerySuggestion *suggestion = g_ptr_array_index (suggestions, 0);

    g_assert_cmpstr (suggestion->what, ==, "phase:III");
    g_assert_cmpstr (suggestion->query, ==, "t-dxd");
    g_assert_true (suggestion->kind == RGM_QUERY_SUGGESTION_REMOVE_TERM);
    rgm_query_suggestions_apply (selection, suggestion);
    g_assert_cmpuint (rgm_selection_get_count (selection), ==, suggestion->count);
    g_assert_cmpuint (suggestion->count, ==, 5);
  }
}

/* A slip of the hand is put right, also two at once; and where no single step helps, everything goes. */
static void
test_replacements (void)
{
  static const struct
  {
    const char *text;
    RgmQuerySuggestionKind kind;
    const char *query;
  } cases[] = {
    { "tucatanib", RGM_QUERY_SUGGESTION_REPLACE, "tucatinib" },
    { "class:tki tucatanib", RGM_QUERY_SUGGESTION_REPLACE, "class:tki tucatinib" },
    { "trastuzumap pertuzumap", RGM_QUERY_SUGGESTION_REPLACE, "trastuzumab pertuzumab" },
    { "(tucatanib OR xqz)", RGM_QUERY_SUGGESTION_REPLACE, "(tucatinib OR xqz)" },
    { "xqz yqz", RGM_QUERY_SUGGESTION_CLEAR, "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (RgmSelection) selection = select_embedded ();
      g_autoptr (GPtrArray) suggestions = NULL;
      const RgmQuerySuggestion *suggestion;

      rgm_selection_set_text (selection, cases[i].text);
      g_assert_cmpuint (rgm_selection_get_count (selection), ==, 0);
      suggestions = rgm_query_suggestions_find (selection);
      g_assert_cmpuint (suggestions->len, >, 0);
      suggestion = g_ptr_array_index (suggestions, 0);
      g_assert_cmpint (suggestion->kind, ==, cases[i].kind);
      g_assert_cmpstr (suggestion->query, ==, cases[i].query);
      rgm_query_suggestions_apply (selection, suggestion);
      g_assert_cmpuint (rgm_selection_get_count (selection), ==, suggestion->count);
    }
}

/* Clearing lets facets go as well. */
static void
test_clear (void)
{
  g_autoptr (RgmSelection) selection = select_embedded ();
  g_autoptr (GPtrArray) suggestions = NULL;

  choose (selection, "phase", "III", TRUE);
  choose (selection, "class", "ADC", TRUE);
  rgm_selection_set_text (selection, "xqz");
  suggestions = rgm_query_suggestions_find (selection);
  g_assert_cmpuint (suggestions->len, ==, 1);
  rgm_query_suggestions_apply (selection, g_ptr_array_index (suggestions, 0));
  g_assert_cmpuint (rgm_selection_get_count (selection), ==, 39);
  g_assert_cmpuint (rgm_selection_get_n_chosen (selection), ==, 0);
}

static void
test_facet_suggestions (void)
{
  g_autoptr (RgmSelection) selection = select_embedded ();
  g_autoptr (GPtrArray) suggestions = NULL;
  const RgmQuerySuggestion *suggestion;

  choose (selection, "phase", "III", TRUE);
  choose (selection, "class", "ADC", TRUE);
  g_assert_cmpuint (rgm_selection_get_count (selection), ==, 0);

  suggestions = rgm_query_suggestions_find (selection);
  g_assert_cmpuint (suggestions->len, ==, 2);
  suggestion = g_ptr_array_index (suggestions, 1);
  g_assert_true (suggestion->kind == RGM_QUERY_SUGGESTION_REMOVE_FACET);
  g_assert_cmpstr (suggestion->what, ==, "Phase: III");
  rgm_query_suggestions_apply (selection, suggestion);
  g_assert_cmpuint (rgm_selection_get_count (selection), ==, suggestion->count);
  g_assert_cmpuint (rgm_selection_get_n_chosen (selection), ==, 1);
}

static void
test_finalised (void)
{
  RgmSelection *selection = select_embedded ();

  choose (selection, "phase", "III", TRUE);
  g_assert_finalize_object (selection);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/search/selection/empty", test_empty);
  g_test_add_func ("/search/selection/query", test_query);
  g_test_add_func ("/search/selection/rank", test_rank);
  g_test_add_func ("/search/selection/fault", test_fault);
  g_test_add_func ("/search/selection/facets", test_facets);
  g_test_add_func ("/search/selection/counts-come-true", test_counts_come_true);
  g_test_add_func ("/search/selection/every-state-is-a-value", test_every_state_is_a_value);
  g_test_add_func ("/search/selection/order", test_order);
  g_test_add_func ("/search/selection/order-by-words", test_order_by_words);
  g_test_add_func ("/search/selection/signals", test_signals);
  g_test_add_func ("/search/selection/revised", test_revised);
  g_test_add_func ("/search/selection/properties", test_properties);
  g_test_add_func ("/search/selection/facet-properties", test_facet_properties);
  g_test_add_func ("/search/selection/suggestions", test_suggestions);
  g_test_add_func ("/search/selection/replacements", test_replacements);
  g_test_add_func ("/search/selection/clear", test_clear);
  g_test_add_func ("/search/selection/facet-suggestions", test_facet_suggestions);
  g_test_add_func ("/search/selection/finalised", test_finalised);

  return g_test_run ();
}
