/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rgm-enum.h"

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
  RGM_VERB_NEW    = 1 << 6,
  RGM_VERB_CURVES = 1 << 7,
  RGM_VERB_RECONSTRUCT = 1 << 8,
  RGM_VERB_COMPARE = 1 << 9,
  RGM_VERB_MATCH  = 1 << 20,
  RGM_VERB_IMPORT = 1 << 10,
  RGM_VERB_CHANGES = 1 << 11,
  RGM_VERB_SLIDES = 1 << 21,
  RGM_VERB_CITE = 1 << 12,
} RgmVerb;

/**
 * RgmCliVerb:
 * @verb: the verb
 * @name: how it is called
 * @parameters: what follows it beside options, or an empty string
 * @summary: (not nullable): what it does, one sentence to be translated
 * @choices: (nullable): lists the values of its parameter, or %NULL where they can't be listed
 *
 * One row of the table of verbs.
 */
typedef struct
{
  RgmVerb      verb;
  const char  *name;
  const char  *parameters;
  const char  *summary;
  char      **(*choices) (void);
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
  RGM_CLI_KEY_EACH_ARM,
  RGM_CLI_KEY_SET,
  RGM_CLI_KEY_OUTPUT,
  RGM_CLI_KEY_FROM,
  RGM_CLI_KEY_FIGURES,
  RGM_CLI_KEY_SIZE,
  RGM_CLI_KEY_SLIDE_SIZE,
  RGM_CLI_KEY_IMAGES,
  RGM_CLI_KEY_TABLES,
  RGM_CLI_KEY_METHOD,
  RGM_CLI_KEY_HANDOUT,
  RGM_CLI_KEY_TEMPLATE,
  RGM_CLI_KEY_STORY,
  RGM_CLI_KEY_THEME,
  RGM_CLI_KEY_AGENTS,
  RGM_CLI_KEY_ALTERATIONS,
  RGM_CLI_KEY_CONDITIONS,
  RGM_CLI_KEY_PATIENT,
  RGM_CLI_KEY_FORMAT,
  RGM_CLI_KEY_REFERENCE_FORMAT,
  RGM_CLI_KEY_TIME,
  RGM_CLI_KEY_STATUS,
  RGM_CLI_KEY_EVENT,
  RGM_CLI_KEY_GROUP,
  RGM_CLI_KEY_UNIT,
  RGM_CLI_KEY_TRANSFORM,
  RGM_CLI_KEY_AT,
  RGM_CLI_KEY_TAU,
  RGM_CLI_KEY_REFERENCE,
  RGM_CLI_KEY_TIMES,
  RGM_CLI_KEY_RECONSTRUCTED,
  RGM_CLI_KEY_ENDPOINT,
  RGM_CLI_KEY_FAILURE,
  RGM_CLI_KEY_PROBABILITY,
  RGM_CLI_KEY_AT_RISK,
  RGM_CLI_KEY_PATIENTS,
  RGM_CLI_KEY_EVENTS,
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
 * @vocabulary: (nullable): gives the type of its value, an enumeration; see RGM_DEFINE_ENUM()
 * @values: which values of @vocabulary it takes, each a bit by its number, or 0 for all of them
 * @list: (nullable): lists what its value names, with commas between: a part of the value is held against it where it is used
 * @also: (nullable): one more value that it takes
 * @is_reversible: whether a minus sign before the value reverses what it means
 * @is_list: whether it may be given more than once, each time with a further value
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
  GType             (*vocabulary) (void);
  guint               values;
  char             **(*list) (void);
  const char         *also;
  gboolean            is_reversible;
  gboolean            is_list;
} RgmCliOption;

/**
 * RgmCliFormat:
 * @RGM_CLI_TEXT: for people
 * @RGM_CLI_CSV: a table
 * @RGM_CLI_JSON: for programs
 *
 * How a verb answers.
 */
typedef enum
{
  RGM_CLI_TEXT,
  RGM_CLI_CSV,
  RGM_CLI_JSON,
} RgmCliFormat;

/* The value of --model that is no model. */
#define RGM_CLI_ALL_MODELS "all"

#define RGM_TYPE_CLI_FORMAT (rgm_cli_format_get_type ())

GType               rgm_cli_format_get_type    (void) G_GNUC_CONST;
const RgmCliVerb   *rgm_cli_verb_at            (guint               position);
const RgmCliOption *rgm_cli_option_at          (guint               position);
char              **rgm_cli_option_get_choices (const RgmCliOption *self);
char               *rgm_cli_option_get_summary (const RgmCliOption *self);
RgmVerb             rgm_verb_from_name         (const char         *name);
const char * const *rgm_verb_names             (void);

G_END_DECLS
