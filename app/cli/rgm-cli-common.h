/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rgm-cli-options.h"
#include "rgm-data-set.h"
#include "rgm-selection.h"
#include "rgm-story.h"

G_BEGIN_DECLS

/* What a call of the program ends with. */
#define RGM_CLI_GOOD     0
#define RGM_CLI_BAD_DATA 1
#define RGM_CLI_BAD_CALL 2

void          rgm_cli_complain  (const char          *format,
                                 ...) G_GNUC_PRINTF (1, 2);
void          rgm_cli_print_faults (const char       *text);
int           rgm_cli_answer    (const char          *text);
int           rgm_cli_fail      (const GError        *error);
RgmDataSet   *rgm_cli_load      (const char          *path);
const char   *rgm_cli_find_figure
                                (const char          *id,
                                 GError             **error);
void          rgm_cli_set_origin
                                (const RgmCliOptions *options,
                                 RgmSelection        *selection);
RgmSelection *rgm_cli_select_origin
                                (const RgmCliOptions *options,
                                 RgmDataSet          *data_set,
                                 GError             **error);
RgmSelection *rgm_cli_select    (const RgmCliOptions *options,
                                 RgmDataSet          *data_set,
                                 GError             **error);
RgmStory     *rgm_cli_read_story
                                (const char          *path,
                                 GError             **error);
void          rgm_cli_refuse_slide
                                (const char          *title,
                                 const char          *reason);

/* The verbs. Each takes a call and a data set, answers, and returns the exit status. */
int           rgm_cli_list      (const RgmCliOptions *options,
                                 RgmDataSet          *data_set);
int           rgm_cli_show      (const RgmCliOptions *options,
                                 RgmDataSet          *data_set);
int           rgm_cli_signal    (const RgmCliOptions *options,
                                 RgmDataSet          *data_set);
int           rgm_cli_match     (const RgmCliOptions *options,
                                 RgmDataSet          *data_set);
int           rgm_cli_chart     (const RgmCliOptions *options,
                                 RgmDataSet          *data_set);
int           rgm_cli_pool      (const RgmCliOptions *options,
                                 RgmDataSet          *data_set);
int           rgm_cli_slides    (const RgmCliOptions *options,
                                 RgmDataSet          *data_set);
int           rgm_cli_check     (const RgmCliOptions *options);
int           rgm_cli_new       (const RgmCliOptions *options);
int           rgm_cli_curves    (const RgmCliOptions *options,
                                 RgmDataSet          *data_set);
int           rgm_cli_reconstruct
                                (const RgmCliOptions *options);
int           rgm_cli_compare   (const RgmCliOptions *options,
                                 RgmDataSet          *data_set);
int           rgm_cli_cite      (const RgmCliOptions *options,
                                 RgmDataSet          *data_set);
int           rgm_cli_import    (const RgmCliOptions *options);
int           rgm_cli_changes   (const RgmCliOptions *options);

G_END_DECLS
