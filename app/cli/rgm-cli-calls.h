/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * RgmVerb:
 *
 * What the program is asked to do without a window. The verbs are flags, so that an
 * option can say which of them take it.
 */
typedef enum
{
  RGM_VERB_NONE   = 0,
  RGM_VERB_LIST   = 1 << 0,
  RGM_VERB_SHOW   = 1 << 1,
  RGM_VERB_POOL   = 1 << 2,
  RGM_VERB_CHART  = 1 << 3,
  RGM_VERB_SIGNAL = 1 << 4,
  RGM_VERB_CHECK  = 1 << 5,
} RgmVerb;

/**
 * RgmCliVerb:
 * @verb: the verb
 * @name: how it is called
 * @parameters: what follows it beside options, or an empty string
 * @summary: (not nullable): what it does, one sentence to be translated
 * @choices: (nullable) (array zero-terminated=1): the values of its parameter, or %NULL
 *   where they can't be listed
 *
 * One row of the table of verbs.
 */
typedef struct
{
  RgmVerb             verb;
  const char         *name;
  const char         *parameters;
  const char         *summary;
  const char * const *choices;
} RgmCliVerb;

/**
 * RgmCliKey:
 *
 * What an option is about. Two options may have the same key if no verb takes both.
 */
typedef enum
{
  RGM_CLI_KEY_DATA,
  RGM_CLI_KEY_SEARCH,
  RGM_CLI_KEY_SORT,
  RGM_CLI_KEY_ARMS,
  RGM_CLI_KEY_BY,
  RGM_CLI_KEY_MODEL,
  RGM_CLI_KEY_INTERVAL,
  RGM_CLI_KEY_LEVEL,
  RGM_CLI_KEY_KNAPP_HARTUNG,
  RGM_CLI_KEY_LEAVE_ONE_OUT,
  RGM_CLI_KEY_OUTPUT,
  RGM_CLI_KEY_SIZE,
  RGM_CLI_KEY_THEME,
  RGM_CLI_KEY_AGENTS,
  RGM_CLI_KEY_ALTERATIONS,
  RGM_CLI_KEY_CONDITIONS,
  RGM_CLI_KEY_FORMAT,
  RGM_CLI_N_KEYS,
} RgmCliKey;

/**
 * RgmCliOption:
 * @key: what it is about
 * @verbs: the verbs that take it, as flags of #RgmVerb
 * @name: how it is called, without dashes
 * @letter: its short form, or 0
 * @summary: what it means, to be translated
 * @parameter: (nullable): what its value is called, to be translated, or %NULL if it has none
 * @is_file: whether its value is the name of a file, which may be any bytes; every other is UTF-8
 * @choices: (nullable) (array zero-terminated=1): the values there are, or %NULL where they can't be listed
 *
 * One row of the table of options, which help, manual, completion and parser are made from.
 */
typedef struct
{
  RgmCliKey           key;
  guint               verbs;
  const char         *name;
  char                letter;
  const char         *summary;
  const char         *parameter;
  gboolean            is_file;
  const char * const *choices;
} RgmCliOption;

const RgmCliVerb   *rgm_cli_verb_at     (guint       position);
const RgmCliOption *rgm_cli_option_at   (guint       position);
RgmVerb             rgm_verb_from_name  (const char *name);
const char * const *rgm_verb_names      (void);

G_END_DECLS
