/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <errno.h>
#include <math.h>

#include <glib/gi18n-lib.h>

#include "rgm-cli-options.h"
#include "rgm-error.h"
#include "rgm-did-you-mean.h"
#include "rgm-pooling-options.h"
#include "rgm-punctuation.h"

/* Verbs whose words are names of files. An empty one, of an unset variable, would mean the current folder. */
#define FILE_VERBS (RGM_VERB_CHECK | RGM_VERB_CURVES | RGM_VERB_RECONSTRUCT | RGM_VERB_IMPORT | RGM_VERB_CHANGES | RGM_VERB_SLIDES)

/* A figure larger than this on a side is a slip of the hand, and more memory than a
 * workstation has. */
#define LARGEST_SIDE 20000
#define MAX_PATIENTS 10000000

/* What the options' values are before they are understood, by key. All are taken as bytes,
 * for a shell gives bytes, whatever the locale says that they mean. */
typedef struct
{
  char *values[RGM_CLI_N_KEYS];
  char **lists[RGM_CLI_N_KEYS];
  gboolean flags[RGM_CLI_N_KEYS];
} Texts;

static void
texts_clear (Texts *texts)
{
  for (guint i = 0; i < RGM_CLI_N_KEYS; i++)
    {
      g_free (texts->values[i]);
      g_strfreev (texts->lists[i]);
    }
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Texts, texts_clear)

static const RgmCliVerb *
find_verb (RgmVerb verb)
{
  const RgmCliVerb *this;

  for (guint i = 0; (this = rgm_cli_verb_at (i)) != NULL; i++)
    if (this->verb == verb)
      return this;

  g_return_val_if_reached (NULL);
}

/* The options' context for @verb, which writes into @texts. An option that the verb
 * doesn't take isn't in it, and so is unknown. */
static GOptionContext *
context_new (RgmVerb  verb,
             Texts   *texts)
{
  const RgmCliVerb *this = find_verb (verb);
  g_autofree char *parameters = g_strstrip (g_strdup_printf ("%s %s", this->name, this->parameters));
  GOptionContext *context = g_option_context_new (parameters);
  g_autoptr (GArray) entries = g_array_new (TRUE, TRUE, sizeof (GOptionEntry));
  const RgmCliOption *option;

  for (guint i = 0; (option = rgm_cli_option_at (i)) != NULL; i++)
    {
      GOptionEntry entry = { option->name, option->letter, 0, G_OPTION_ARG_FILENAME, &texts->values[option->key],
                             NULL, option->parameter };
      g_autofree char *summary = NULL;

      if ((option->verbs & verb) == 0)
        continue;

      /* The entry doesn't copy it. */
      summary = rgm_cli_option_get_summary (option);
      entry.description = g_intern_string (summary);

      if (option->parameter == NULL)
        {
          entry.arg = G_OPTION_ARG_NONE;
          entry.arg_data = &texts->flags[option->key];
        }
      else if (option->is_list)
        {
          entry.arg = G_OPTION_ARG_FILENAME_ARRAY;
          entry.arg_data = &texts->lists[option->key];
        }
      g_array_append_val (entries, entry);
    }

  g_option_context_set_summary (context, _(this->summary));
  g_option_context_add_main_entries (context, (GOptionEntry *) entries->data, GETTEXT_PACKAGE);
  /* It exits by itself, before a fault elsewhere in the call could be told; the caller asks for it. */
  g_option_context_set_help_enabled (context, FALSE);

  return context;
}

static char *
make_call (const RgmCliVerb *verb)
{
  return g_strstrip (g_strdup_printf ("regimen %s %s", verb->name, verb->parameters));
}

/* @width: of the first column, in characters. */
static void
append_help_line (GString    *text,
                  const char *call,
                  const char *summary,
                  glong       width)
{
  int padding = (int) (width - g_utf8_strlen (call, -1)) + 2;

  g_string_append_printf (text, "  %s%*s%s\n", call, padding, "", summary);
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
  const RgmCliVerb *this;
  GString *text;
  glong width = 0;

  if (verb != RGM_VERB_NONE)
    {
      g_auto (Texts) texts = { 0 };
      g_autoptr (GOptionContext) context = context_new (verb, &texts);

      /* GLib names the program by it. */
      if (g_get_prgname () == NULL)
        g_set_prgname ("regimen");

      return g_option_context_get_help (context, TRUE, NULL);
    }

  text = g_string_new (NULL);
  g_string_append_printf (text, "%s\n", _("Usage:"));
  g_string_append_printf (text, "  regimen [%s]  %s\n\n", _("FILE"), _("Open the window, with the data set in FILE if one is given."));
  g_string_append_printf (text, "%s\n", _("Without a window:"));
  for (guint i = 0; (this = rgm_cli_verb_at (i)) != NULL; i++)
    {
      g_autofree char *call = make_call (this);

      width = MAX (width, g_utf8_strlen (call, -1));
    }
  for (guint i = 0; (this = rgm_cli_verb_at (i)) != NULL; i++)
    {
      g_autofree char *call = make_call (this);

      append_help_line (text, call, _(this->summary), width);
    }
  g_string_append_printf (text, "\n%s\n", _("Options:"));
  append_help_line (text, "--help", _("Show help (for a command if one is given) and exit"), width);
  append_help_line (text, "--version", _("Show the version and exit"), width);

  return g_string_free (text, FALSE);
}

