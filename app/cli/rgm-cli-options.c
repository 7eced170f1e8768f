/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <errno.h>
#include <math.h>

#include <glib/gi18n-lib.h>

#include "rgm-cli-options.h"
#include "rgm-error.h"
#include "rgm-near.h"
#include "rgm-order.h"
#include "rgm-punctuation.h"

/* A figure larger than this on a side is a slip of the hand, and more memory than a
 * workstation has. */
#define LARGEST_SIDE 20000

/* What the options' values are before they are understood, by key. All are taken as bytes,
 * for a shell gives bytes, whatever the locale says that they mean. */
typedef struct
{
  char *values[RGM_CLI_N_KEYS];
  gboolean flags[RGM_CLI_N_KEYS];
} Texts;

static void
texts_clear (Texts *texts)
{
  for (guint i = 0; i < RGM_CLI_N_KEYS; i++)
    g_free (texts->values[i]);
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
                             option->summary, option->parameter };

      if ((option->verbs & verb) == 0)
        continue;

      if (option->parameter == NULL)
        {
          entry.arg = G_OPTION_ARG_NONE;
          entry.arg_data = &texts->flags[option->key];
        }
      g_array_append_val (entries, entry);
    }

  g_option_context_set_summary (context, _(this->summary));
  g_option_context_add_main_entries (context, (GOptionEntry *) entries->data, GETTEXT_PACKAGE);
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
  const RgmCliVerb *this;
  GString *text;

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
  g_string_append_printf (text, "  regimen [%s]  %s\n\n", _("FILE"), _("Open the window, on a file’s data set."));
  g_string_append_printf (text, "%s\n", _("Without a window:"));
  for (guint i = 0; (this = rgm_cli_verb_at (i)) != NULL; i++)
    {
      g_autofree char *call = g_strdup_printf ("regimen %s %s", this->name, this->parameters);

      g_string_append_printf (text, "  %-22s%s%s\n", call,
                              g_utf8_strlen (call, -1) < (glong) strlen (call) ? "  " : "",
                              _(this->summary));
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

  all = rgm_join_words ((char **) choices);
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

      if ((option->verbs & verb) == 0 || value == NULL || option->is_file)
        continue;

      /* File names may be any bytes; what is looked up or shown may not. */
      if (!g_utf8_validate (value, -1, NULL))
        {
          g_set_error (error, RGM_ERROR, RGM_ERROR_CALL, _("--%s: expected UTF-8, found other bytes."), option->name);
          return FALSE;
        }

      if (option->choices != NULL && !is_one_of (option->name, value, option->choices, error))
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
      !check_sort (values[RGM_CLI_KEY_SORT], error) ||
      !parse_ids ("arms", values[RGM_CLI_KEY_ARMS], FALSE, &self->arms, error) ||
      !parse_ids ("agents", values[RGM_CLI_KEY_AGENTS], TRUE, &self->agents, error) ||
      !parse_ids ("alterations", values[RGM_CLI_KEY_ALTERATIONS], TRUE, &self->alterations, error) ||
      !parse_ids ("conditions", values[RGM_CLI_KEY_CONDITIONS], TRUE, &self->conditions, error) ||
      !parse_level (values[RGM_CLI_KEY_LEVEL], &self->level, error) ||
      !parse_size (values[RGM_CLI_KEY_SIZE], self, error))
    return FALSE;

  self->format = g_strcmp0 (values[RGM_CLI_KEY_FORMAT], "json") == 0  ? RGM_CLI_JSON
                 : g_strcmp0 (values[RGM_CLI_KEY_FORMAT], "csv") == 0 ? RGM_CLI_CSV
                                                                      : RGM_CLI_TEXT;
  self->data = g_steal_pointer (&values[RGM_CLI_KEY_DATA]);
  self->search = g_steal_pointer (&values[RGM_CLI_KEY_SEARCH]);
  self->sort = g_steal_pointer (&values[RGM_CLI_KEY_SORT]);
  self->by = g_steal_pointer (&values[RGM_CLI_KEY_BY]);
  self->model = g_steal_pointer (&values[RGM_CLI_KEY_MODEL]);
  self->interval = g_steal_pointer (&values[RGM_CLI_KEY_INTERVAL]);
  self->output = g_steal_pointer (&values[RGM_CLI_KEY_OUTPUT]);
  self->theme = g_steal_pointer (&values[RGM_CLI_KEY_THEME]);
  self->knapp_hartung = texts->flags[RGM_CLI_KEY_KNAPP_HARTUNG];
  self->leave_one_out = texts->flags[RGM_CLI_KEY_LEAVE_ONE_OUT];
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
