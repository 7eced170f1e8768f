/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <glib/gi18n-lib.h>

#include "rgm-json-value.h"
#include "rgm-study-number.h"
#include "rgm-study-posted.h"

/* The analyses that a study record posts of its outcome measures. A hazard ratio is of two
 * groups, not of an arm, so that it is a statement on the trial; which of the groups is
 * divided by which isn't a field of the record, only words of it. */

typedef struct
{
  RgmTrialDraft *draft;
  JsonObject    *measure;
  JsonObject    *analysis;
  const char    *title;    /* of the measure */
} Analysis;

static gboolean
matches (const char *pattern,
         const char *text)
{
  return text != NULL && g_regex_match_simple (pattern, text, G_REGEX_CASELESS, 0);
}

static const char *
get (Analysis   *self,
     const char *key)
{
  const char *text = rgm_json_get_text (self->analysis, key);

  return text != NULL && *text != '\0' ? text : NULL;
}

static const char *
find_title (JsonArray  *groups,
            const char *id)
{
  for (guint i = 0; i < rgm_json_length (groups); i++)
    {
      JsonObject *group = rgm_json_object_at (groups, i);

      if (g_strcmp0 (rgm_json_get_text (group, "id"), id) == 0)
        return rgm_json_get_text (group, "title");
    }

  return NULL;
}

static void
append_groups (Analysis *self,
               GString  *text)
{
  JsonArray *ids = rgm_json_get_array (self->analysis, "groupIds");

  for (guint i = 0; i < rgm_json_length (ids); i++)
    {
      const char *id = rgm_json_text_at (ids, i);
      const char *title = find_title (rgm_json_get_array (self->measure, "groups"), id);

      if (title == NULL && id == NULL)
        continue;
      /* Translators: between the groups of patients that an analysis compares. */
      g_string_append (text, i == 0 ? "; " : _(" and "));
      g_string_append_printf (text, "“%s”", title != NULL ? title : id);
    }
}

/* A limit that is no number is what its comment says. */
static const char *
describe_limit (Analysis       *self,
                RgmPostedNumber which,
                const char     *key,
                const char     *comment)
{
  const char *text = get (self, key);
  RgmState state;
  double number;
  guint decimals;

  if (text == NULL)
    return _("not stated");
  if (rgm_study_number_parse (text, &number, &decimals))
    return text;

  state = rgm_study_number_find_state (get (self, comment), which);
  if (state == RGM_STATE_NOT_REACHED)
    return _("not reached");

  return state == RGM_STATE_NOT_ESTIMABLE ? _("not estimable") : text;
}

static void
append_interval (Analysis *self,
                 GString  *text)
{
  const char *level = get (self, "ciPctValue");
  const char *lower, *upper;

  if (get (self, "ciLowerLimit") == NULL && get (self, "ciUpperLimit") == NULL)
    return;

  lower = describe_limit (self, RGM_POSTED_LOWER, "ciLowerLimit", "ciLowerLimitComment");
  upper = describe_limit (self, RGM_POSTED_UPPER, "ciUpperLimit", "ciUpperLimitComment");
  if (level != NULL)
    /* Translators: a level, a lower and an upper limit: ' (95% confidence interval 0.5 to 0.9)'. */
    g_string_append_printf (text, _(" (%s%% confidence interval %s to %s)"), level, lower, upper);
  else
    g_string_append_printf (text, _(" (confidence interval of an unstated level %s to %s)"), lower, upper);
  if (matches ("one", get (self, "ciNumSides")))
    g_string_append (text, _(", one-sided"));
}

/* What the record says in words, such as which group is the reference. */
static void
append_words (Analysis *self,
              GString  *text)
{
  static const char *const keys[] = {
    "groupDescription", "estimateComment", "statisticalComment", "pValueComment", "ciLowerLimitComment", "ciUpperLimitComment",
  };

  if (get (self, "pValue") != NULL)
    g_string_append_printf (text, "; p %s%s", g_ascii_isdigit (*get (self, "pValue")) || *get (self, "pValue") == '.' ? "= " : "", get (self, "pValue"));
  if (get (self, "statisticalMethod") != NULL)
    g_string_append_printf (text, "; %s", get (self, "statisticalMethod"));
  g_string_append_c (text, '.');
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    if (get (self, keys[i]) != NULL)
      g_string_append_printf (text, " %s", get (self, keys[i]));
}

