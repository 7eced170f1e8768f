/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <stdio.h>
#include <string.h>

#include <glib.h>

#include "rgm-cli-table.h"

/* A tool of the build: writes the manual page, or the completion for bash, from the same
 * tables as --help. Both are in the language of the source. */

/* roff takes a point or an apostrophe at a line's start for a request, a plain minus sign
 * for a hyphen, and no character beyond ASCII as it is. */
static char *
roff (const char *text)
{
  GString *escaped = g_string_new (NULL);

  if (*text == '.' || *text == '\'')
    g_string_append (escaped, "\\&");
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar character = g_utf8_get_char (at);

      if (character == '\\')
        g_string_append (escaped, "\\e");
      else if (character == '-')
        g_string_append (escaped, "\\-");
      else if (character < 0x80)
        g_string_append_c (escaped, (char) character);
      else
        g_string_append_printf (escaped, "\\[u%04X]", character);
    }

  return g_string_free (escaped, FALSE);
}

static void
say (const char *text)
{
  g_autofree char *escaped = roff (text);

  printf ("%s\n", escaped);
}

static void
describe_option (const RgmCliOption *option)
{
  g_autofree char *name = roff (option->name);
  g_autofree char *parameter = option->parameter != NULL ? roff (option->parameter) : NULL;
  g_autofree char *summary = rgm_cli_option_get_summary (option);

  printf (".TP\n");
  if (option->letter != 0)
    printf ("\\fB\\-%c\\fR, ", option->letter);
  if (parameter != NULL)
    printf ("\\fB\\-\\-%s\\fR=\\fI%s\\fR\n", name, parameter);
  else
    printf ("\\fB\\-\\-%s\\fR\n", name);
  say (summary);
}

static void
describe_verb (const RgmCliVerb *verb)
{
  const RgmCliOption *option;
  g_autofree char *parameters = roff (verb->parameters);

  printf (".SS \\fBregimen %s\\fR %s%s%s\n", verb->name, *verb->parameters != '\0' ? "\\fI" : "", parameters,
           *verb->parameters != '\0' ? "\\fR" : "");
  say (verb->summary);
  for (guint i = 0; (option = rgm_cli_option_at (i)) != NULL; i++)
    if (option->verbs & verb->verb)
      describe_option (option);
}

static void
write_manual (void)
{
  const RgmCliVerb *verb;

  printf (".\\\" SPDX-License-Identifier: GPL-3.0-or-later\n"
           ".TH REGIMEN 1 \"\" \"Regimen " RGM_VERSION "\" \"User Commands\"\n"
           ".SH NAME\n"
           "regimen \\- evidence on targeted therapy, trial by trial\n"
           ".SH SYNOPSIS\n"
           ".B regimen\n"
           "[\\fIFILE\\fR]\n");
  for (guint i = 0; (verb = rgm_cli_verb_at (i)) != NULL; i++)
    {
      g_autofree char *parameters = roff (verb->parameters);

      printf (".br\n.B regimen %s\n[\\fIOPTION\\fR\\&...]%s%s%s\n", verb->name, *parameters != '\0' ? " \\fI" : "",
              parameters, *parameters != '\0' ? "\\fR" : "");
    }
  printf (".SH DESCRIPTION\n"
           "Without a verb, the window opens: on the embedded data set, or on that of \\fIFILE\\fR.\n"
           "With one, the program answers on standard output and opens no window; it needs no display and no network.\n"
           ".SH OPTIONS\n"
           ".TP\n.B \\-\\-help\nPrint the calls there are, or with a verb that verb\\(cqs options, and stop.\n"
           ".TP\n.B \\-\\-version\nPrint the version and stop.\n"
           ".SH VERBS\n");
  for (guint i = 0; (verb = rgm_cli_verb_at (i)) != NULL; i++)
    describe_verb (verb);
  printf (".SH EXIT STATUS\n"
           ".TP\n.B 0\nThe call was answered.\n"
           ".TP\n.B 1\nWhat was read is at fault, or the answer couldn\\(cqt be printed.\n"
           ".TP\n.B 2\nThe call is at fault, or the file that it names couldn\\(cqt be written.\n"
           ".SH EXAMPLES\n"
           ".TP\n.B regimen list \\-\\-search=\\(aqclass:adc orr>30\\(aq\nTrials of antibody-drug conjugates with a response rate above 30%%.\n"
           ".TP\n.B regimen pool \\-\\-by=class \\-\\-format=csv\nPooled response rates, class by class, for a spreadsheet.\n"
           ".TP\n.B regimen chart response \\-o response.svg\nThe forest plot as a drawing that can be edited.\n");
}

