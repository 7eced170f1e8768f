/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <glib/gi18n-lib.h>

#include "rgm-cli-common.h"
#include "rgm-isolate.h"
#include "rgm-matcher.h"
#include "rgm-json-writer.h"
#include "rgm-punctuation.h"
#include "rgm-value-text.h"

#define LINES "lines"

/* ── JSON ────────────────────────────────────────────────────────────────────── */

static void
write_patient (RgmJsonWriter *writer,
               RgmFindings   *findings)
{
  GPtrArray *markers = rgm_findings_get_markers (findings);

  rgm_json_writer_open_object (writer, "patient");
  for (guint i = 0; i < markers->len; i++)
    if (rgm_findings_get_entered (findings, i)[0] != NULL)
      rgm_json_writer_add_strv (writer, ((RgmBiomarker *) g_ptr_array_index (markers, i))->id, rgm_findings_get_entered (findings, i));
  if (rgm_findings_get_lines (findings) >= 0)
    {
      g_autofree char *lines = g_strdup_printf ("%d", (int) rgm_findings_get_lines (findings));
      char *values[] = { lines, NULL };

      rgm_json_writer_add_strv (writer, LINES, values);
    }
  rgm_json_writer_end_object (writer);
}

static void
write_criterion (RgmJsonWriter      *writer,
                 const RgmCriterion *criterion)
{
  rgm_json_writer_begin_object (writer);
  rgm_json_writer_add_string (writer, "rule", criterion->text);
  rgm_json_writer_add_string (writer, "published", criterion->published);
  rgm_json_writer_add_string (writer, "answer", rgm_answer_to_nick (criterion->answer));
  rgm_json_writer_add_string (writer, "because", criterion->because);
  rgm_json_writer_open_array (writer, "sources");
  for (guint i = 0; i < criterion->citations->len; i++)
    {
      const RgmCitationRef *citation = g_ptr_array_index (criterion->citations, i);

      rgm_json_writer_begin_object (writer);
      rgm_json_writer_add_string (writer, "id", citation->source);
      rgm_json_writer_add_string (writer, "place", citation->location);
      rgm_json_writer_end_object (writer);
    }
  rgm_json_writer_end_array (writer);
  rgm_json_writer_end_object (writer);
}

/* What an undecided trial asks for; a decided one asks for nothing. */
static char **
ask (GPtrArray *criteria,
     RgmAnswer  fit)
{
  return fit == RGM_ANSWER_UNKNOWN ? rgm_matcher_ask (criteria) : g_new0 (char *, 1);
}

static void
write_trial (RgmJsonWriter  *writer,
             RgmMatcher *matcher,
             RgmFindings    *findings,
             RgmDataSet     *data_set,
             guint           position)
{
  const RgmTrial *trial = g_ptr_array_index (data_set->trials, position);
  RgmAnswer fit = rgm_matcher_fit (matcher, findings, position);
  g_autoptr (GPtrArray) criteria = rgm_matcher_explain (matcher, findings, position);
  g_auto (GStrv) asked = ask (criteria, fit);
  g_auto (GStrv) not_stated = rgm_matcher_not_stated (matcher, position);

  rgm_json_writer_begin_object (writer);
  rgm_json_writer_add_string (writer, "id", trial->id);
  rgm_json_writer_add_string (writer, "name", trial->name);
  rgm_json_writer_add_string (writer, "fit", rgm_answer_to_nick (fit));
  rgm_json_writer_open_array (writer, "rules");
  for (guint i = 0; i < criteria->len; i++)
    write_criterion (writer, g_ptr_array_index (criteria, i));
  rgm_json_writer_end_array (writer);
  rgm_json_writer_add_strv (writer, "ask", asked);
  rgm_json_writer_add_strv (writer, "not_stated", not_stated);
  rgm_json_writer_end_object (writer);
}

static char *
match_to_json (RgmMatcher *matcher,
               RgmFindings    *findings,
               RgmDataSet     *data_set)
{
  g_autoptr (RgmJsonWriter) writer = rgm_json_writer_new ();
  g_autoptr (GPtrArray) ranked = rgm_matcher_rank (matcher, findings, NULL);

  rgm_json_writer_begin_object (writer);
  write_patient (writer, findings);
  rgm_json_writer_open_array (writer, "trials");
  for (guint i = 0; i < data_set->trials->len; i++)
    write_trial (writer, matcher, findings, data_set, i);
  rgm_json_writer_end_array (writer);

  rgm_json_writer_open_array (writer, "ask");
  for (guint i = 0; i < ranked->len; i++)
    {
      const RgmQuestion *question = g_ptr_array_index (ranked, i);

      rgm_json_writer_begin_object (writer);
      rgm_json_writer_add_string (writer, "fact", question->fact);
      rgm_json_writer_name (writer, "decides");
      rgm_json_writer_int (writer, question->decides);
      rgm_json_writer_end_object (writer);
    }
  rgm_json_writer_end_array (writer);
  rgm_json_writer_end_object (writer);

  return rgm_json_writer_finish (writer);
}

/* ── Text ────────────────────────────────────────────────────────────────────── */

#define NAME   "  "
#define REASON "      "

