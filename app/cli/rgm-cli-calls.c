/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <glib/gi18n-lib.h>

#include "rgm-cli-calls.h"

#define WITH_DATA      (RGM_VERB_LIST | RGM_VERB_SHOW | RGM_VERB_POOL | RGM_VERB_CHART | RGM_VERB_SIGNAL)
#define WITH_SELECTION (RGM_VERB_LIST | RGM_VERB_POOL | RGM_VERB_CHART)
#define WITH_POOLING   (RGM_VERB_POOL | RGM_VERB_CHART)
#define WITH_SIGNAL    (RGM_VERB_SIGNAL | RGM_VERB_CHART)
#define WITH_TABLE     (RGM_VERB_LIST | RGM_VERB_POOL | RGM_VERB_SIGNAL)

static const char * const figures[] = { "response", "survival", "pathway", NULL };

static const RgmCliVerb verbs[] = {
  { RGM_VERB_LIST, "list", "", N_("List the trials, one a line."), NULL },
  { RGM_VERB_SHOW, "show", "TRIAL", N_("Show all there is of one trial."), NULL },
  { RGM_VERB_POOL, "pool", "", N_("Pool the response rates."), NULL },
  { RGM_VERB_CHART, "chart", "FIGURE", N_("Write a figure to a file: response, survival or pathway."), figures },
  { RGM_VERB_SIGNAL, "signal", "", N_("Show the pathway under agents and alterations."), NULL },
  { RGM_VERB_CHECK, "check", "FILE…", N_("Check data sets, and name the place of every fault."), NULL },
};

static const char * const groups[] = { "none", "class", "regimen", NULL };
static const char * const models[] = { "glmm", "reml", "dl", "pm", "common", NULL };
static const char * const intervals[] = { "clopper-pearson", "wilson", "agresti-coull", "jeffreys", NULL };
static const char * const themes[] = { "light", "dark", "contrast", "print", NULL };
static const char * const formats[] = { "text", "csv", "json", NULL };
static const char * const formats_of_show[] = { "text", "json", NULL };

/* clang-format off */
static const RgmCliOption options[] = {
  { RGM_CLI_KEY_DATA, WITH_DATA, "data", 0, N_("Another data set than the embedded one"), N_("FILE"), TRUE, NULL },
  { RGM_CLI_KEY_SEARCH, WITH_SELECTION, "search", 0, N_("Only the trials that match, as in the window’s search"), N_("QUERY"), FALSE, NULL },
  { RGM_CLI_KEY_SORT, RGM_VERB_LIST | RGM_VERB_CHART, "sort", 0, N_("name, orr, pfs, os, n, phase or status; -KEY for the other way"), N_("KEY"), FALSE, NULL },
  { RGM_CLI_KEY_ARMS, WITH_POOLING, "arms", 0, N_("Only these arms"), N_("ID,…"), FALSE, NULL },
  { RGM_CLI_KEY_BY, WITH_POOLING, "by", 0, N_("Subgroups: none, class or regimen"), N_("WHAT"), FALSE, groups },
  { RGM_CLI_KEY_MODEL, WITH_POOLING, "model", 0, N_("glmm, reml, dl, pm or common"), N_("MODEL"), FALSE, models },
  { RGM_CLI_KEY_INTERVAL, WITH_POOLING, "interval", 0, N_("clopper-pearson, wilson, agresti-coull or jeffreys"), N_("METHOD"), FALSE, intervals },
  { RGM_CLI_KEY_LEVEL, RGM_VERB_POOL, "level", 0, N_("Level of the intervals, 0.95 by default"), N_("LEVEL"), FALSE, NULL },
  { RGM_CLI_KEY_KNAPP_HARTUNG, RGM_VERB_POOL, "knapp-hartung", 0, N_("Knapp and Hartung’s interval, with reml, dl and pm"), NULL, FALSE, NULL },
  { RGM_CLI_KEY_LEAVE_ONE_OUT, RGM_VERB_POOL, "leave-one-out", 0, N_("Pool again without each of the arms"), NULL, FALSE, NULL },
  { RGM_CLI_KEY_OUTPUT, RGM_VERB_CHART, "output", 'o', N_("The file to write; its ending names the format: .svg, .pdf or .png"), N_("FILE"), TRUE, NULL },
  { RGM_CLI_KEY_SIZE, RGM_VERB_CHART, "size", 0, N_("Points for PDF and SVG, pixels for PNG"), N_("WIDTHxHEIGHT"), FALSE, NULL },
  { RGM_CLI_KEY_THEME, RGM_VERB_CHART, "theme", 0, N_("light, dark, contrast or print"), N_("THEME"), FALSE, themes },
  { RGM_CLI_KEY_AGENTS, WITH_SIGNAL, "agents", 0, N_("Agents that are given"), N_("ID,…"), FALSE, NULL },
  { RGM_CLI_KEY_ALTERATIONS, WITH_SIGNAL, "alterations", 0, N_("Alterations that the tumour has"), N_("ID,…"), FALSE, NULL },
  { RGM_CLI_KEY_CONDITIONS, WITH_SIGNAL, "conditions", 0, N_("Conditions that hold; empty for none"), N_("ID,…"), FALSE, NULL },
  { RGM_CLI_KEY_FORMAT, WITH_TABLE, "format", 0, N_("text (the default), csv or json"), N_("FORMAT"), FALSE, formats },
  { RGM_CLI_KEY_FORMAT, RGM_VERB_SHOW, "format", 0, N_("text (the default) or json"), N_("FORMAT"), FALSE, formats_of_show },
};
/* clang-format on */

/**
 * rgm_cli_verb_at:
 * @position: a number from 0
 *
 * Returns: (transfer none) (nullable): the verb there, or %NULL after the last one
 */
const RgmCliVerb *
rgm_cli_verb_at (guint position)
{
  return position < G_N_ELEMENTS (verbs) ? &verbs[position] : NULL;
}

/**
 * rgm_cli_option_at:
 * @position: a number from 0
 *
 * Returns: (transfer none) (nullable): the option there, or %NULL after the last one
 */
const RgmCliOption *
rgm_cli_option_at (guint position)
{
  return position < G_N_ELEMENTS (options) ? &options[position] : NULL;
}

/**
 * rgm_verb_from_name:
 * @name: a word of the call
 *
 * Returns: the verb, or %RGM_VERB_NONE if the word is none
 */
RgmVerb
rgm_verb_from_name (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    if (g_str_equal (verbs[i].name, name))
      return verbs[i].verb;

  return RGM_VERB_NONE;
}

/**
 * rgm_verb_names:
 *
 * Returns: (transfer none) (array zero-terminated=1): the verbs' names
 */
const char * const *
rgm_verb_names (void)
{
  static const char *names[G_N_ELEMENTS (verbs) + 1];

  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    names[i] = verbs[i].name;

  return names;
}
