/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <glib/gi18n-lib.h>

#include "rgm-cli-common.h"
#include "rgm-evidence-json.h"
#include "rgm-evidence-text.h"
#include "rgm-did-you-mean.h"
#include "rgm-punctuation.h"

static gboolean
has_registration (RgmTrial   *trial,
                  const char *word)
{
  char **registrations = trial->registrations;

  for (guint i = 0; registrations[i] != NULL; i++)
    if (g_ascii_strcasecmp (registrations[i], word) == 0)
      return TRUE;

  return FALSE;
}

/* The trials that @word may mean: the one with that id, or else all with that name or
 * registration. Two trials may share a registration. */
static GPtrArray *
find_trials (RgmDataSet *data_set,
             const char *word)
{
  GPtrArray *found = g_ptr_array_new ();
  RgmTrial *trial = rgm_data_set_find_trial (data_set, word);
  GListModel *trials = rgm_data_set_get_trials (data_set);
  g_autofree char *folded = g_utf8_casefold (word, -1);

  if (trial != NULL)
    {
      g_ptr_array_add (found, trial);
      return found;
    }

  for (guint i = 0; i < g_list_model_get_n_items (trials); i++)
    {
      g_autoptr (RgmTrial) each = g_list_model_get_item (trials, i);
      g_autofree char *name = g_utf8_casefold (each->name, -1);

      /* The data set keeps it. */
      if (g_str_equal (name, folded) || has_registration (each, word))
        g_ptr_array_add (found, each);
    }

  return found;
}

static void
complain_of_unknown (RgmDataSet *data_set,
                     const char *word)
{
  GListModel *trials = rgm_data_set_get_trials (data_set);
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  g_autofree char *lower = g_utf8_strdown (word, -1);
  const char *near;

  for (guint i = 0; i < g_list_model_get_n_items (trials); i++)
    {
      g_autoptr (RgmTrial) trial = g_list_model_get_item (trials, i);

      g_ptr_array_add (ids, (gpointer) trial->id);
    }
  g_ptr_array_add (ids, NULL);

  near = rgm_did_you_mean (lower, (const char * const *) ids->pdata);
  if (near != NULL)
    rgm_cli_complain (_("There is no trial “%s”. Did you mean “%s”?"), word, near);
  else
    rgm_cli_complain (_("There is no trial “%s”. “regimen list” lists the trials."), word);
}

static void
complain_of_several (GPtrArray  *found,
                     const char *word)
{
  g_autoptr (GString) ids = g_string_new (NULL);

  for (guint i = 0; i < found->len; i++)
    rgm_add_word (ids, ((RgmTrial *) g_ptr_array_index (found, i))->id);

  rgm_cli_complain (_("“%s” is ambiguous. Did you mean one of %s?"), word, ids->str);
}

/* The record, of those that have a name and synonyms, that @word is called. */
static gpointer
find_called (const RgmDescription *description,
             GPtrArray            *records,
             const char           *word)
{
  const RgmField *name = rgm_description_find_field (description, "name");
  const RgmField *synonyms = rgm_description_find_field (description, "synonyms");
  g_autofree char *folded = g_utf8_casefold (word, -1);

  for (guint i = 0; i < records->len; i++)
    {
      gpointer record = g_ptr_array_index (records, i);
      char **others = RGM_FIELD_MEMBER (record, synonyms, char **);
      const char *called = RGM_FIELD_MEMBER (record, name, const char *);

      for (guint j = 0; called != NULL; called = others[j++])
        {
          g_autofree char *each = g_utf8_casefold (called, -1);

          if (g_str_equal (each, folded))
            return record;
        }
    }

  return NULL;
}

/* What else of the data set @word names by its id, or else by a name: an agent, a regimen, a biomarker, or
 * the data set itself; %NULL where it names none. */
static char *
show_other (RgmDataSet *data_set,
            const char *word,
            gboolean    is_json)
{
  RgmAgent *agent = rgm_data_set_find_agent (data_set, word);
  RgmRegimen *regimen = rgm_data_set_find_regimen (data_set, word);
  RgmBiomarker *biomarker = rgm_data_set_find_biomarker (data_set, word);
  gboolean is_data_set = g_str_equal (data_set->id, word);
  g_autoptr (RgmJsonWriter) writer = is_json ? rgm_json_writer_new () : NULL;

  if (agent == NULL && regimen == NULL && biomarker == NULL && !is_data_set)
    {
      agent = find_called (&rgm_agent_description, data_set->agents, word);
      regimen = find_called (&rgm_regimen_description, data_set->regimens, word);
      biomarker = find_called (&rgm_biomarker_description, data_set->biomarkers, word);
    }
  if (agent == NULL && regimen == NULL && biomarker == NULL && !is_data_set)
    return NULL;

  if (!is_json)
    return agent != NULL ? rgm_evidence_text_agent (data_set, agent)
           : regimen != NULL ? rgm_evidence_text_regimen (data_set, regimen)
           : biomarker != NULL ? rgm_evidence_text_biomarker (biomarker) : rgm_evidence_text_data_set (data_set);

  if (agent != NULL)
    rgm_evidence_json_agent (writer, agent);
  else if (regimen != NULL)
    rgm_evidence_json_regimen (writer, regimen);
  else if (biomarker != NULL)
    rgm_evidence_json_biomarker (writer, biomarker);
  else
    rgm_evidence_json_data_set (writer, data_set);

  return rgm_json_writer_finish (writer);
}

/**
 * rgm_cli_show:
 * @options: the call
 * @data_set: the data set
 *
 * Shows everything about the trial that the call names by its id, its name or its registration; or about the agent, regimen or
 * biomarker with that id or name, or the data set itself.
 *
 * Returns: the exit status
 */
int
rgm_cli_show (const RgmCliOptions *options,
              RgmDataSet          *data_set)
{
  const char *word = options->words[0];
  g_autoptr (GPtrArray) found = NULL;
  g_autofree char *text = NULL;

  if (word == NULL || options->words[1] != NULL)
    {
      rgm_cli_complain (_("Expected one trial: regimen show TRIAL"));
      return RGM_CLI_BAD_CALL;
    }
  if (!g_utf8_validate (word, -1, NULL))
    {
      rgm_cli_complain (_("Expected a trial in UTF-8, found other bytes."));
      return RGM_CLI_BAD_CALL;
    }

  found = find_trials (data_set, word);
  if (found->len != 1)
    {
      if (found->len == 0)
        text = show_other (data_set, word, options->format == RGM_CLI_JSON);
      if (text != NULL)
        return rgm_cli_answer (text);
      if (found->len == 0)
        complain_of_unknown (data_set, word);
      else
        complain_of_several (found, word);
      return RGM_CLI_BAD_CALL;
    }

  if (options->format == RGM_CLI_JSON)
    {
      g_autoptr (RgmJsonWriter) writer = rgm_json_writer_new ();

      rgm_evidence_json_trial (writer, g_ptr_array_index (found, 0));
      text = rgm_json_writer_finish (writer);
    }
  else
    {
      text = rgm_evidence_text_trial (data_set, g_ptr_array_index (found, 0));
    }

  return rgm_cli_answer (text);
}
