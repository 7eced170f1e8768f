/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rgm-data-set.h"
#include "rgm-figure-options.h"
#include "rgm-pooling-options.h"
#include "rgm-selection.h"

G_BEGIN_DECLS

/**
 * RgmTrialsOptions:
 * @by: what the arms are grouped by
 * @sort: (nullable): what the arms are ordered by: 'name', 'orr', 'pfs', 'os', 'n' or
 *   'phase', the smallest first, or with a minus sign before it the largest; in a figure
 *   of response also 'weight'. Anything else, and %NULL, leaves them in the order of the
 *   trials
 * @arms: (nullable): ids of the only arms to show
 * @excluded: (nullable): ids of trials that are left out by hand
 *
 * What every figure of trials can be asked for. Arms are ordered by their own numbers,
 * where an order of trials goes by each one's best arm.
 */
typedef struct
{
  RgmPoolingBy   by;
  char          *sort;
  char         **arms;
  char         **excluded;
} RgmTrialsOptions;

extern const RgmOptionSuggestion rgm_figure_orders[];

/**
 * RGM_CHOSEN_ARMS_OPTIONS:
 * @Struct: a struct of options with a member 'trials' of #RgmTrialsOptions
 *
 * The descriptions of which arms are shown, for the table of a kind.
 */
#define RGM_CHOSEN_ARMS_OPTIONS(Struct)                                                                   \
  { .key = "arms", .kind = RGM_OPTION_IDS, .offset = G_STRUCT_OFFSET (Struct, trials.arms),               \
    .topic = "charts#chosen" },                                                                           \
  { .key = "excluded", .kind = RGM_OPTION_IDS, .offset = G_STRUCT_OFFSET (Struct, trials.excluded),       \
    .topic = "charts#chosen" }

/**
 * RGM_TRIALS_OPTIONS:
 * @Struct: a struct of options with a member 'trials' of #RgmTrialsOptions
 *
 * Their descriptions, for the table of a kind. The words are translated where they are shown.
 */
#define RGM_TRIALS_OPTIONS(Struct)                                                                        \
  { .key = "by", .kind = RGM_OPTION_CHOICE, .offset = G_STRUCT_OFFSET (Struct, trials.by),                \
    .label = N_("Groups"), .help = N_("Groups the arms under headings"),                                  \
    .topic = "charts#groups", .type = rgm_pooling_by_get_type },                                          \
  { .key = "sort", .kind = RGM_OPTION_TEXT, .offset = G_STRUCT_OFFSET (Struct, trials.sort),              \
    .label = N_("Order"), .help = N_("The order of the arms, within their groups"),                       \
    .topic = "charts#groups", .suggestions = rgm_figure_orders },                                         \
  RGM_CHOSEN_ARMS_OPTIONS (Struct)

/**
 * RgmFigureArm:
 * @trial: the trial
 * @arm: its arm
 * @group_id: (nullable): the id of the group that the arm is shown in
 * @group_name: (nullable): the group's name
 *
 * An arm that a figure is about. All of it lives as long as the data set.
 */
typedef struct
{
  RgmTrial   *trial;
  RgmArm     *arm;
  const char *group_id;
  const char *group_name;
} RgmFigureArm;

GListModel *rgm_figure_list_trials  (RgmSelection           *selection,
                                     const RgmTrialsOptions *options);
GArray     *rgm_figure_collect_arms (RgmSelection           *selection,
                                     const RgmTrialsOptions *options);

G_END_DECLS
