/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <errno.h>
#include <math.h>

#include <glib/gi18n-lib.h>

#include "rgm-cli-options.h"
#include "rgm-error.h"
#include "rgm-near.h"
#include "rgm-order.h"

/* A figure larger than this on a side is a slip of the hand, and more memory than a
 * workstation has. */
#define LARGEST_SIDE 20000

#define WITH_DATA      (RGM_VERB_LIST | RGM_VERB_SHOW | RGM_VERB_POOL | RGM_VERB_CHART | RGM_VERB_SIGNAL)
#define WITH_SELECTION (RGM_VERB_LIST | RGM_VERB_POOL | RGM_VERB_CHART)
#define WITH_POOLING   (RGM_VERB_POOL | RGM_VERB_CHART)
#define WITH_SIGNAL    (RGM_VERB_SIGNAL | RGM_VERB_CHART)
#define WITH_FORMAT    (RGM_VERB_LIST | RGM_VERB_SHOW | RGM_VERB_POOL | RGM_VERB_SIGNAL)

typedef struct
{
  RgmVerb verb;
  const char *name;
  const char *parameters;
  const char *summary;
} Verb;

static const Verb verbs[] = {
  { RGM_VERB_LIST, "list", "", N_("List the trials, one a line.") },
  { RGM_VERB_SHOW, "show", "TRIAL", N_("Show all there is of one trial.") },
  { RGM_VERB_POOL, "pool", "", N_("Pool the response rates.") },
  { RGM_VERB_CHART, "chart", "FIGURE", N_("Write a figure to a file: response, survival or pathway.") },
  { RGM_VERB_SIGNAL, "signal", "", N_("Show the pathway under agents and alterations.") },
  { RGM_VERB_CHECK, "check", "FILE…", N_("Check data sets, and name the place of every fault.") },
};

/* What the options' texts are before they are understood. All are taken as bytes, for a
 * shell gives bytes, whatever the locale says that they mean. */
typedef struct
{
  char *data;
  char *search;
  char *sort;
  char *arms;
  char *by;
  char *model;
  char *interval;
  char *level;
  gboolean knapp_hartung;
  gboolean leave_one_out;
  char *output;
  char *size;
  char *theme;
  char *agents;
  char *alterations;
  char *conditions;
  char *format;
} Texts;

typedef struct
{
  guint verbs;
  GOptionEntry entry;
} Option;

#define N_OPTIONS 17

static void
texts_clear (Texts *texts)
{
  g_free (texts->data);
  g_free (texts->search);
  g_free (texts->sort);
  g_free (texts->arms);
  g_free (texts->by);
  g_free (texts->model);
  g_free (texts->interval);
  g_free (texts->level);
  g_free (texts->output);
  g_free (texts->size);
  g_free (texts->theme);
  g_free (texts->agents);
  g_free (texts->alterations);
  g_free (texts->conditions);
  g_free (texts->format);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Texts, texts_clear)

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

static const Verb *
find_verb (RgmVerb verb)
{
  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    if (verbs[i].verb == verb)
      return &verbs[i];

  g_return_val_if_reached (NULL);
}

/* The options' context for @verb, which writes into @texts. An option that the verb
 * doesn't take isn't in it, and so is unknown. */