static void
write_choices (const RgmCliOption *option,
               const char         *pattern)
{
  g_auto (GStrv) choices = rgm_cli_option_get_choices (option);
  g_autofree char *words = NULL;

  if (option->is_file)
    {
      printf ("    %s) _filedir; return ;;\n", pattern);
    }
  else if (choices != NULL)
    {
      words = g_strjoinv (" ", choices);
      printf ("    %s) COMPREPLY=($(compgen -W '%s' -- \"$cur\")); return ;;\n", pattern, words);
    }
}

static void
write_completion (void)
{
  g_autofree char *names = g_strjoinv (" ", (char **) rgm_verb_names ());
  g_autofree char *either = g_strjoinv ("|", (char **) rgm_verb_names ());
  const RgmCliOption *option;
  const RgmCliVerb *verb;

  printf ("# SPDX-License-Identifier: GPL-3.0-or-later\n"
           "# Completion for bash, made from the program's own table of verbs and options.\n"
           "_regimen ()\n"
           "{\n"
           "  local cur prev words cword split\n"
           "  _init_completion -s || return\n"
           "\n"
           "  local verb='' word\n"
           "  for word in \"${words[@]:1:cword-1}\"; do\n"
           "    case $word in\n"
           "    %s) verb=$word; break ;;\n"
           "    esac\n"
           "  done\n"
           "\n"
           "  case $verb:$prev in\n", either);
  for (guint i = 0; (verb = rgm_cli_verb_at (i)) != NULL; i++)
    for (guint j = 0; (option = rgm_cli_option_at (j)) != NULL; j++)
      if (option->verbs & verb->verb)
        {
          g_autofree char *pattern = option->letter != 0
                                     ? g_strdup_printf ("%s:--%s|%s:-%c", verb->name, option->name, verb->name, option->letter)
                                     : g_strdup_printf ("%s:--%s", verb->name, option->name);

          write_choices (option, pattern);
        }
  printf ("  esac\n"
           "  $split && return\n"
           "\n"
           "  case $verb in\n");
  for (guint i = 0; (verb = rgm_cli_verb_at (i)) != NULL; i++)
    {
      g_auto (GStrv) words = verb->choices != NULL ? verb->choices () : g_new0 (char *, 1);
      g_autofree char *choices = g_strjoinv (" ", words);
      g_autoptr (GString) all = g_string_new ("--help");

      for (guint j = 0; (option = rgm_cli_option_at (j)) != NULL; j++)
        if (option->verbs & verb->verb)
          g_string_append_printf (all, " --%s%s", option->name, option->parameter != NULL ? "=" : "");
      printf ("    %s) COMPREPLY=($(compgen -W '%s %s' -- \"$cur\")) ;;\n", verb->name, choices, all->str);
    }
  printf ("    *) COMPREPLY=($(compgen -W '%s --help --version' -- \"$cur\")) ;;\n"
           "  esac\n"
           "  [[ ${COMPREPLY-} == *= ]] && compopt -o nospace\n"
           "  [[ $cur == -* || $verb && $verb != check ]] || _filedir\n"
           "}\n"
           "complete -F _regimen regimen\n", names);
}

int
main (int   argc,
      char *argv[])
{
  if (argc == 2 && strcmp (argv[1], "manual") == 0)
    write_manual ();
  else if (argc == 2 && strcmp (argv[1], "completion") == 0)
    write_completion ();
  else
    return 2;

  return 0;
}
