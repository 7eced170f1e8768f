/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "rgm-cli-common.h"
#include "rgm-cli-input.h"
#include "rgm-curves-figure.h"
#include "rgm-deck.h"
#include "rgm-error.h"
#include "rgm-figure-kinds.h"
#include "rgm-punctuation.h"
#include "rgm-store-save.h"
#include "rgm-story-deck.h"

static const char *const usual_figures[] = { "response", "survival", "pathway", NULL };

static gboolean
find_format (const RgmCliOptions  *options,
             RgmDeckFormat        *format,
             GError              **error)
{
  g_autofree char *name = NULL;
  g_autofree char *ending = NULL;
  const char *dot;
  int found = -1;

  if (options->output == NULL)
    {
      g_set_error (error, RGM_ERROR, RGM_ERROR_CALL, _ ("Specify where to write the slides: --output=FILE."));
      return FALSE;
    }

  name = g_filename_display_name (options->output);
  dot = strrchr (name, '.');
  ending = dot != NULL ? g_ascii_strdown (dot + 1, -1) : NULL;
  if (ending != NULL)
    found = rgm_enum_find (RGM_TYPE_DECK_FORMAT, ending);
  *format = (RgmDeckFormat) MAX (found, 0);
  if (found >= 0)
    return TRUE;

  rgm_error_set (error, RGM_ERROR, RGM_ERROR_CALL,
                 _ ("--output: expected a file that ends in .pptx, .odp, .pdf or .zip, found “%s”."), name);

  return FALSE;
}

/* The figures that the call names, all of them of the same selection. */
static gboolean
add_figures (RgmDeck              *deck,
             const RgmCliOptions  *options,
             RgmDataSet           *data_set,
             GError              **error)
{
  const char *const *kinds = options->figures != NULL ? (const char *const *) options->figures : usual_figures;
  g_autoptr (RgmSelection) selection = NULL;

  for (guint i = 0; kinds[i] != NULL; i++)
    if (rgm_cli_find_figure (kinds[i], error) == NULL)
      return FALSE;

  selection = rgm_cli_select_origin (options, data_set, error);
  if (selection == NULL || (options->patient != NULL && !rgm_selection_set_patient (selection, options->patient, error)))
    return FALSE;

  for (guint i = 0; kinds[i] != NULL; i++)
    {
      g_autoptr (RgmFigure) figure = rgm_figure_new (kinds[i], selection);

      if (RGM_IS_CURVES_FIGURE (figure) && rgm_curves_figure_get_patients (RGM_CURVES_FIGURE (figure)) == NULL)
        {
          rgm_error_set (error, RGM_ERROR, RGM_ERROR_CALL,
                         _("“%s”: none of these arms has patients’ times or a published curve for the endpoint."), kinds[i]);
          return FALSE;
        }
      if (rgm_figure_kind_find_option (rgm_figure_get_kind (figure), "patient") != NULL && options->patient == NULL)
        {
          g_set_error_literal (error, RGM_ERROR, RGM_ERROR_CALL, _("The figure “patient” needs a patient: --patient=FACTS"));
          return FALSE;
        }
      rgm_deck_add_figure (deck, figure, NULL, NULL);
    }

  return TRUE;
}

/* ── Stories ─────────────────────────────────────────────────────────────────── */

static RgmStory *
read_story (const RgmCliOptions  *options,
            GError              **error)
{
  if (options->words[1] != NULL || options->figures != NULL || options->search != NULL || options->patient != NULL)
    {
      g_set_error_literal (error, RGM_ERROR, RGM_ERROR_CALL,
                           _("--figures, --search and --patient do not apply to a story, which defines its own slides. Expected one story."));
      return NULL;
    }

  return rgm_cli_read_story (options->words[0], error);
}

static void
add_story (RgmDeck             *deck,
           RgmStory            *story,
           const RgmCliOptions *options,
           RgmDataSet          *data_set)
{
  g_autoptr (RgmSelection) selection = rgm_selection_new ();

  rgm_selection_set_data_set (selection, data_set);
  rgm_cli_set_origin (options, selection);
  rgm_deck_add_story (deck, story, selection, rgm_cli_refuse_slide);
}