static GOptionContext *
context_new (RgmVerb  verb,
             Texts   *texts)
{
  const Verb *this = find_verb (verb);
  const Option options[N_OPTIONS] = {
    { WITH_DATA, { "data", 0, 0, G_OPTION_ARG_FILENAME, &texts->data, N_("Another data set than the embedded one"), N_("FILE") } },
    { WITH_SELECTION, { "search", 0, 0, G_OPTION_ARG_FILENAME, &texts->search, N_("Only the trials that match, as in the window’s search"), N_("QUERY") } },
    { RGM_VERB_LIST | RGM_VERB_CHART, { "sort", 0, 0, G_OPTION_ARG_FILENAME, &texts->sort, N_("name, orr, pfs, os, n, phase or status; -KEY for the other way"), N_("KEY") } },
    { WITH_POOLING, { "arms", 0, 0, G_OPTION_ARG_FILENAME, &texts->arms, N_("Only these arms"), N_("ID,…") } },
    { WITH_POOLING, { "by", 0, 0, G_OPTION_ARG_FILENAME, &texts->by, N_("Subgroups: none, class or regimen"), N_("WHAT") } },
    { WITH_POOLING, { "model", 0, 0, G_OPTION_ARG_FILENAME, &texts->model, N_("glmm, reml, dl, pm or common"), N_("MODEL") } },
    { WITH_POOLING, { "interval", 0, 0, G_OPTION_ARG_FILENAME, &texts->interval, N_("clopper-pearson, wilson, agresti-coull or jeffreys"), N_("METHOD") } },
    { RGM_VERB_POOL, { "level", 0, 0, G_OPTION_ARG_FILENAME, &texts->level, N_("Level of the intervals, 0.95 by default"), N_("LEVEL") } },
    { RGM_VERB_POOL, { "knapp-hartung", 0, 0, G_OPTION_ARG_NONE, &texts->knapp_hartung, N_("Knapp and Hartung’s interval, with reml, dl and pm"), NULL } },
    { RGM_VERB_POOL, { "leave-one-out", 0, 0, G_OPTION_ARG_NONE, &texts->leave_one_out, N_("Pool again without each of the arms"), NULL } },
    { RGM_VERB_CHART, { "output", 'o', 0, G_OPTION_ARG_FILENAME, &texts->output, N_("The file to write; its ending names the format: .svg, .pdf or .png"), N_("FILE") } },
    { RGM_VERB_CHART, { "size", 0, 0, G_OPTION_ARG_FILENAME, &texts->size, N_("Points for PDF and SVG, pixels for PNG"), N_("WIDTHxHEIGHT") } },
    { RGM_VERB_CHART, { "theme", 0, 0, G_OPTION_ARG_FILENAME, &texts->theme, N_("light, dark, contrast or print"), N_("THEME") } },
    { WITH_SIGNAL, { "agents", 0, 0, G_OPTION_ARG_FILENAME, &texts->agents, N_("Agents that are given"), N_("ID,…") } },
    { WITH_SIGNAL, { "alterations", 0, 0, G_OPTION_ARG_FILENAME, &texts->alterations, N_("Alterations that the tumour has"), N_("ID,…") } },
    { WITH_SIGNAL, { "conditions", 0, 0, G_OPTION_ARG_FILENAME, &texts->conditions, N_("Conditions that hold; empty for none"), N_("ID,…") } },
    { WITH_FORMAT, { "format", 0, 0, G_OPTION_ARG_FILENAME, &texts->format, N_("text (the default), csv or json; a trial that is shown has no csv"), N_("FORMAT") } },
  };
  g_autofree char *parameters = g_strstrip (g_strdup_printf ("%s %s", this->name, this->parameters));
  GOptionContext *context = g_option_context_new (parameters);
  g_autofree GOptionEntry *entries = g_new0 (GOptionEntry, N_OPTIONS + 1);
  guint n = 0;

  for (guint i = 0; i < N_OPTIONS; i++)
    if (options[i].verbs & verb)
      entries[n++] = options[i].entry;

  g_option_context_set_summary (context, _(this->summary));
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  /* It exits by itself, before a fault elsewhere in the call could be told; the caller asks for it. */
  g_option_context_set_help_enabled (context, FALSE);

  return context;
}

/**
 * rgm_cli_help:
 * @verb: a verb, or %RGM_VERB_NONE for the program
 *
 * Returns: (transfer full): how it is called
 */
char *
rgm_cli_help (RgmVerb verb)
{
  GString *text;

  if (verb != RGM_VERB_NONE)
    {
      g_auto (Texts) texts = { 0 };
      g_autoptr (GOptionContext) context = context_new (verb, &texts);

      return g_option_context_get_help (context, TRUE, NULL);
    }

  text = g_string_new (NULL);
  g_string_append_printf (text, "%s\n", _("Usage:"));
  g_string_append_printf (text, "  regimen [%s]  %s\n\n", _("FILE"), _("Open the window, on a file’s data set."));
  g_string_append_printf (text, "%s\n", _("Without a window:"));
  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    {
      g_autofree char *call = g_strdup_printf ("regimen %s %s", verbs[i].name, verbs[i].parameters);

      g_string_append_printf (text, "  %-22s%s%s\n", call,
                              g_utf8_strlen (call, -1) < (glong) strlen (call) ? "  " : "",
                              _(verbs[i].summary));
    }
  g_string_append_printf (text, "\n%s\n", _("Options:"));
  g_string_append_printf (text, "  --help                %s\n", _("Print this help, or with a verb that verb’s, and stop"));
  g_string_append_printf (text, "  --version             %s\n", _("Print the version and stop"));

  return g_string_free (text, FALSE);
}

