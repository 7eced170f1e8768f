/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <glib/gi18n-lib.h>

#include "rgm-cli-common.h"
#include "rgm-error.h"
#include "rgm-reference-list.h"
#include "rgm-source.h"

/**
 * rgm_cli_cite:
 * @options: a call
 * @data_set: a data set
 *
 * Answers with the references of the trials that the call names, or of the whole data set.
 *
 * Returns: the exit status
 */
int
rgm_cli_cite (const RgmCliOptions *options,
              RgmDataSet          *data_set)
{
  g_autoptr (GPtrArray) sources = g_ptr_array_new ();
  RgmReferenceFormat format = RGM_REFERENCE_RIS;
  g_autofree char *text = NULL;

  if (options->reference_format != NULL)
    format = (RgmReferenceFormat) rgm_enum_find (RGM_TYPE_REFERENCE_FORMAT, options->reference_format);

  for (guint i = 0; options->words[i] != NULL; i++)
    {
      RgmTrial *trial = rgm_data_set_find_trial (data_set, options->words[i]);

      if (trial == NULL)
        {
          rgm_cli_complain (_("There is no trial “%s”. “regimen list” lists the trials."), options->words[i]);
          return RGM_CLI_BAD_CALL;
        }
      rgm_reference_list_add_trial (sources, data_set, trial);
    }

  if (options->words[0] == NULL)
    for (guint i = 0; i < data_set->sources->len; i++)
      g_ptr_array_add (sources, g_ptr_array_index (data_set->sources, i));

  text = rgm_reference_list_write (sources, format);

  return rgm_cli_answer (text);
}