static gboolean
set_template (RgmDeck     *deck,
              const char  *path,
              GError     **error)
{
  g_autofree char *name = g_filename_display_name (path);
  g_autoptr (GError) fault = NULL;
  g_autoptr (GFile) file = rgm_cli_open_input (path, &fault);
  g_autoptr (GBytes) bytes = file != NULL ? g_file_load_bytes (file, NULL, NULL, &fault) : NULL;

  if (bytes != NULL && rgm_deck_set_template (deck, bytes, &fault))
    return TRUE;

  rgm_error_set (error, RGM_ERROR, RGM_ERROR_INPUT, "%s: %s", name, fault->message);

  return FALSE;
}

/* ── The call ────────────────────────────────────────────────────────────────── */

static gboolean
write_slides (const RgmCliOptions  *options,
              RgmDataSet           *data_set,
              GError              **error)
{
  /* Each was checked against its vocabulary. */
  RgmDeckOptions deck_options = {
    .title = data_set->title,
    .size = options->slide_size != NULL ? rgm_enum_find (RGM_TYPE_SLIDE_SIZE, options->slide_size) : RGM_SLIDE_SIZE_WIDE,
    .theme = options->theme != NULL ? rgm_enum_find (RGM_TYPE_THEME_KIND, options->theme) : RGM_THEME_LIGHT,
    .direction = rgm_reads_from_the_right () ? RGM_DIRECTION_RTL : RGM_DIRECTION_LTR,
    .with_method = options->method,
    .with_tables = options->tables,
    .handout = options->handout != NULL ? rgm_enum_find (RGM_TYPE_HANDOUT, options->handout) : RGM_HANDOUT_NONE,
    .images = options->images != NULL ? rgm_enum_find (RGM_TYPE_EXPORT_FORMAT, options->images) : RGM_EXPORT_SVG,
  };
  g_autoptr (RgmStory) story = NULL;
  g_autoptr (RgmDeck) deck = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GFile) file = NULL;
  RgmDeckFormat format;

  if (!find_format (options, &format, error))
    return FALSE;
  if (deck_options.handout != RGM_HANDOUT_NONE && format != RGM_DECK_PDF)
    {
      g_set_error_literal (error, RGM_ERROR, RGM_ERROR_CALL, _ ("--handout: expected an --output that ends in .pdf."));
      return FALSE;
    }
  if (options->template != NULL && (format != RGM_DECK_PPTX || options->slide_size != NULL || options->theme != NULL))
    {
      g_set_error_literal (error, RGM_ERROR, RGM_ERROR_CALL,
                           _ ("--template: expected an --output that ends in .pptx, and no --size or --theme, which are the template’s."));
      return FALSE;
    }
  if (options->words[0] != NULL)
    {
      story = read_story (options, error);
      if (story == NULL)
        return FALSE;
      if (rgm_story_get_title (story) != NULL)
        deck_options.title = rgm_story_get_title (story);
    }

  deck = rgm_deck_new (&deck_options);
  if (options->template != NULL && !set_template (deck, options->template, error))
    return FALSE;
  if (story != NULL)
    add_story (deck, story, options, data_set);
  else if (!add_figures (deck, options, data_set, error))
    return FALSE;

  bytes = rgm_deck_write (deck, format, error);
  if (bytes == NULL)
    return FALSE;

  file = g_file_new_for_commandline_arg (options->output);

  return rgm_store_save (bytes, file, NULL, error);
}

/**
 * rgm_cli_slides:
 * @options: a call
 * @data_set: a data set
 *
 * Writes slides to a file.
 *
 * Returns: the exit status
 */
int
rgm_cli_slides (const RgmCliOptions *options,
                RgmDataSet          *data_set)
{
  g_autoptr (GError) error = NULL;

  if (!write_slides (options, data_set, &error))
    return rgm_cli_fail (error);

  return RGM_CLI_GOOD;
}
