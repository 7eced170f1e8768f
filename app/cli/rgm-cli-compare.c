/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <glib/gi18n-lib.h>

#include "rgm-arm-comparison-text.h"
#include "rgm-cli-common.h"
#include "rgm-comparison.h"
#include "rgm-json-writer.h"
#include "rgm-number-remarks.h"

#define ENDPOINT "ORR"

static void
write_interval (RgmJsonWriter *json,
                const char    *name,
                double         lower,
                double         upper)
{
  rgm_json_writer_open_object (json, name);
  rgm_json_writer_add_number (json, "lower", lower);
  rgm_json_writer_add_number (json, "upper", upper);
  rgm_json_writer_end_object (json);
}

/* The conflicts and cautions that the rates of the arms carry, each once; %NULL without any. */
static char *
make_remarks (RgmDataSet  *data_set,
              char       **arms)
{
  static const char * const endpoints[] = { ENDPOINT, NULL };
  g_autoptr (GPtrArray) remarks = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; arms[i] != NULL; i++)
    {
      RgmTrial *trial;
      RgmArm *arm = rgm_data_set_find_arm (data_set, arms[i], &trial);
      g_autoptr (GPtrArray) found = arm != NULL ? rgm_number_remarks_find (trial, arm, endpoints) : g_ptr_array_new ();

      for (guint j = 0; j < found->len; j++)
        if (!g_ptr_array_find (remarks, g_ptr_array_index (found, j), NULL))
          g_ptr_array_add (remarks, g_object_ref (g_ptr_array_index (found, j)));
    }

  return rgm_number_remarks_join (remarks);
}

static char *
to_json (const RgmArmComparison *comparison,
         const char             *remarks,
         char                  **arms)
{
  g_autoptr (RgmJsonWriter) json = rgm_json_writer_new ();

  rgm_json_writer_begin_object (json);
  rgm_json_writer_add_strv (json, "arms", arms);
  rgm_json_writer_open_object (json, "difference");
  rgm_json_writer_add_number (json, "value", comparison->difference);
  write_interval (json, "newcombe", comparison->newcombe_lower, comparison->newcombe_upper);
  write_interval (json, "miettinen_nurminen", comparison->miettinen_nurminen_lower, comparison->miettinen_nurminen_upper);
  rgm_json_writer_end_object (json);
  rgm_json_writer_open_object (json, "fisher");
  rgm_json_writer_add_number (json, "p", comparison->p);
  rgm_json_writer_add_string (json, "reason", comparison->why_no_p);
  rgm_json_writer_end_object (json);
  rgm_json_writer_add_string (json, "reason", comparison->refusal);
  rgm_json_writer_add_string (json, "remarks", remarks);
  rgm_json_writer_end_object (json);

  return rgm_json_writer_finish (json);
}

static char *
to_text (const RgmArmComparison *comparison,
         const char             *remarks,
         double                  level,
         char                  **arms)
{
  g_autofree char *difference = rgm_comparison_text_difference (comparison, level);
  g_autofree char *test = rgm_comparison_text_test (comparison);
  g_autofree char *answer = NULL;

  if (comparison->refusal != NULL)
    return g_strdup_printf ("%s\n", difference);

  /* Translators: the ids of two arms, and the difference of their response rates with its intervals. */
  answer = g_strdup_printf (_("%s minus %s: %s\n%s\n"), arms[0], arms[1], difference, test);

  return remarks != NULL ? g_strconcat (answer, remarks, "\n", NULL) : g_steal_pointer (&answer);
}

/**
 * rgm_cli_compare:
 * @options: the call
 * @data_set: the data set
 *
 * Compares the response rates of two arms, or says why they are not to be compared.
 *
 * Returns: the exit status
 */
int
rgm_cli_compare (const RgmCliOptions *options,
                 RgmDataSet          *data_set)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  g_autofree char *remarks = NULL;
  RgmArmComparison comparison;

  if (g_strv_length (options->words) != 2)
    {
      rgm_cli_complain (_("Expected the ids of two arms: regimen compare ARM ARM"));
      return RGM_CLI_BAD_CALL;
    }
  if (!rgm_responses_check_arms (rgm_data_set_get_trials (data_set), (const char * const *) options->words, &error))
    return rgm_cli_fail (error);

  comparison = rgm_comparison_make_for_arms (data_set, options->words[0], options->words[1], ENDPOINT, options->level);
  remarks = make_remarks (data_set, options->words);
  text = options->format == RGM_CLI_JSON ? to_json (&comparison, remarks, options->words)
                                         : to_text (&comparison, remarks, options->level, options->words);

  return rgm_cli_answer (text);
}
