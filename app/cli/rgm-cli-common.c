/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <errno.h>
#include <stdio.h>

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

#include "rgm-cli-common.h"
#include "rgm-cli-input.h"
#include "rgm-did-you-mean.h"
#include "rgm-error.h"
#include "rgm-faults.h"
#include "rgm-figure-kinds.h"
#include "rgm-load.h"
#include "rgm-punctuation.h"
#include "rgm-text-flaw.h"

/**
 * rgm_cli_complain:
 * @format: what is wrong, as in printf(), without a line feed
 * @...: what goes into it
 *
 * Says to a person at a shell what is wrong: on standard error, after the program's name.
 */
void
rgm_cli_complain (const char *format,
                  ...)
{
  g_autoptr (GString) line = g_string_new ("regimen: ");
  va_list args;

  va_start (args, format);
  rgm_text_append_vprintf (line, format, args);
  va_end (args);

  g_string_append_c (line, '\n');
  rgm_cli_print_faults (line->str);
}

/**
 * rgm_cli_print_faults:
 * @text: lines, each with its line feed
 *
 * Writes to standard error. Names of files and what was found in them may contain what a terminal would obey; it is shown instead.
 */
void
rgm_cli_print_faults (const char *text)
{
  g_autofree char *escaped = rgm_text_escape (text);

  g_printerr ("%s", escaped);
}

/**
 * rgm_cli_answer:
 * @text: an answer, in UTF-8
 *
 * Writes an answer to standard output, byte for byte: what another program reads must
 * not change with the locale. An answer that can't be written whole is a fault.
 *
 * Returns: the exit status
 */
int
rgm_cli_answer (const char *text)
{
  gsize length = strlen (text);

  if (fwrite (text, 1, length, stdout) == length && fflush (stdout) == 0)
    return RGM_CLI_GOOD;

  rgm_cli_complain (_("The output could not be written: %s"), g_strerror (errno));
  return RGM_CLI_BAD_DATA;
}

/**
 * rgm_cli_fail:
 * @error: what is wrong
 *
 * Says what is wrong.
 *
 * Returns: the exit status: 2 where @error is one of the call, else 1
 */
int
rgm_cli_fail (const GError *error)
{
  rgm_cli_complain ("%s", error->message);

  return error->domain == G_OPTION_ERROR ||
         g_error_matches (error, RGM_ERROR, RGM_ERROR_CALL)
           ? RGM_CLI_BAD_CALL : RGM_CLI_BAD_DATA;
}

/**
 * rgm_cli_load:
 * @path: (type filename) (nullable): a file, or %NULL for the embedded data set
 *
 * Loads a data set, and says every fault that it has.
 *
 * Returns: (transfer full) (nullable): the data set, or %NULL if there is none
 */
RgmDataSet *
rgm_cli_load (const char *path)
{
  g_autoptr (RgmFaults) faults = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (RgmDataSet) data_set = NULL;

  if (path != NULL)
    {
      g_autoptr (GFile) file = rgm_cli_open_input (path, &error);

      if (file == NULL)
        {
          g_autofree char *name = g_filename_display_name (path);

          rgm_cli_complain ("%s: %s", name, error->message);
          return NULL;
        }
      data_set = rgm_load_file (file, NULL, &faults, &error);
    }
  else
    {
      data_set = rgm_load_embedded (NULL, &faults, &error);
    }

  if (data_set != NULL)
    return g_steal_pointer (&data_set);

  if (faults != NULL && rgm_faults_get_size (faults) > 0 && path != NULL)
    {
      g_autofree char *name = g_filename_display_name (path);
      g_autofree char *prefix = rgm_text_printf ("regimen: %s", name);
      g_autofree char *text = rgm_faults_to_text (faults, prefix);

      rgm_cli_print_faults (text);
    }
  else
    {
      rgm_cli_complain ("%s", error->message);
    }

  return NULL;
}

/**
 * rgm_cli_select:
 * @options: a call
 * @data_set: a data set
 *
 * @error: the return location for an error of %RGM_ERROR_CALL
 *
 * Finds the trials that the call asks for, in the order that it asks for.
 *
 * Returns: (transfer full) (nullable): the selection, or %NULL if the query is at fault
 */
