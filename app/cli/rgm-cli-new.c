/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <glib/gi18n-lib.h>

#include "rgm-cli-common.h"
#include "rgm-error.h"
#include "rgm-store-save.h"
#include "rgm-store-write.h"

#define BUILTIN "builtin"

/* The least that is a data set, as of today. What its author has to fill in says so. */
static RgmDataSet *
make_empty (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  RgmLicence licence = {
    .name = _("Not yet chosen"),
    .credit = _("Not yet stated"),
  };
  RgmDataSet fields = {
    .format = RGM_FORMAT,
    .id = "new-data-set",
    .title = _("New data set"),
    .licence = &licence,
  };

  g_date_set_dmy (&fields.as_of, (GDateDay) g_date_time_get_day_of_month (now),
                  (GDateMonth) g_date_time_get_month (now), (GDateYear) g_date_time_get_year (now));

  return rgm_record_new (&rgm_data_set_description, &fields);
}

static gboolean
check_call (const RgmCliOptions  *options,
            GError              **error)
{
  if (options->words[0] != NULL)
    rgm_error_set (error, RGM_ERROR, RGM_ERROR_CALL, _("Expected only options, found “%s”."), options->words[0]);
  else if (options->output == NULL)
    g_set_error (error, RGM_ERROR, RGM_ERROR_CALL, _("Specify the file to write: --output=FILE."));
  else
    return TRUE;

  return FALSE;
}

/**
 * rgm_cli_new:
 * @options: a call
 *
 * Writes a data set to start from.
 *
 * Returns: the exit status
 */
int
rgm_cli_new (const RgmCliOptions *options)
{
  g_autoptr (RgmDataSet) data_set = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GFile) file = NULL;
  g_autoptr (GError) error = NULL;

  if (!check_call (options, &error))
    return rgm_cli_fail (error);

  if (options->from == NULL)
    data_set = make_empty ();
  else
    data_set = rgm_cli_load (g_str_equal (options->from, BUILTIN) ? NULL : options->from);

  if (data_set == NULL)
    return RGM_CLI_BAD_DATA;

  bytes = rgm_store_write_data_set (data_set);
  file = g_file_new_for_commandline_arg (options->output);
  if (!rgm_store_save_document (bytes, file, NULL, NULL, NULL, &error))
    return rgm_cli_fail (error);

  return RGM_CLI_GOOD;
}
