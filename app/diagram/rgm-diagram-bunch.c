/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-diagram-private.h"

#include <math.h>

/* The width, in marks, of a block of unnamed marks. */
#define SHAPES_A_ROW 4

/* With more rows than this, the list beside a kinase is split between its two sides. */
#define ROWS_INSIDE 3

static const RgmDiagramAgent *
get_agent (const RgmPlan  *self,
           const RgmBunch *bunch,
           guint           index)
{
  return &g_array_index (self->diagram->agents, RgmDiagramAgent, self->order[bunch->first + index]);
}

static gboolean
is_named (const RgmPlan         *self,
          const RgmDiagramAgent *agent)
{
  return self->detail == RGM_DETAIL_NAMES || agent->state == RGM_DIAGRAM_AGENT_GIVEN;
}

/* Computes the number of rows and the width of a bunch. */
static void
measure_bunch (RgmPlan  *self,
               RgmBunch *bunch)
{
  guint unnamed = 0;

  bunch->rows = 0;
  bunch->width = 0;

  for (guint i = 0; i < bunch->n; i++)
    {
      const RgmDiagramAgent *agent = get_agent (self, bunch, i);
      RgmWeight weight = agent->state == RGM_DIAGRAM_AGENT_GIVEN ? RGM_WEIGHT_BOLD : RGM_WEIGHT_REGULAR;

      if (is_named (self, agent))
        {
          bunch->rows++;
          bunch->width = MAX (bunch->width, self->a * 1.2 + rgm_text_measure_get_width (self->measure, agent->name, self->a, weight));
        }
      else
        unnamed++;
    }

  bunch->rows += (unnamed + SHAPES_A_ROW - 1) / SHAPES_A_ROW;
  bunch->width = MAX (bunch->width, MIN (unnamed, SHAPES_A_ROW) * self->a * 1.1);
}

static gboolean
belongs (const RgmPlan         *self,
         const RgmBunch        *bunch,
         const RgmDiagramAgent *agent)
{
  return g_str_equal (rgm_diagram_node (self->diagram, bunch->node)->id, agent->node) && bunch->inside == agent->inside &&
         g_strcmp0 (bunch->domain, agent->domain) == 0;
}

/* The agents, bunch by bunch, with the given ones first in each. */
static void
collect_bunches (RgmPlan *self)
{
  GArray *agents = self->diagram->agents;
  g_autofree gboolean *taken = g_new0 (gboolean, agents->len + 1);
  guint n_taken = 0;

  for (guint i = 0; i < agents->len; i++)
    {
      const RgmDiagramAgent *first = &g_array_index (agents, RgmDiagramAgent, i);
      RgmBunch bunch = { .domain = first->domain, .inside = first->inside, .rightwards = TRUE, .first = n_taken };

      if (taken[i])
        continue;
      rgm_diagram_find (self->diagram, first->node, &bunch.node);

      for (guint pass = 0; pass < 2; pass++)
        for (guint j = i; j < agents->len; j++)
          {
            const RgmDiagramAgent *agent = &g_array_index (agents, RgmDiagramAgent, j);

            if (taken[j] || !belongs (self, &bunch, agent) || (agent->state == RGM_DIAGRAM_AGENT_GIVEN) != (pass == 0))
              continue;
            taken[j] = TRUE;
            self->order[n_taken++] = j;
            bunch.n++;
          }

      measure_bunch (self, &bunch);
      g_array_append_val (self->bunches, bunch);
    }
}

/* A long list beside a kinase is split between its two sides. */
static void
part_long_ones (RgmPlan *self)
{
  for (guint i = 0, length = self->bunches->len; i < length; i++)
    {
      RgmBunch *bunch = &g_array_index (self->bunches, RgmBunch, i);
      RgmBunch second = *bunch;

      if (!bunch->inside || bunch->rows <= ROWS_INSIDE)
        continue;

      bunch->n = (bunch->n + 1) / 2;
      second.first += bunch->n;
      second.n -= bunch->n;
      second.rightwards = FALSE;
      measure_bunch (self, bunch);
      measure_bunch (self, &second);
      g_array_append_val (self->bunches, second);
    }
}

/* Outside the cell, a receptor's longest list goes on its right and the others on its left. */
static void
choose_sides (RgmPlan *self)
{
  for (guint i = 0; i < self->bunches->len; i++)
    {
      RgmBunch *bunch = &g_array_index (self->bunches, RgmBunch, i);

      for (guint j = 0; j < self->bunches->len && !bunch->inside; j++)
        {
          const RgmBunch *other = &g_array_index (self->bunches, RgmBunch, j);

          if (other->node == bunch->node && !other->inside && j != i &&
              (other->n > bunch->n || (other->n == bunch->n && j < i)))
            bunch->rightwards = FALSE;
        }
    }
}

/* Groups the agents into bunches, without positions. */
void
rgm_plan_bunch (RgmPlan *self)
{
  collect_bunches (self);
  choose_sides (self);
  part_long_ones (self);
}

/* Places a bunch whose side towards its node is at @x. */
void
rgm_plan_place_bunch (RgmPlan  *self,
                      RgmBunch *bunch,
                      double    x,
                      double    top)
{
  double row = self->a * RGM_AGENT_ROW;
  double direction = bunch->rightwards ? 1 : -1;
  guint at_row = 0, unnamed = 0;

  bunch->area = (RgmRect) { bunch->rightwards ? x : x - bunch->width, top, bunch->width, bunch->rows * row };

  for (guint i = 0; i < bunch->n; i++)
    {
      const RgmDiagramAgent *agent = get_agent (self, bunch, i);
      RgmSpot *spot = &self->spots[self->order[bunch->first + i]];

      spot->rightwards = bunch->rightwards;
      spot->named = is_named (self, agent);
      spot->x = x + direction * self->a * (spot->named ? 0.5 : 0.5 + 1.1 * (unnamed % SHAPES_A_ROW));
      spot->y = top + row * (0.5 + (spot->named ? at_row++ : at_row + unnamed++ / SHAPES_A_ROW));
    }
}