/* Whether the value is one, and lies within its interval. */
static gboolean
is_sound (Analysis *self)
{
  double value, lower, upper;
  guint decimals;

  if (!rgm_study_number_parse (get (self, "paramValue"), &value, &decimals) || value <= 0)
    return FALSE;
  if (rgm_study_number_parse (get (self, "ciLowerLimit"), &lower, &decimals) && lower > value)
    return FALSE;

  return !rgm_study_number_parse (get (self, "ciUpperLimit"), &upper, &decimals) || upper >= value;
}

static void
read_hazard_ratio (Analysis   *self,
                   const char *location)
{
  g_autoptr (GString) text = g_string_new (NULL);

  /* Translators: the title of an outcome measure, and a ratio. */
  g_string_printf (text, _("%s: hazard ratio %s"), self->title, get (self, "paramValue"));
  append_interval (self, text);
  append_groups (self, text);
  append_words (self, text);
  rgm_trial_draft_add_fact (self->draft, self->draft->facts, "hazard ratio", text->str, location);
}

/* Returns whether the analysis is a hazard ratio, or refused as one. */
static gboolean
read_analysis (Analysis    *self,
               guint        measure,
               guint        index,
               const char  *module,
               RgmRefusals *refusals)
{
  g_autofree char *place = NULL;
  g_autofree char *location = NULL;

  /* A logarithm of one, or what is made of several, is none. */
  if (!matches ("\\bhazards? ratio|^ *HR\\b", get (self, "paramType")) || get (self, "paramValue") == NULL ||
      matches ("\\blog|\\bln\\b|inverse|reciprocal|difference", get (self, "paramType")))
    return FALSE;

  place = g_strdup_printf ("%s.outcomeMeasures[%u].analyses[%u]", module, measure, index);
  /* Translators: the numbers of an outcome measure and of an analysis of it, and the measure's title. */
  location = g_strdup_printf (_("Posted results, outcome measure %u, analysis %u: %s"), measure + 1, index + 1, self->title);
  if (is_sound (self))
    read_hazard_ratio (self, location);
  else
    rgm_refusals_add (refusals, place, _("“%s (%s to %s)” is not understood as a hazard ratio with its interval; enter it by hand if it is one"),
                      get (self, "paramValue"), get (self, "ciLowerLimit") != NULL ? get (self, "ciLowerLimit") : "–",
                      get (self, "ciUpperLimit") != NULL ? get (self, "ciUpperLimit") : "–");

  return TRUE;
}

/**
 * rgm_study_posted_read_analyses:
 * @draft: a trial
 * @measures: (nullable): the outcome measures of its record
 * @module: where they are in the file
 * @refusals: what isn't taken is added here
 *
 * Reads hazard ratios, each with its interval and the level of that.
 */
void
rgm_study_posted_read_analyses (RgmTrialDraft *draft,
                                JsonArray     *measures,
                                const char    *module,
                                RgmRefusals   *refusals)
{
  guint n_others = 0;

  for (guint i = 0; i < rgm_json_length (measures); i++)
    {
      JsonObject *measure = rgm_json_object_at (measures, i);
      JsonArray *analyses = rgm_json_get_array (measure, "analyses");
      const char *title = rgm_trial_draft_keep (draft, rgm_json_get_text (measure, "title"));

      for (guint j = 0; j < rgm_json_length (analyses); j++)
        {
          Analysis analysis = { draft, measure, rgm_json_object_at (analyses, j), title != NULL ? title : _("Outcome measure") };

          n_others += !read_analysis (&analysis, i, j, module, refusals);
        }
    }

  if (n_others > 0)
    rgm_refusals_add (refusals, module,
                      ngettext ("%u posted analysis is not a hazard ratio and is not imported; enter what you need from it by hand",
                                "%u posted analyses are not hazard ratios and are not imported; enter what you need from them by hand", n_others),
                      n_others);
}
