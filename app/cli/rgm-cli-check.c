/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

#include "rgm-cli-common.h"
#include "rgm-cli-input.h"
#include "rgm-doubts.h"
#include "rgm-faults.h"
#include "rgm-isolate.h"
#include "rgm-load.h"
#include "rgm-remark.h"
#include "rgm-text-flaw.h"

/* What is no fault, but should be looked at again. */
static void
warn (GString    *answer,
      const char *name,
      RgmDataSet *data_set)
{
  g_autoptr (GPtrArray) doubts = rgm_doubts_find_in_data_set (data_set);

  for (guint i = 0; i < doubts->len; i++)
    {
      const RgmDoubt *doubt = g_ptr_array_index (doubts, i);
      g_autofree char *text = rgm_text_escape (doubt->text);

      rgm_text_append_printf (answer, _("%s: warning: %s: %s"), name, doubt->path, text);
      g_string_append_c (answer, '\n');
    }
}

static gboolean
check_file (const char *path,
            GString    *answer)
{
  g_autofree char *name = g_filename_display_name (path);
  g_autoptr (RgmFaults) faults = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = rgm_cli_open_input (path, &error);
  g_autoptr (RgmDataSet) data_set = file != NULL ? rgm_load_file (file, NULL, &faults, &error) : NULL;
  guint n;

  if (data_set != NULL)
    {
      g_autofree char *shown = rgm_text_escape (name);

      n = g_list_model_get_n_items (rgm_data_set_get_trials (data_set));
      rgm_text_append_printf (answer, ngettext ("%s: valid, %u trial", "%s: valid, %u trials", n), shown, n);
      g_string_append_c (answer, '\n');
      warn (answer, shown, data_set);
      return TRUE;
    }

  if (faults != NULL && rgm_faults_get_size (faults) > 0)
    {
      g_autofree char *prefix = rgm_text_printf ("regimen: %s", name);
      g_autofree char *text = rgm_faults_to_text (faults, prefix);

      rgm_cli_print_faults (text);
    }
  else
    {
      rgm_cli_complain ("%s: %s", name, error->message);
    }

  return FALSE;
}

/**
 * rgm_cli_check:
 * @options: the call
 *
 * Says of each file whether it is a good data set, and if not every fault with its place. A good one may come with
 * warnings, which don't change the status.
 *
 * Returns: the exit status
 */
int
rgm_cli_check (const RgmCliOptions *options)
{
  g_autoptr (GString) answer = g_string_new (NULL);
  gboolean good = TRUE;
  int status;

  if (options->words[0] == NULL)
    {
      rgm_cli_complain (_("Expected a file to check: regimen check FILE…"));
      return RGM_CLI_BAD_CALL;
    }

  for (guint i = 0; options->words[i] != NULL; i++)
    good = check_file (options->words[i], answer) && good;

  status = rgm_cli_answer (answer->str);
  return good ? status : RGM_CLI_BAD_DATA;
}