static gboolean
is_one_of (const char         *option,
           const char         *text,
           const char * const *choices,
           GError            **error)
{
  g_autofree char *all = NULL;
  const char *near;

  if (text == NULL || g_strv_contains (choices, text))
    return TRUE;

  all = g_strjoinv (", ", (char **) choices);
  near = rgm_find_near (text, choices);
  if (near != NULL)
    g_set_error (error, RGM_ERROR, RGM_ERROR_CALL,
                 _("--%s: “%s” is none of %s. Did you mean “%s”?"), option, text, all, near);
  else
    g_set_error (error, RGM_ERROR, RGM_ERROR_CALL,
                 _("--%s: “%s” is none of %s."), option, text, all);

  return FALSE;
}

/* Splits @text at its commas. Spaces round an id don't count; an id that is empty is a
 * fault, but for a list that is empty as a whole where @may_be_empty says so. */
static gboolean
parse_ids (const char   *option,
           const char   *text,
           gboolean      may_be_empty,
           char       ***ids,
           GError      **error)
{
  g_auto (GStrv) parts = NULL;

  if (text == NULL)
    return TRUE;

  parts = g_strsplit (text, ",", -1);
  if (parts[0] == NULL && !may_be_empty)
    {
      g_set_error (error, RGM_ERROR, RGM_ERROR_CALL,
                   _("--%s: expected ids with commas between them, found nothing."), option);
      return FALSE;
    }

  for (guint i = 0; parts[i] != NULL; i++)
    {
      if (*g_strstrip (parts[i]) != '\0')
        continue;

      g_set_error (error, RGM_ERROR, RGM_ERROR_CALL,
                   _("--%s: expected an id on both sides of each comma in “%s”."), option, text);
      return FALSE;
    }

  *ids = g_steal_pointer (&parts);
  return TRUE;
}

static gboolean
parse_level (const char  *text,
             double      *level,
             GError     **error)
{
  char *end;

  *level = 0.95;
  if (text == NULL)
    return TRUE;

  *level = g_ascii_strtod (text, &end);
  /* strtod takes hexadecimal, infinity and leading space too. */
  if (!g_ascii_isdigit (*text) && *text != '.')
    end = (char *) text;

  if (end == text || *end != '\0' || !(*level > 0.5 && *level < 1.0))
    {
      g_set_error (error, RGM_ERROR, RGM_ERROR_CALL,
                   _("--level: expected a number above 0.5 and below 1 such as 0.95, found “%s”."), text);
      return FALSE;
    }

  return TRUE;
}

static gboolean
parse_size (const char     *text,
            RgmCliOptions  *options,
            GError        **error)
{
  g_auto (GStrv) sides = NULL;
  guint64 width;
  guint64 height;

  if (text == NULL)
    return TRUE;

  sides = g_strsplit (text, "x", 3);
  if (g_strv_length (sides) != 2 ||
      !g_ascii_string_to_unsigned (sides[0], 10, 1, LARGEST_SIDE, &width, NULL) ||
      !g_ascii_string_to_unsigned (sides[1], 10, 1, LARGEST_SIDE, &height, NULL))
    {
      g_set_error (error, RGM_ERROR, RGM_ERROR_CALL,
                   _("--size: expected two whole numbers from 1 to %d such as 1920x1080, found “%s”."),
                   LARGEST_SIDE, text);
      return FALSE;
    }

  options->has_size = TRUE;
  options->width = (int) width;
  options->height = (int) height;
  return TRUE;
}

static gboolean
check_sort (const char  *text,
            GError     **error)
{
  g_autofree char *keys = NULL;

  if (text == NULL || rgm_order_is_key (text))
    return TRUE;

  keys = rgm_order_keys ();
  g_set_error (error, RGM_ERROR, RGM_ERROR_CALL,
               _("--sort: “%s” is none of %s, nor one of them with a minus before it."), text, keys);
  return FALSE;
}

static gboolean
check_utf8 (const Texts  *texts,
            GError      **error)
{
  /* File names may be any bytes; what is looked up or shown may not. */
  const struct { const char *name; const char *text; } all[] = {
    { "search", texts->search }, { "sort", texts->sort }, { "arms", texts->arms }, { "by", texts->by },
    { "model", texts->model }, { "interval", texts->interval }, { "level", texts->level },
    { "size", texts->size }, { "theme", texts->theme }, { "agents", texts->agents },
    { "alterations", texts->alterations }, { "conditions", texts->conditions }, { "format", texts->format },
  };

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    {
      if (all[i].text == NULL || g_utf8_validate (all[i].text, -1, NULL))
        continue;

      g_set_error (error, RGM_ERROR, RGM_ERROR_CALL, _("--%s: expected UTF-8, found other bytes."), all[i].name);
      return FALSE;
    }

  return TRUE;
}

