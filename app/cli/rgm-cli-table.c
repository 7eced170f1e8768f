/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <glib/gi18n-lib.h>

#include "rgm-cli-table.h"
#include "rgm-deck.h"
#include "rgm-figure-kinds.h"
#include "rgm-order.h"
#include "rgm-patient-groups.h"
#include "rgm-pooling-options.h"
#include "rgm-punctuation.h"
#include "rgm-reference-list.h"
#include "rgm-survival-analysis.h"
#include "rgm-theme.h"
#include "rgm-unit.h"

#define WITH_DATA      (RGM_VERB_LIST | RGM_VERB_SHOW | RGM_VERB_POOL | RGM_VERB_CHART | RGM_VERB_SIGNAL | RGM_VERB_MATCH | RGM_VERB_COMPARE | RGM_VERB_SLIDES | RGM_VERB_CITE | RGM_VERB_CURVES)
#define WITH_SELECTION (RGM_VERB_LIST | RGM_VERB_POOL | RGM_VERB_CHART | RGM_VERB_SLIDES | RGM_VERB_CURVES)
#define WITH_POOLING   (RGM_VERB_POOL | RGM_VERB_CHART)
#define WITH_SIGNAL    (RGM_VERB_SIGNAL | RGM_VERB_CHART)
#define WITH_TIMES     (RGM_VERB_CURVES | RGM_VERB_CHART)
#define WITH_TABLE     (RGM_VERB_LIST | RGM_VERB_POOL | RGM_VERB_SIGNAL | RGM_VERB_CURVES)

static const RgmCliVerb verbs[] = {
  { RGM_VERB_LIST, "list", "", N_("List the trials, one per line."), NULL },
  { RGM_VERB_SHOW, "show", "TRIAL", N_("Show everything about one trial, or about an agent, regimen or biomarker, or the data set, by its id."), NULL },
  { RGM_VERB_POOL, "pool", "", N_("Pool the response rates."), NULL },
  { RGM_VERB_CHART, "chart", "FIGURE", N_("Write a figure to a file: response, survival, curves, scatter, pathway or patient."), rgm_figure_list_kinds },
  { RGM_VERB_SIGNAL, "signal", "", N_("Show the pathway under agents and alterations."), NULL },
  { RGM_VERB_MATCH, "match", "", N_("Show which trials fit a patient, which do not and why, and which findings are missing."), NULL },
  { RGM_VERB_CHECK, "check", "FILE…", N_("Check data sets and report the location of every problem."), NULL },
  { RGM_VERB_NEW, "new", "", N_("Write a new data set, either empty or a copy."), NULL },
  { RGM_VERB_CURVES, "curves", "[FILE…]", N_("Analyse survival from patients’ times, or from the curves of a data set."), NULL },
  { RGM_VERB_RECONSTRUCT, "reconstruct", "CURVE", N_("Reconstruct patients’ times from a digitised survival curve."), NULL },
  { RGM_VERB_COMPARE, "compare", "ARM ARM", N_("Compare the response rates of two arms of one trial."), NULL },
  { RGM_VERB_IMPORT, "import", "FILE…", N_("Merge registries’ records and exports into a data set."), NULL },
  { RGM_VERB_CHANGES, "changes", "OLD NEW", N_("Show what differs between two data sets, or what a registry’s file would change."), NULL },
  { RGM_VERB_CITE, "cite", "[TRIAL…]", N_("Write the references of trials, of a story, or of the whole data set."), NULL },
  { RGM_VERB_SLIDES, "slides", "[STORY]", N_("Write the slides of a story, or of figures, to a file."), NULL },
};

static const RgmEnumTerm formats[] = {
  RGM_ENUM_TERM (RGM_CLI_TEXT, "text", NULL),
  RGM_ENUM_TERM (RGM_CLI_CSV, "csv", NULL),
  RGM_ENUM_TERM (RGM_CLI_JSON, "json", NULL),
};

RGM_DEFINE_ENUM (RgmCliFormat, rgm_cli_format, NULL, formats)

#define TEXT_OR_JSON (1u << RGM_CLI_TEXT | 1u << RGM_CLI_JSON)
#define TIMES        (1u << RGM_UNIT_DAYS | 1u << RGM_UNIT_WEEKS | 1u << RGM_UNIT_MONTHS | 1u << RGM_UNIT_YEARS)
#define SVG_OR_PNG   (1u << RGM_EXPORT_SVG | 1u << RGM_EXPORT_PNG)