static void
append_criterion (GString            *text,
                  const RgmCriterion *criterion)
{
  g_autoptr (GPtrArray) places = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *joined = NULL;

  for (guint i = 0; i < criterion->citations->len; i++)
    g_ptr_array_add (places, rgm_value_text_place (g_ptr_array_index (criterion->citations, i)));
  g_ptr_array_add (places, NULL);
  joined = rgm_join_phrases ((char **) places->pdata);

  g_string_append_printf (text, REASON "%s. %s “%s” [%s]\n", criterion->text, criterion->because, criterion->published, joined);
}

static void
append_trial (GString   *text,
              GPtrArray *criteria,
              RgmAnswer  fit)
{
  g_auto (GStrv) asked = ask (criteria, fit);
  g_autofree char *joined = rgm_join_words (asked);
  gboolean is_reason_given = FALSE;

  for (guint i = 0; i < criteria->len; i++)
    {
      const RgmCriterion *criterion = g_ptr_array_index (criteria, i);

      if ((fit == RGM_ANSWER_NO && criterion->answer == RGM_ANSWER_NO) ||
          (fit == RGM_ANSWER_UNKNOWN && criterion->answer == RGM_ANSWER_UNKNOWN && criterion->question == NULL))
        append_criterion (text, criterion);
      is_reason_given = is_reason_given || criterion->answer == fit;
    }

  if (*joined != '\0')
    /* Translators: %s are tests or other findings: 'her2:ish, braf'. */
    {
      g_string_append (text, REASON);
      rgm_text_append_printf (text, _("To find out: %s"), joined);
      g_string_append_c (text, '\n');
    }
  else if (!is_reason_given)
    g_string_append_printf (text, REASON "%s\n", _("The source states no criterion."));
}

static void
append_group (GString         *text,
              const char      *heading,
              RgmAnswer        fit,
              RgmMatcher  *matcher,
              RgmFindings     *findings,
              RgmDataSet      *data_set,
              const RgmAnswer *answers)
{
  guint n = 0;

  for (guint i = 0; i < data_set->trials->len; i++)
    n += answers[i] == fit;

  g_string_append_printf (text, "%s (%u)\n", heading, n);
  for (guint i = 0; i < data_set->trials->len; i++)
    {
      const RgmTrial *trial = g_ptr_array_index (data_set->trials, i);
      g_autoptr (GPtrArray) criteria = NULL;

      if (answers[i] != fit)
        continue;
      g_string_append_printf (text, NAME "%s\n", trial->name);
      criteria = rgm_matcher_explain (matcher, findings, i);
      if (fit != RGM_ANSWER_YES)
        append_trial (text, criteria, fit);
    }
  g_string_append_c (text, '\n');
}

static char *
match_to_text (RgmMatcher *matcher,
               RgmFindings    *findings,
               RgmDataSet     *data_set)
{
  GString *text = g_string_new (NULL);
  g_autoptr (GPtrArray) ranked = rgm_matcher_rank (matcher, findings, NULL);
  g_autofree RgmAnswer *answers = g_new (RgmAnswer, data_set->trials->len + 1);

  rgm_matcher_match (matcher, findings, answers);
  append_group (text, rgm_answer_to_label (RGM_ANSWER_YES), RGM_ANSWER_YES, matcher, findings, data_set, answers);
  append_group (text, rgm_answer_to_label (RGM_ANSWER_UNKNOWN), RGM_ANSWER_UNKNOWN, matcher, findings, data_set, answers);
  append_group (text, rgm_answer_to_label (RGM_ANSWER_NO), RGM_ANSWER_NO, matcher, findings, data_set, answers);

  if (ranked->len > 0)
    {
      g_string_append_printf (text, "%s\n", _("Findings that would settle the most trials"));
      for (guint i = 0; i < ranked->len; i++)
        {
          const RgmQuestion *question = g_ptr_array_index (ranked, i);

          g_string_append_printf (text, NAME "%s  %u\n", question->fact, question->decides);
        }
      g_string_append_c (text, '\n');
    }
  g_string_append_printf (text, "%s\n", rgm_matcher_caveat ());

  return g_string_free (text, FALSE);
}

/**
 * rgm_cli_match:
 * @options: the call
 * @data_set: the data set
 *
 * Answers which trials fit a patient, which do not and why, and what to find out next. Nothing
 * about the patient is kept.
 *
 * Returns: the exit status
 */
int
rgm_cli_match (const RgmCliOptions *options,
               RgmDataSet          *data_set)
{
  g_autoptr (RgmFindings) findings = NULL;
  g_autoptr (RgmMatcher) matcher = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  if (options->patient == NULL)
    {
      rgm_cli_complain (_("Expected a patient: regimen match --patient=FACTS"));
      return RGM_CLI_BAD_CALL;
    }

  findings = rgm_findings_new (data_set, options->patient, &error);
  if (findings == NULL)
    return rgm_cli_fail (error);

  matcher = rgm_matcher_new (data_set);
  text = options->format == RGM_CLI_JSON ? match_to_json (matcher, findings, data_set)
                                         : match_to_text (matcher, findings, data_set);

  return rgm_cli_answer (text);
}