static gboolean
parse_texts (Texts          *texts,
             RgmCliOptions  *self,
             GError        **error)
{
  static const char * const groups[] = { "none", "class", "regimen", NULL };
  static const char * const models[] = { "glmm", "reml", "dl", "pm", "common", NULL };
  static const char * const intervals[] = { "clopper-pearson", "wilson", "agresti-coull", "jeffreys", NULL };
  static const char * const themes[] = { "light", "dark", "contrast", "print", NULL };
  static const char * const formats[] = { "text", "csv", "json", NULL };
  static const char * const formats_of_show[] = { "text", "json", NULL };

  if (!check_utf8 (texts, error) ||
      !check_sort (texts->sort, error) ||
      !is_one_of ("by", texts->by, groups, error) ||
      !is_one_of ("model", texts->model, models, error) ||
      !is_one_of ("interval", texts->interval, intervals, error) ||
      !is_one_of ("theme", texts->theme, themes, error) ||
      !is_one_of ("format", texts->format, self->verb == RGM_VERB_SHOW ? formats_of_show : formats, error) ||
      !parse_ids ("arms", texts->arms, FALSE, &self->arms, error) ||
      !parse_ids ("agents", texts->agents, TRUE, &self->agents, error) ||
      !parse_ids ("alterations", texts->alterations, TRUE, &self->alterations, error) ||
      !parse_ids ("conditions", texts->conditions, TRUE, &self->conditions, error) ||
      !parse_level (texts->level, &self->level, error) ||
      !parse_size (texts->size, self, error))
    return FALSE;

  self->data = g_steal_pointer (&texts->data);
  self->search = g_steal_pointer (&texts->search);
  self->sort = g_steal_pointer (&texts->sort);
  self->by = g_steal_pointer (&texts->by);
  self->model = g_steal_pointer (&texts->model);
  self->interval = g_steal_pointer (&texts->interval);
  self->knapp_hartung = texts->knapp_hartung;
  self->leave_one_out = texts->leave_one_out;
  self->output = g_steal_pointer (&texts->output);
  self->theme = g_steal_pointer (&texts->theme);
  self->format = g_strcmp0 (texts->format, "json") == 0  ? RGM_CLI_JSON
                 : g_strcmp0 (texts->format, "csv") == 0 ? RGM_CLI_CSV
                                                         : RGM_CLI_TEXT;
  return TRUE;
}

/**
 * rgm_cli_options_parse:
 * @verb: the verb
 * @arguments: (array zero-terminated=1): the program's name, and what follows the verb
 * @error: the return location for an error of %RGM_ERROR_CALL or of #GOptionError
 *
 * Understands a call.
 *
 * Returns: (transfer full) (nullable): the call, or %NULL with @error set
 */
RgmCliOptions *
rgm_cli_options_parse (RgmVerb   verb,
                       char    **arguments,
                       GError  **error)
{
  g_autoptr (RgmCliOptions) self = g_new0 (RgmCliOptions, 1);
  g_auto (Texts) texts = { 0 };
  g_autoptr (GOptionContext) context = context_new (verb, &texts);
  g_auto (GStrv) rest = g_strdupv (arguments);

  self->verb = verb;
  if (!g_option_context_parse_strv (context, &rest, error) ||
      !parse_texts (&texts, self, error))
    return NULL;

  /* GLib leaves a lone '--' where it stood. */
  self->words = g_strdupv (rest + (rest[1] != NULL && g_str_equal (rest[1], "--") ? 2 : 1));

  return g_steal_pointer (&self);
}

/**
 * rgm_cli_options_free:
 * @self: (nullable): a call
 *
 * Frees it.
 */
void
rgm_cli_options_free (RgmCliOptions *self)
{
  if (self == NULL)
    return;

  g_strfreev (self->words);
  g_free (self->data);
  g_free (self->search);
  g_free (self->sort);
  g_strfreev (self->arms);
  g_free (self->by);
  g_free (self->model);
  g_free (self->interval);
  g_free (self->output);
  g_free (self->theme);
  g_strfreev (self->agents);
  g_strfreev (self->alterations);
  g_strfreev (self->conditions);
  g_free (self);
}