/* Any origin but that the times are the patients' own. */
#define RECONSTRUCTED                                                                           \
  (1u << RGM_TIMES_FROM_AT_RISK_AND_EVENTS | 1u << RGM_TIMES_FROM_AT_RISK | 1u << RGM_TIMES_FROM_EVENTS | \
   1u << RGM_TIMES_FROM_PATIENTS)

/* clang-format off */
static const RgmCliOption options[] = {
  { RGM_CLI_KEY_DATA, WITH_DATA, "data", 0, N_("Use this data set instead of the embedded one"), N_("FILE"), TRUE },
  { RGM_CLI_KEY_SEARCH, WITH_SELECTION, "search", 0, N_("Only trials that match the query, as in the window’s search"), N_("QUERY") },
  { RGM_CLI_KEY_SORT, RGM_VERB_LIST | RGM_VERB_CHART, "sort", 0, N_("Sort order; -KEY reverses it"), N_("KEY"), .vocabulary = rgm_sort_key_get_type, .is_reversible = TRUE },
  { RGM_CLI_KEY_ARMS, WITH_POOLING | RGM_VERB_CURVES, "arms", 0, N_("Only these arms"), N_("ID,…") },
  { RGM_CLI_KEY_BY, WITH_POOLING, "by", 0, N_("Subgroups"), N_("GROUPING"), .vocabulary = rgm_pooling_by_get_type },
  { RGM_CLI_KEY_MODEL, RGM_VERB_POOL, "model", 0, N_("Pooling model, or all of them side by side"), N_("MODEL"), .vocabulary = rgm_pooling_model_get_type, .also = RGM_CLI_ALL_MODELS },
  { RGM_CLI_KEY_MODEL, RGM_VERB_CHART, "model", 0, N_("Pooling model"), N_("MODEL"), .vocabulary = rgm_pooling_model_get_type },
  { RGM_CLI_KEY_INTERVAL, WITH_POOLING, "interval", 0, N_("Confidence interval of each arm’s rate"), N_("METHOD"), .vocabulary = rgm_rate_interval_get_type },
  { RGM_CLI_KEY_LEVEL, RGM_VERB_POOL | RGM_VERB_CHART | RGM_VERB_CURVES | RGM_VERB_COMPARE, "level", 0, N_("Confidence level, 0.95 by default"), N_("LEVEL") },
  { RGM_CLI_KEY_KNAPP_HARTUNG, RGM_VERB_POOL, "knapp-hartung", 0, N_("Knapp–Hartung interval, with reml, dl and pm") },
  { RGM_CLI_KEY_LEAVE_ONE_OUT, RGM_VERB_POOL, "leave-one-out", 0, N_("Repeat the analysis leaving out each arm in turn") },
  { RGM_CLI_KEY_EACH_ARM, RGM_VERB_LIST, "each-arm", 0, N_("With --format=csv: a row for each arm, with values, bounds and units in columns of their own") },
  { RGM_CLI_KEY_SET, RGM_VERB_CHART, "set", 0, N_("Set an option of the figure, such as counts=no; may be given more than once"), N_("OPTION=VALUE"), .is_list = TRUE },
  { RGM_CLI_KEY_OUTPUT, RGM_VERB_CHART, "output", 'o', N_("The file to write; its extension sets the format: .svg, .pdf, .png or .fodg"), N_("FILE"), TRUE },
  { RGM_CLI_KEY_DATA, RGM_VERB_IMPORT, "data", 0, N_("The data set to merge into; a new one if left out"), N_("FILE"), TRUE },
  { RGM_CLI_KEY_OUTPUT, RGM_VERB_NEW | RGM_VERB_IMPORT, "output", 'o', N_("The data set to write"), N_("FILE"), TRUE },
  { RGM_CLI_KEY_OUTPUT, RGM_VERB_SLIDES, "output", 'o', N_("The file to write; its ending names the format: .pptx, .odp, .pdf or .zip"), N_("FILE"), TRUE },
  { RGM_CLI_KEY_FIGURES, RGM_VERB_SLIDES, "figures", 0, N_("The figures on the slides"), N_("FIGURE,…"), .list = rgm_figure_list_kinds },
  { RGM_CLI_KEY_SLIDE_SIZE, RGM_VERB_SLIDES, "size", 0, N_("Size of the slides"), N_("SIZE"), .vocabulary = rgm_slide_size_get_type },
  { RGM_CLI_KEY_IMAGES, RGM_VERB_SLIDES, "images", 0, N_("Format of the images in an archive"), N_("FORMAT"), .vocabulary = rgm_export_format_get_type, .values = SVG_OR_PNG },
  { RGM_CLI_KEY_TABLES, RGM_VERB_SLIDES, "tables", 0, N_("After each chart, slides with its table") },
  { RGM_CLI_KEY_METHOD, RGM_VERB_SLIDES, "method", 0, N_("The method on the slides as well as in the notes") },
  { RGM_CLI_KEY_HANDOUT, RGM_VERB_SLIDES, "handout", 0, N_("Pages of a PDF: the slides with their notes, or 1, 2, 3 or 6 slides to a page"), N_("PAGES"), .vocabulary = rgm_handout_get_type },
  { RGM_CLI_KEY_TEMPLATE, RGM_VERB_SLIDES, "template", 0, N_("A PowerPoint file whose layouts, fonts and colours the slides adopt"), N_("FILE"), TRUE },
  { RGM_CLI_KEY_STORY, RGM_VERB_CITE, "story", 0, N_("The trials that this story shows, and its pathways"), N_("FILE"), TRUE },
  { RGM_CLI_KEY_FROM, RGM_VERB_NEW, "from", 0, N_("Copy this data set; “builtin” means the embedded one"), N_("FILE"), TRUE },
  { RGM_CLI_KEY_SIZE, RGM_VERB_CHART, "size", 0, N_("Size in points for PDF and SVG, in pixels for PNG"), N_("WIDTHxHEIGHT") },
  { RGM_CLI_KEY_THEME, RGM_VERB_CHART | RGM_VERB_SLIDES, "theme", 0, N_("Colours"), N_("THEME"), .vocabulary = rgm_theme_kind_get_type },
  { RGM_CLI_KEY_AGENTS, WITH_SIGNAL, "agents", 0, N_("Agents in the treatment"), N_("ID,…") },
  { RGM_CLI_KEY_ALTERATIONS, WITH_SIGNAL, "alterations", 0, N_("Alterations of the tumour"), N_("ID,…") },
  { RGM_CLI_KEY_CONDITIONS, WITH_SIGNAL, "conditions", 0, N_("Conditions that are present; empty for none"), N_("ID,…") },
  { RGM_CLI_KEY_FORMAT, WITH_TABLE, "format", 0, N_("Output format, text by default"), N_("FORMAT"), .vocabulary = rgm_cli_format_get_type },
  { RGM_CLI_KEY_TIME, WITH_TIMES, "time", 0, N_("The time column, if its name is not recognised"), N_("COLUMN") },
  { RGM_CLI_KEY_STATUS, WITH_TIMES, "status", 0, N_("The column of event status"), N_("COLUMN") },
  { RGM_CLI_KEY_EVENT, WITH_TIMES, "event", 0, N_("The status value that marks an event"), N_("VALUE") },
  { RGM_CLI_KEY_GROUP, WITH_TIMES, "group", 0, N_("The column of groups"), N_("COLUMN") },
  { RGM_CLI_KEY_GROUP, RGM_VERB_RECONSTRUCT, "group", 0, N_("The arm to reconstruct: names the group and selects its numbers at risk"), N_("NAME") },
  { RGM_CLI_KEY_UNIT, WITH_TIMES, "unit", 0, N_("Unit of the times"), N_("UNIT"), .vocabulary = rgm_unit_get_type, .values = TIMES },
  { RGM_CLI_KEY_TRANSFORM, WITH_TIMES, "transform", 0, N_("Transformation for confidence intervals, log by default"), N_("SCALE"), .vocabulary = rgm_survival_interval_get_type },
  { RGM_CLI_KEY_AT, WITH_TIMES, "at", 0, N_("Times at which to report numbers at risk and survival"), N_("TIME,…") },
  { RGM_CLI_KEY_TAU, WITH_TIMES, "tau", 0, N_("Restriction time for mean survival"), N_("TIME") },
  { RGM_CLI_KEY_REFERENCE, WITH_TIMES & ~RGM_VERB_CHART, "reference", 0, N_("The reference group for comparisons"), N_("GROUP") },
  { RGM_CLI_KEY_REFERENCE, RGM_VERB_CHART, "reference", 0, N_("Survival curves: the reference group; response: the rate, in percent, at which a line is drawn"), N_("GROUP|RATE") },
  { RGM_CLI_KEY_TIMES, RGM_VERB_CHART, "times", 0, N_("Patients’ times, for the figure of survival curves"), N_("FILE"), TRUE },
  { RGM_CLI_KEY_RECONSTRUCTED, WITH_TIMES, "reconstructed", 0, N_("The times are reconstructed from a published curve; says what else was known"), N_("KNOWN"), .vocabulary = rgm_times_origin_get_type, .values = RECONSTRUCTED },
  { RGM_CLI_KEY_ENDPOINT, WITH_TIMES, "endpoint", 0, N_("Survival curves: the endpoint; by default the one with the most curves"), N_("ID") },
  { RGM_CLI_KEY_FAILURE, RGM_VERB_CHART, "failure", 0, N_("Survival curves: draw 1 − survival") },
  { RGM_CLI_KEY_PROBABILITY, RGM_VERB_CHART, "probability", 0, N_("Survival curves: an axis of probabilities from 0 to 1") },
  { RGM_CLI_KEY_AT_RISK, RGM_VERB_RECONSTRUCT, "at-risk", 0, N_("Published numbers at risk: time, number at risk"), N_("FILE"), TRUE },
  { RGM_CLI_KEY_PATIENTS, RGM_VERB_RECONSTRUCT, "patients", 0, N_("Published number of patients"), N_("N") },
  { RGM_CLI_KEY_EVENTS, RGM_VERB_RECONSTRUCT, "events", 0, N_("Published number of events"), N_("D") },
  { RGM_CLI_KEY_OUTPUT, RGM_VERB_RECONSTRUCT, "output", 'o', N_("The file to write: time,status,group"), N_("FILE"), TRUE },
  { RGM_CLI_KEY_FORMAT, RGM_VERB_RECONSTRUCT | RGM_VERB_COMPARE, "format", 0, N_("Output format, text by default"), N_("FORMAT"), .vocabulary = rgm_cli_format_get_type, .values = TEXT_OR_JSON },
  { RGM_CLI_KEY_PATIENT, RGM_VERB_MATCH | RGM_VERB_CHART | RGM_VERB_SLIDES, "patient", 0, N_("The patient’s findings, such as her2:ihc-3+ ras:wt lines:2"), N_("FACTS") },
  { RGM_CLI_KEY_FORMAT, RGM_VERB_SHOW | RGM_VERB_MATCH | RGM_VERB_IMPORT | RGM_VERB_CHANGES, "format", 0, N_("Output format, text by default"), N_("FORMAT"), .vocabulary = rgm_cli_format_get_type, .values = TEXT_OR_JSON },
  { RGM_CLI_KEY_REFERENCE_FORMAT, RGM_VERB_CITE, "format", 0, N_("Format of the references, ris by default"), N_("FORMAT"), .vocabulary = rgm_reference_format_get_type },
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
 * rgm_cli_option_get_choices:
 * @self: an option
 *
 * Returns: (transfer full) (nullable) (array zero-terminated=1): the values, or parts of a value, that it takes, or %NULL where they can't be listed
 */
char **
rgm_cli_option_get_choices (const RgmCliOption *self)
{
  g_autoptr (GStrvBuilder) choices = NULL;
  const char * const *nicks;

  if (self->list != NULL)
    return self->list ();
  if (self->vocabulary == NULL)
    return NULL;

  choices = g_strv_builder_new ();
  nicks = rgm_enum_get_nicks (self->vocabulary ());
  for (guint i = 0; nicks[i] != NULL; i++)
    if (self->values == 0 || self->values & 1u << rgm_enum_find (self->vocabulary (), nicks[i]))
      g_strv_builder_add (choices, nicks[i]);
  if (self->also != NULL)
    g_strv_builder_add (choices, self->also);

  return g_strv_builder_end (choices);
}

/**
 * rgm_cli_option_get_summary:
 * @self: an option
 *
 * Returns: (transfer full): what it means, with the values that it takes, for a person
 */
char *
rgm_cli_option_get_summary (const RgmCliOption *self)
{
  g_auto (GStrv) choices = rgm_cli_option_get_choices (self);
  g_autofree char *list = choices != NULL ? rgm_join_words (choices) : NULL;

  if (list == NULL)
    return g_strdup (_(self->summary));

  /* Translators: what an option means and its values: 'Subgroups: none, class, regimen'. */
  return g_strdup_printf (C_("option", "%s: %s"), _(self->summary), list);
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
