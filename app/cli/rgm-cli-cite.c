/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <glib/gi18n-lib.h>

#include "rgm-cli-common.h"
#include "rgm-error.h"
#include "rgm-reference-list.h"
#include "rgm-source.h"
#include "rgm-story-references.h"

static GPtrArray *
cite_story (const RgmCliOptions  *options,
            RgmDataSet           *data_set,
            GError              **error)
{
  g_autoptr (RgmStory) story = NULL;
  g_autoptr (RgmSelection) selection = rgm_selection_new ();

  if (options->words[0] != NULL)
    {
      g_set_error_literal (error, RGM_ERROR, RGM_ERROR_CALL, _("--story: expected a story or trials, found both"));
      return NULL;
    }

  story = rgm_cli_read_story (options->story, error);
  if (story == NULL)
    return NULL;

  rgm_selection_set_data_set (selection, data_set);
  rgm_cli_set_origin (options, selection);

  return rgm_story_list_references (story, selection, rgm_cli_refuse_slide);
}

static GPtrArray *
cite_trials (const RgmCliOptions  *options,
             RgmDataSet           *data_set,
             GError              **error)
{
  g_autoptr (GPtrArray) sources = g_ptr_array_new ();

  for (guint i = 0; options->words[i] != NULL; i++)
    {
      RgmTrial *trial = rgm_data_set_find_trial (data_set, options->words[i]);

      if (trial == NULL)
        {
          rgm_error_set (error, RGM_ERROR, RGM_ERROR_CALL, _("There is no trial “%s”. “regimen list” lists the trials."), options->words[i]);
          return NULL;
        }
      rgm_reference_list_add_trial (sources, data_set, trial);
    }

  if (options->words[0] == NULL)
    for (guint i = 0; i < data_set->sources->len; i++)
      g_ptr_array_add (sources, g_ptr_array_index (data_set->sources, i));

  return g_steal_pointer (&sources);
}

/**
 * rgm_cli_cite:
 * @options: a call
 * @data_set: a data set
 *
 * Answers with the references of the trials that the call names, of a story, or of the whole data set.
 *
 * Returns: the exit status
 */
int
rgm_cli_cite (const RgmCliOptions *options,
              RgmDataSet          *data_set)
{
  RgmReferenceFormat format = RGM_REFERENCE_RIS;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) sources = NULL;
  g_autofree char *text = NULL;

  if (options->reference_format != NULL)
    format = (RgmReferenceFormat) rgm_enum_find (RGM_TYPE_REFERENCE_FORMAT, options->reference_format);

  sources = options->story != NULL ? cite_story (options, data_set, &error) : cite_trials (options, data_set, &error);
  if (sources == NULL)
    return rgm_cli_fail (error);

  text = rgm_reference_list_write (sources, format);

  return rgm_cli_answer (text);
}