RgmSelection *
rgm_cli_select (const RgmCliOptions  *options,
                RgmDataSet           *data_set,
                GError              **error)
{
  g_autoptr (RgmSelection) selection = rgm_selection_new ();

  rgm_selection_set_data_set (selection, data_set);
  if (options->sort != NULL)
    rgm_selection_set_sort (selection, options->sort);
  if (options->search != NULL)
    rgm_selection_set_text (selection, options->search);

  if (rgm_selection_get_fault (selection) != NULL)
    {
      rgm_error_set (error, RGM_ERROR, RGM_ERROR_CALL, "--search: %s", rgm_selection_get_fault (selection));
      return NULL;
    }

  return g_steal_pointer (&selection);
}

/**
 * rgm_cli_set_origin:
 * @options: a call
 * @selection: a selection of the call's data set
 *
 * Tells the selection which file its data set is from.
 */
void
rgm_cli_set_origin (const RgmCliOptions *options,
                    RgmSelection        *selection)
{
  g_autoptr (GFile) file = NULL;
  g_autofree char *name = NULL;
  g_autofree char *display_name = NULL;

  if (options->data == NULL)
    return;

  file = rgm_cli_open_input (options->data, NULL);
  if (file == NULL)
    return;

  name = g_path_get_basename (options->data);
  display_name = g_filename_display_name (name);
  rgm_selection_set_origin (selection, display_name, rgm_load_is_changed_copy (rgm_selection_get_data_set (selection), file));
}

/**
 * rgm_cli_select_origin:
 * @options: a call
 * @data_set: a data set
 * @error: where an error in the query goes
 *
 * Returns: (transfer full) (nullable): the trials that the call selects, with the file that they are from
 */
RgmSelection *
rgm_cli_select_origin (const RgmCliOptions  *options,
                       RgmDataSet           *data_set,
                       GError              **error)
{
  g_autoptr (RgmSelection) selection = rgm_cli_select (options, data_set, error);

  if (selection != NULL)
    rgm_cli_set_origin (options, selection);

  return g_steal_pointer (&selection);
}

/**
 * rgm_cli_find_figure:
 * @id: what the call names
 * @error: where the error goes if it is no kind of figure
 *
 * Returns: (transfer none) (nullable): @id
 */
const char *
rgm_cli_find_figure (const char  *id,
                     GError     **error)
{
  g_auto (GStrv) kinds = rgm_figure_list_kinds ();
  g_autofree char *list = rgm_join_words (kinds);
  const char *close;

  if (g_strv_contains ((const char * const *) kinds, id))
    return id;

  close = rgm_did_you_mean (id, (const char **) kinds);
  if (close != NULL)
    rgm_error_set (error, RGM_ERROR, RGM_ERROR_CALL, _("There is no figure “%s”. Did you mean “%s”?"), id, close);
  else
    rgm_error_set (error, RGM_ERROR, RGM_ERROR_CALL, _("There is no figure “%s”. Available figures: %s."), id, list);

  return NULL;
}

/**
 * rgm_cli_read_story:
 * @path: (type filename): a file
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the story that it holds
 */
RgmStory *
rgm_cli_read_story (const char  *path,
                    GError     **error)
{
  g_autofree char *name = g_filename_display_name (path);
  g_autoptr (GError) fault = NULL;
  g_autoptr (GFile) file = rgm_cli_open_input (path, &fault);
  g_autoptr (GBytes) bytes = file != NULL ? g_file_load_bytes (file, NULL, NULL, &fault) : NULL;
  RgmStory *story = bytes != NULL ? rgm_story_read (bytes, &fault) : NULL;

  if (story == NULL)
    rgm_error_set (error, RGM_ERROR, RGM_ERROR_INPUT, "%s: %s", name, fault->message);

  return story;
}

/* Says why a slide of a story can't be shown; see RgmStoryRefusal. */
void
rgm_cli_refuse_slide (const char *title,
                      const char *reason)
{
  rgm_cli_complain ("%s: %s", title, reason);
}
