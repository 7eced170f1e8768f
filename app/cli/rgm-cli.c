/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <glib/gi18n-lib.h>

#include "rgm-cli-common.h"
#include "rgm-cli.h"
#include "rgm-did-you-mean.h"

/* Whether the call has @option before a lone '--', which ends the options. */
static gboolean
has_option (char       **arguments,
            const char  *option,
            const char  *short_option)
{
  for (guint i = 0; arguments[i] != NULL && !g_str_equal (arguments[i], "--"); i++)
    if (g_str_equal (arguments[i], option) || g_strcmp0 (arguments[i], short_option) == 0)
      return TRUE;

  return FALSE;
}

static int
run_verb (RgmVerb   verb,
          char    **arguments)
{
  g_autoptr (RgmCliOptions) options = NULL;
  g_autoptr (RgmDataSet) data_set = NULL;
  g_autoptr (GError) error = NULL;

  options = rgm_cli_options_parse (verb, arguments, &error);
  if (options == NULL)
    return rgm_cli_fail (error);

  if (verb == RGM_VERB_CHECK)
    return rgm_cli_check (options);
  if (verb == RGM_VERB_NEW)
    return rgm_cli_new (options);
  if (verb == RGM_VERB_CURVES && options->words[0] != NULL)
    return rgm_cli_curves (options, NULL);
  if (verb == RGM_VERB_RECONSTRUCT)
    return rgm_cli_reconstruct (options);
  if (verb == RGM_VERB_IMPORT)
    return rgm_cli_import (options);
  if (verb == RGM_VERB_CHANGES)
    return rgm_cli_changes (options);

  /* What a verb can say without a data set, it says before one is loaded. */
  if ((verb == RGM_VERB_LIST || verb == RGM_VERB_POOL || verb == RGM_VERB_SIGNAL) &&
      options->words[0] != NULL)
    {
      rgm_cli_complain (_("Expected only options, found “%s”."), options->words[0]);
      return RGM_CLI_BAD_CALL;
    }

  data_set = rgm_cli_load (options->data);
  if (data_set == NULL)
    return RGM_CLI_BAD_DATA;

  switch (verb)
    {
    case RGM_VERB_LIST:
      return rgm_cli_list (options, data_set);
    case RGM_VERB_SHOW:
      return rgm_cli_show (options, data_set);
    case RGM_VERB_POOL:
      return rgm_cli_pool (options, data_set);
    case RGM_VERB_CHART:
      return rgm_cli_chart (options, data_set);
    case RGM_VERB_SIGNAL:
      return rgm_cli_signal (options, data_set);
    case RGM_VERB_MATCH:
      return rgm_cli_match (options, data_set);
    case RGM_VERB_CURVES:
      return rgm_cli_curves (options, data_set);
    case RGM_VERB_CITE:
      return rgm_cli_cite (options, data_set);
    case RGM_VERB_COMPARE:
      return rgm_cli_compare (options, data_set);
    case RGM_VERB_SLIDES:
      return rgm_cli_slides (options, data_set);
    case RGM_VERB_CHECK:
    case RGM_VERB_NEW:
    case RGM_VERB_RECONSTRUCT:
    case RGM_VERB_IMPORT:
    case RGM_VERB_CHANGES:
    case RGM_VERB_NONE:
    default:
      g_return_val_if_reached (RGM_CLI_BAD_CALL);
    }
}

/* A word that is no verb is a file for the window, if it is one; a slip of the hand is
 * not to open a window. */
static gboolean
is_for_window (char **arguments)
{
  g_autofree char *name = NULL;
  const char *near;

  for (guint i = 1; arguments[i] != NULL; i++)
    {
      if (g_str_has_prefix (arguments[i], "--gapplication-") || g_str_equal (arguments[i], "--"))
        continue;
      if (*arguments[i] == '-')
        {
          rgm_cli_complain (_("Unknown option %s. “regimen --help” lists the options."), arguments[i]);
          return FALSE;
        }
      if (g_file_test (arguments[i], G_FILE_TEST_EXISTS) || strstr (arguments[i], "://") != NULL)
        continue;

      name = g_filename_display_name (arguments[i]);
      near = rgm_did_you_mean (name, rgm_verb_names ());
      if (near != NULL && !g_str_equal (near, name))
        rgm_cli_complain (_("“%s” is neither a command nor a file. Did you mean “%s”?"), name, near);
      else
        rgm_cli_complain (_("“%s” is neither a command nor a file. “regimen --help” lists the commands."), name);
      return FALSE;
    }

  return TRUE;
}

/**
 * rgm_cli_run:
 * @argc: how many arguments there are
 * @argv: the arguments, the program's name first
 * @status: (out): the exit status: 0, 1 where the input is at fault, 2 where the call is
 *
 * Answers a call of the program that needs no display.
 *
 * Returns: whether the call is answered; if not, it is for the window
 */
gboolean
rgm_cli_run (int    argc,
             char **argv,
             int   *status)
{
  g_autoptr (GStrvBuilder) rest = g_strv_builder_new ();
  g_auto (GStrv) arguments = NULL;
  RgmVerb verb = argc > 1 ? rgm_verb_from_name (argv[1]) : RGM_VERB_NONE;

  for (int i = 0; i < argc; i++)
    if (i != 1 || verb == RGM_VERB_NONE)
      g_strv_builder_add (rest, argv[i]);
  arguments = g_strv_builder_end (rest);

  if (has_option (arguments, "--help", "-h"))
    {
      g_autofree char *help = rgm_cli_help (verb);

      *status = rgm_cli_answer (help);
      return TRUE;
    }

  if (has_option (arguments, "--version", NULL))
    {
      *status = rgm_cli_answer ("regimen " RGM_VERSION "\n");
      return TRUE;
    }

  if (verb != RGM_VERB_NONE)
    {
      *status = run_verb (verb, arguments);
      return TRUE;
    }

  *status = RGM_CLI_BAD_CALL;
  return argc > 0 && !is_for_window (arguments);
}
