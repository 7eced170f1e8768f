/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rgm-diagram-private.h"

G_BEGIN_DECLS

/* Private to the two halves of planning: `rgm-diagram-plan.c` measures, `rgm-diagram-layout.c` places. */

/* All sizes here are relative to the type size t. Gaps between rows grow with the available height and shrink before the type does;
   named items don't. */
#define MIN_FLEX 0.5
#define MAX_FLEX 2.4

#define GAP_TOP 0.7
#define GAP_LIGAND 1.2
#define GAP_KINASE 1.0
#define GAP_PAIRS 2.0
#define GAP_HUB 1.3
#define GAP_LANES 0.9
#define GAP_LANE 1.0
#define GAP_ENVELOPE 1.1
#define GAP_NUCLEUS 1.0
#define GAP_ENDS 1.2
#define GAP_BOTTOM 0.9

#define MEMBRANE 1.1
#define LANE_NAME 1.15
#define LOBE_WIDTH 2.3
#define MIN_LOBES 5.6
#define LEADER 1.3
#define LEADER_INSIDE 0.7
#define COLUMN_GAP 0.9
#define SIDE_GAP 1.9
#define BADGE_HEIGHT 1.5

/* The type size of agents, relative to that of nodes. */
#define AGENT_TYPE 0.92

/* A column of a receptor or a lane: its extents to the left and right of its centre. */
typedef struct
{
  guint  node;
  double left;
  double right;
  double middle;
} Column;

typedef struct
{
  RgmPlan *plan;
  GArray  *receptors;   /* of Column */
  GArray  *lanes;       /* of Column; node is the lane's index */
  guint    lane_rows;
  double   flex;
  double   top_height;  /* ligands and badges */
  double   outer_height;
  double   inner_height;
  double   side_width;
  double   pairs_width;
} Plotting;

RgmBunch *rgm_plan_find_bunch (RgmPlan *plan, guint node, gboolean inside, gboolean rightwards, guint *at);
double rgm_plan_side_of (RgmPlan *plan, guint node, gboolean inside, gboolean rightwards, double *rows);
double rgm_plan_badge_width (const RgmPlan *self, guint badge);
double rgm_plan_sum_columns (GArray *columns, double gap);
double rgm_plan_gap (const Plotting *self, double size);
double rgm_plan_outside_height (Plotting *self);
double rgm_plan_inside_height (Plotting *self);
double rgm_plan_side_item_height (Plotting *self, guint node);
double rgm_plan_side_row (Plotting *self, RgmDiagramZone zone);
void rgm_plan_measure (Plotting *self, double width, double height);

G_END_DECLS