static gboolean
is_one_of (const RgmCliOption *option,
           const char         *text,
           char              **choices,
           GError            **error)
{
  const char *word = option->is_reversible && text[0] == '-' ? text + 1 : text;
  g_autofree char *all = NULL;
  const char *near;

  if (g_strv_contains ((const char * const *) choices, word))
    return TRUE;

  all = rgm_join_words (choices);
  near = rgm_did_you_mean (word, (const char * const *) choices);
  if (near != NULL)
    rgm_error_set (error, RGM_ERROR, RGM_ERROR_CALL,
                   _("--%s must be one of %s, not “%s”. Did you mean “%s”?"), option->name, all, text, near);
  else
    rgm_error_set (error, RGM_ERROR, RGM_ERROR_CALL,
                   _("--%s must be one of %s, not “%s”."), option->name, all, text);

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
      rgm_error_set (error, RGM_ERROR, RGM_ERROR_CALL,
                     _("--%s: expected ids separated by commas, found nothing."), option);
      return FALSE;
    }

  for (guint i = 0; parts[i] != NULL; i++)
    {
      if (*g_strstrip (parts[i]) != '\0')
        continue;

      rgm_error_set (error, RGM_ERROR, RGM_ERROR_CALL,
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

  *level = RGM_DEFAULT_LEVEL;
  if (text == NULL)
    return TRUE;

  *level = g_ascii_strtod (text, &end);
  /* strtod takes hexadecimal, infinity and leading space too. */
  if (!g_ascii_isdigit (*text) && *text != '.')
    end = (char *) text;

  if (end == text || *end != '\0' || !(*level > 0.5 && *level < 1.0))
    {
      rgm_error_set (error, RGM_ERROR, RGM_ERROR_CALL,
                     _("--level: expected a number above 0.5 and below 1 such as 0.95, found “%s”."), text);
      return FALSE;
    }

  return TRUE;
}

/* A time of a call, without the other things that strtod takes. */
static gboolean
read_time (const char *text,
           double     *time)
{
  char *end;

  *time = g_ascii_strtod (text, &end);

  return *text != '\0' && text[strspn (text, "+.0123456789eE-")] == '\0' && *end == '\0' && *time >= 0.0 && isfinite (*time);
}

static gboolean
parse_times (const char  *text,
             GArray     **times,
             GError     **error)
{
  g_auto (GStrv) parts = text != NULL ? g_strsplit (text, ",", -1) : NULL;

  if (text == NULL)
    return TRUE;

  *times = g_array_new (FALSE, FALSE, sizeof (double));
  for (guint i = 0; parts[i] != NULL; i++)
    {
      double time;

      if (!read_time (g_strstrip (parts[i]), &time))
        {
          rgm_error_set (error, RGM_ERROR, RGM_ERROR_CALL, _("--%s must be times of 0 or more separated by commas, such as 0,6,12, not “%s”."), "at", text);
          return FALSE;
        }
      g_array_append_val (*times, time);
    }
  if ((*times)->len == 0)
    {
      g_set_error_literal (error, RGM_ERROR, RGM_ERROR_CALL, _("--at must be times of 0 or more separated by commas, such as 0,6,12."));
      return FALSE;
    }

  return TRUE;
}

static gboolean
parse_tau (const char  *text,
           double      *tau,
           GError     **error)
{
  *tau = NAN;
  if (text == NULL || (read_time (text, tau) && *tau > 0.0))
    return TRUE;

  rgm_error_set (error, RGM_ERROR, RGM_ERROR_CALL, _("--tau must be a time above 0, not “%s”."), text);
  return FALSE;
}

static gboolean
parse_count (const char  *option,
             const char  *text,
             int          least,
             gint64      *count,
             GError     **error)
{
  guint64 number;

  *count = -1;
  if (text == NULL)
    return TRUE;
  if (g_ascii_string_to_unsigned (text, 10, (guint64) least, MAX_PATIENTS, &number, NULL))
    {
      *count = (gint64) number;
      return TRUE;
    }

  rgm_error_set (error, RGM_ERROR, RGM_ERROR_CALL, _("--%s must be a whole number from %d to %d, not “%s”."), option, least, MAX_PATIENTS, text);
  return FALSE;
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
      rgm_error_set (error, RGM_ERROR, RGM_ERROR_CALL,
                     _("--size: expected two whole numbers from 1 to %d such as 1920x1080, found “%s”."),
                     LARGEST_SIDE, text);
      return FALSE;
    }

  options->has_size = TRUE;
  options->width = (int) width;
  options->height = (int) height;
  return TRUE;
}

