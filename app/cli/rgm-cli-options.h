/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rgm-cli-calls.h"

G_BEGIN_DECLS

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

/**
 * RgmCliOptions:
 * @verb: the verb
 * @words: the arguments that follow it and are no options; never %NULL
 * @data: (nullable) (type filename): the file of the data set, or %NULL for the embedded one
 * @search: (nullable): the query
 * @sort: (nullable): the order, one of those that `rgm_order_is_key()` knows
 * @arms: (nullable): ids of arms, at least one, or %NULL for all
 * @by: (nullable): 'none', 'class' or 'regimen'
 * @model: (nullable): 'glmm', 'reml', 'dl', 'pm' or 'common'
 * @interval: (nullable): 'clopper-pearson', 'wilson', 'agresti-coull' or 'jeffreys'
 * @level: the level of intervals, above 0.5 and below 1; 0.95 where the call says nothing
 * @knapp_hartung: whether Knapp and Hartung's interval is wanted
 * @leave_one_out: whether each arm is to be left out in turn
 * @output: (nullable) (type filename): the file to write
 * @has_size: whether the call says a size
 * @width: the width that the call says
 * @height: the height that the call says
 * @theme: (nullable): 'light', 'dark', 'contrast' or 'print'
 * @agents: (nullable): ids of agents
 * @alterations: (nullable): ids of alterations
 * @conditions: (nullable): ids of conditions, which may be none, or %NULL where the call says nothing
 * @format: how to answer
 *
 * A call, checked as far as it can be without a data set. What the call doesn't say is
 * %NULL, so that the room that answers knows its own default.
 */
typedef struct
{
  RgmVerb        verb;
  char         **words;
  char          *data;
  char          *search;
  char          *sort;
  char         **arms;
  char          *by;
  char          *model;
  char          *interval;
  double         level;
  gboolean       knapp_hartung;
  gboolean       leave_one_out;
  char          *output;
  gboolean       has_size;
  int            width;
  int            height;
  char          *theme;
  char         **agents;
  char         **alterations;
  char         **conditions;
  RgmCliFormat   format;
} RgmCliOptions;

RgmCliOptions *rgm_cli_options_parse   (RgmVerb      verb,
                                        char       **arguments,
                                        GError     **error);
void           rgm_cli_options_free    (RgmCliOptions *self);
char          *rgm_cli_help            (RgmVerb      verb);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RgmCliOptions, rgm_cli_options_free)

G_END_DECLS
