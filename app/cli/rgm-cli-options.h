/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rgm-cli-table.h"

G_BEGIN_DECLS

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
 * @each_arm: whether a table has a row for each arm
 * @leave_one_out: whether each arm is to be left out in turn
 * @set: (nullable): what the options of a figure are set to, each 'OPTION=VALUE'
 * @output: (nullable) (type filename): the file to write
 * @figures: (nullable): kinds of figures
 * @slide_size: (nullable): a nick of #RgmSlideSize
 * @images: (nullable): a nick of #RgmExportFormat
 * @tables: whether slides with tables follow the charts
 * @method: whether the method stands on the slides
 * @handout: (nullable): a nick of #RgmHandout
 * @template: (nullable): the file whose look the slides take
 * @story: (nullable) (type filename): the story whose references are asked for
 * @has_size: whether the call says a size
 * @width: the width that the call says
 * @height: the height that the call says
 * @theme: (nullable): 'light', 'dark', 'contrast' or 'print'
 * @agents: (nullable): ids of agents
 * @alterations: (nullable): ids of alterations
 * @conditions: (nullable): ids of conditions, which may be none, or %NULL where the call says nothing
 * @patient: (nullable): what is known about a patient
 * @format: how to answer
 * @reference_format: (nullable): 'ris', 'bibtex' or 'csl-json'
 * @time: (nullable): the column of times
 * @status: (nullable): the column that says who had the event
 * @event: (nullable): the status of patients with the event
 * @group: (nullable): the column of groups, or the name of one
 * @unit: (nullable): the unit of times
 * @transform: (nullable): 'plain', 'log' or 'log-log'
 * @at: (nullable) (element-type double): times from 0
 * @tau: a time above 0, or NAN
 * @reference: (nullable): the name of a group
 * @times: (nullable) (type filename): the file of patients' times
 * @reconstructed: (nullable): what was known with the published curve that the times come from
 * @endpoint: (nullable): the id of an endpoint
 * @failure: whether 1 - survival is wanted
 * @probability: whether an axis of probabilities is wanted
 * @at_risk: (nullable) (type filename): the file of numbers at risk
 * @patients: a number of patients, or -1
 * @events: a number of events, or -1
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
  gboolean       each_arm;
  gboolean       leave_one_out;
  char         **set;
  char          *output;
  char          *from;
  char         **figures;
  char          *slide_size;
  char          *images;
  gboolean       tables;
  gboolean       method;
  char          *handout;
  char          *template;
  char          *story;
  gboolean       has_size;
  int            width;
  int            height;
  char          *theme;
  char         **agents;
  char         **alterations;
  char         **conditions;
  char          *patient;
  RgmCliFormat   format;
  char          *reference_format;
  char          *time;
  char          *status;
  char          *event;
  char          *group;
  char          *unit;
  char          *transform;
  GArray        *at;
  double         tau;
  char          *reference;
  char          *times;
  char          *reconstructed;
  char          *endpoint;
  gboolean       failure;
  gboolean       probability;
  char          *at_risk;
  gint64         patients;
  gint64         events;
} RgmCliOptions;

RgmCliOptions *rgm_cli_options_parse   (RgmVerb      verb,
                                        char       **arguments,
                                        GError     **error);
void           rgm_cli_options_free    (RgmCliOptions *self);
char          *rgm_cli_help            (RgmVerb      verb);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RgmCliOptions, rgm_cli_options_free)

G_END_DECLS