/* File names may be any bytes; what is looked up or shown may not. */
static gboolean
check_text (const RgmCliOption *option,
            const char         *text,
            GError            **error)
{
  if (option->is_file || g_utf8_validate (text, -1, NULL))
    return TRUE;

  rgm_error_set (error, RGM_ERROR, RGM_ERROR_CALL, _("--%s: expected UTF-8, found other bytes."), option->name);

  return FALSE;
}

/* What can be said of the values by the table of options alone. */
static gboolean
check_values (RgmVerb       verb,
              const Texts  *texts,
              GError      **error)
{
  const RgmCliOption *option;

  for (guint i = 0; (option = rgm_cli_option_at (i)) != NULL; i++)
    {
      const char *value = texts->values[option->key];
      char **list = texts->lists[option->key];
      g_auto (GStrv) choices = NULL;

      if ((option->verbs & verb) == 0)
        continue;
      for (guint j = 0; list != NULL && list[j] != NULL; j++)
        if (!check_text (option, list[j], error))
          return FALSE;
      /* An unset shell variable. */
      if (value != NULL && option->is_file && *value == '\0')
        {
          rgm_error_set (error, RGM_ERROR, RGM_ERROR_CALL, _("--%s: expected a file name, found nothing"), option->name);
          return FALSE;
        }
      if (value == NULL || option->is_file)
        continue;
      if (!check_text (option, value, error))
        return FALSE;

      choices = option->list == NULL ? rgm_cli_option_get_choices (option) : NULL;
      if (choices != NULL && !is_one_of (option, value, choices, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
parse_texts (Texts          *texts,
             RgmCliOptions  *self,
             GError        **error)
{
  char **values = texts->values;

  if (!check_values (self->verb, texts, error) ||
      !parse_ids ("arms", values[RGM_CLI_KEY_ARMS], FALSE, &self->arms, error) ||
      !parse_ids ("figures", values[RGM_CLI_KEY_FIGURES], FALSE, &self->figures, error) ||
      !parse_ids ("agents", values[RGM_CLI_KEY_AGENTS], TRUE, &self->agents, error) ||
      !parse_ids ("alterations", values[RGM_CLI_KEY_ALTERATIONS], TRUE, &self->alterations, error) ||
      !parse_ids ("conditions", values[RGM_CLI_KEY_CONDITIONS], TRUE, &self->conditions, error) ||
      !parse_level (values[RGM_CLI_KEY_LEVEL], &self->level, error) ||
      !parse_size (values[RGM_CLI_KEY_SIZE], self, error) ||
      !parse_times (values[RGM_CLI_KEY_AT], &self->at, error) ||
      !parse_tau (values[RGM_CLI_KEY_TAU], &self->tau, error) ||
      !parse_count ("patients", values[RGM_CLI_KEY_PATIENTS], 1, &self->patients, error) ||
      !parse_count ("events", values[RGM_CLI_KEY_EVENTS], 0, &self->events, error))
    return FALSE;

  if (values[RGM_CLI_KEY_FORMAT] != NULL)
    self->format = (RgmCliFormat) rgm_enum_find (RGM_TYPE_CLI_FORMAT, values[RGM_CLI_KEY_FORMAT]);
  self->data = g_steal_pointer (&values[RGM_CLI_KEY_DATA]);
  self->search = g_steal_pointer (&values[RGM_CLI_KEY_SEARCH]);
  self->sort = g_steal_pointer (&values[RGM_CLI_KEY_SORT]);
  self->patient = g_steal_pointer (&values[RGM_CLI_KEY_PATIENT]);
  self->by = g_steal_pointer (&values[RGM_CLI_KEY_BY]);
  self->model = g_steal_pointer (&values[RGM_CLI_KEY_MODEL]);
  self->interval = g_steal_pointer (&values[RGM_CLI_KEY_INTERVAL]);
  self->set = g_steal_pointer (&texts->lists[RGM_CLI_KEY_SET]);
  self->output = g_steal_pointer (&values[RGM_CLI_KEY_OUTPUT]);
  self->slide_size = g_steal_pointer (&values[RGM_CLI_KEY_SLIDE_SIZE]);
  self->images = g_steal_pointer (&values[RGM_CLI_KEY_IMAGES]);
  self->tables = texts->flags[RGM_CLI_KEY_TABLES];
  self->method = texts->flags[RGM_CLI_KEY_METHOD];
  self->handout = g_steal_pointer (&values[RGM_CLI_KEY_HANDOUT]);
  self->template = g_steal_pointer (&values[RGM_CLI_KEY_TEMPLATE]);
  self->story = g_steal_pointer (&values[RGM_CLI_KEY_STORY]);
  self->from = g_steal_pointer (&values[RGM_CLI_KEY_FROM]);
  self->theme = g_steal_pointer (&values[RGM_CLI_KEY_THEME]);
  self->reference_format = g_steal_pointer (&values[RGM_CLI_KEY_REFERENCE_FORMAT]);
  self->time = g_steal_pointer (&values[RGM_CLI_KEY_TIME]);
  self->status = g_steal_pointer (&values[RGM_CLI_KEY_STATUS]);
  self->event = g_steal_pointer (&values[RGM_CLI_KEY_EVENT]);
  self->group = g_steal_pointer (&values[RGM_CLI_KEY_GROUP]);
  self->unit = g_steal_pointer (&values[RGM_CLI_KEY_UNIT]);
  self->transform = g_steal_pointer (&values[RGM_CLI_KEY_TRANSFORM]);
  self->reference = g_steal_pointer (&values[RGM_CLI_KEY_REFERENCE]);
  self->times = g_steal_pointer (&values[RGM_CLI_KEY_TIMES]);
  self->reconstructed = g_steal_pointer (&values[RGM_CLI_KEY_RECONSTRUCTED]);
  self->endpoint = g_steal_pointer (&values[RGM_CLI_KEY_ENDPOINT]);
  self->failure = texts->flags[RGM_CLI_KEY_FAILURE];
  self->probability = texts->flags[RGM_CLI_KEY_PROBABILITY];
  self->at_risk = g_steal_pointer (&values[RGM_CLI_KEY_AT_RISK]);
  self->knapp_hartung = texts->flags[RGM_CLI_KEY_KNAPP_HARTUNG];
  self->leave_one_out = texts->flags[RGM_CLI_KEY_LEAVE_ONE_OUT];
  self->each_arm = texts->flags[RGM_CLI_KEY_EACH_ARM];
  return TRUE;
}

/* GLib takes '--option=no' for '--option', and throws the value away. */
static gboolean
check_flags (char   **arguments,
             GError **error)
{
  const RgmCliOption *option;

  for (guint i = 1; arguments[i] != NULL && !g_str_equal (arguments[i], "--"); i++)
    for (guint j = 0; (option = rgm_cli_option_at (j)) != NULL; j++)
      {
        g_autofree char *start = g_strdup_printf ("--%s=", option->name);

        if (option->parameter != NULL || !g_str_has_prefix (arguments[i], start))
          continue;
        rgm_error_set (error, RGM_ERROR, RGM_ERROR_CALL, _("--%s takes no value"), option->name);
        return FALSE;
      }

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
  if (!check_flags (arguments, error) || !g_option_context_parse_strv (context, &rest, error) ||
      !parse_texts (&texts, self, error))
    return NULL;

  /* GLib leaves a lone '--' where it stood. */
  self->words = g_strdupv (rest + (rest[1] != NULL && g_str_equal (rest[1], "--") ? 2 : 1));
  if ((verb & FILE_VERBS) != 0 && g_strv_contains ((const char *const *) self->words, ""))
    {
      rgm_error_set (error, RGM_ERROR, RGM_ERROR_CALL, "\"\": %s", _("file not found"));
      return NULL;
    }

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
  g_strfreev (self->set);
  g_free (self->output);
  g_free (self->from);
  g_strfreev (self->figures);
  g_free (self->slide_size);
  g_free (self->images);
  g_free (self->handout);
  g_free (self->template);
  g_free (self->story);
  g_free (self->theme);
  g_free (self->reference_format);
  g_free (self->patient);
  g_strfreev (self->agents);
  g_strfreev (self->alterations);
  g_strfreev (self->conditions);
  g_free (self->time);
  g_free (self->status);
  g_free (self->event);
  g_free (self->group);
  g_free (self->unit);
  g_free (self->transform);
  g_free (self->reference);
  g_free (self->times);
  g_free (self->reconstructed);
  g_free (self->endpoint);
  g_free (self->at_risk);
  g_clear_pointer (&self->at, g_array_unref);
  g_free (self);
}
