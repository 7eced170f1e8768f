/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-pooling.h"

#include <math.h>

#include "rgm-pooled-rate-private.h"
#include "rgm-pooling-private.h"
#include "rgm-reason-text.h"

G_STATIC_ASSERT ((int) RGM_POOLING_GLMM == (int) RGM_POOL_GLMM);
G_STATIC_ASSERT ((int) RGM_POOLING_REML == (int) RGM_POOL_REML);
G_STATIC_ASSERT ((int) RGM_POOLING_DL == (int) RGM_POOL_DL);
G_STATIC_ASSERT ((int) RGM_POOLING_PM == (int) RGM_POOL_PM);
G_STATIC_ASSERT ((int) RGM_POOLING_COMMON == (int) RGM_POOL_COMMON);

struct _RgmPooling
{
  gatomicrefcount    references;
  RgmPoolingOptions  options;
  GPtrArray         *responses;
  double            *weights;
  gsize             *group_of;
  RgmPooledRate      overall;
  GArray            *groups;
  RgmPooledBetween   between;
  RgmPooledRate     *without;
  char              *why_not_between;
  char              *method;
};

static const char *
group_key (const RgmResponse *response,
           RgmPoolingBy       by)
{
  const char *class_id = response->arm->class_id;

  if (by == RGM_POOLING_BY_REGIMEN)
    return response->arm->regimen->id;

  return class_id != NULL ? class_id : RGM_POOLING_MIXED;
}

static const char *
group_label (const RgmResponse *response,
             RgmPoolingBy       by)
{
  if (by == RGM_POOLING_BY_REGIMEN)
    return response->arm->regimen->name;

  return group_key (response, by);
}

/* Groups come in the order in which the arms bring them. Their words are the arms', which
 * the responses hold. */
static void
find_groups (RgmPooling *self)
{
  for (guint i = 0; i < self->responses->len; i++)
    {
      const RgmResponse *response = g_ptr_array_index (self->responses, i);
      const char *key = group_key (response, self->options.by);
      guint g = 0;

      while (g < self->groups->len && !g_str_equal (g_array_index (self->groups, RgmPoolingGroup, g).key, key))
        g++;
      if (g == self->groups->len)
        {
          RgmPoolingGroup group = { key, group_label (response, self->options.by) };

          g_array_append_val (self->groups, group);
        }
      g_array_index (self->groups, RgmPoolingGroup, g).arms++;
      self->group_of[i] = g;
    }
}

/* Pools the arms of a group, or all arms. */
static RgmPooledRate
make_rate (RgmPooling          *self,
           const RgmPoolResult *result,
           const guint         *group,
           const guint         *omitted)
{
  g_autoptr (GPtrArray) responses = g_ptr_array_new ();

  for (guint i = 0; i < self->responses->len; i++)
    if ((group == NULL || self->group_of[i] == *group) && (omitted == NULL || i != *omitted))
      g_ptr_array_add (responses, g_ptr_array_index (self->responses, i));

  return rgm_pooled_rate_new (result, &self->options, responses);
}

static void
pool_groups (RgmPooling           *self,
             const RgmPoolArm     *arms,
             const RgmPoolOptions *options)
{
  g_autofree RgmPoolResult *results = NULL;
  RgmPoolBetween between;

  find_groups (self);
  results = g_new (RgmPoolResult, MAX (self->groups->len, 1));
  rgm_pool_groups (arms, self->group_of, self->responses->len, self->groups->len, options, results, &between);

  for (guint g = 0; g < self->groups->len; g++)
    g_array_index (self->groups, RgmPoolingGroup, g).rate = make_rate (self, &results[g], &g, NULL);

  self->why_not_between = rgm_pooling_text_small_groups (self);
  self->between = (RgmPooledBetween) {
    between.q, between.df, between.p, rgm_reason_get_text (between.reason), rgm_pooling_text_between ()
  };
  if (self->why_not_between != NULL)
    {
      self->between.q = self->between.p = NAN;
      self->between.why_not = self->why_not_between;
    }
}

static void
pool_others (RgmPooling           *self,
             const RgmPoolArm     *arms,
             const RgmPoolOptions *options)
{
  guint k = self->responses->len;
  g_autofree RgmPoolResult *results = g_new (RgmPoolResult, MAX (k, 1));

  rgm_pool_leave_one_out (arms, k, options, results);
  self->without = g_new (RgmPooledRate, MAX (k, 1));
  for (guint i = 0; i < k; i++)
    self->without[i] = make_rate (self, &results[i], NULL, &i);
}

/**
 * rgm_pooling_new:
 * @responses: (element-type RgmResponse): responses, those of a trial one after another; see rgm_responses_collect()
 * @options: how they are pooled; see rgm_pooling_options_check()
 *
 * Pools those of @responses that have counts. It may take a second for thousands of arms; it may be done in any thread.
 *
 * Returns: (transfer full): the pooling; absent numbers have reasons
 */
RgmPooling *
rgm_pooling_new (GPtrArray               *responses,
                 const RgmPoolingOptions *options)
{
  RgmPooling *self = g_new0 (RgmPooling, 1);
  g_autofree RgmPoolArm *arms = g_new (RgmPoolArm, MAX (responses->len, 1));
  RgmPoolOptions pool = { (RgmPoolModel) options->model, options->level, options->knapp_hartung };
  RgmPoolResult overall;
  guint k;

  g_atomic_ref_count_init (&self->references);
  self->options = *options;
  self->responses = g_ptr_array_new_with_free_func ((GDestroyNotify) rgm_response_free);
  for (guint i = 0; i < responses->len; i++)
    {
      const RgmResponse *response = g_ptr_array_index (responses, i);

      if (!rgm_response_has_counts (response))
        continue;
      arms[self->responses->len] = (RgmPoolArm) { response->responders, response->analysed };
      g_ptr_array_add (self->responses, rgm_response_copy (response));
    }

  k = self->responses->len;
  self->weights = g_new (double, MAX (k, 1));
  self->group_of = g_new0 (gsize, MAX (k, 1));
  self->groups = g_array_new (FALSE, TRUE, sizeof (RgmPoolingGroup));

  rgm_pool (arms, k, &pool, &overall, self->weights);
  self->overall = make_rate (self, &overall, NULL, NULL);
  /* The weights are of the pooled rate. */
  for (guint i = 0; i < k && !rgm_pooled_rate_is_pooled (&self->overall); i++)
    self->weights[i] = NAN;
  if (options->by != RGM_POOLING_BY_NONE)
    pool_groups (self, arms, &pool);
  if (options->leave_one_out)
    pool_others (self, arms, &pool);
  self->method = rgm_pooling_text_method (self);

  return self;
}

/**
 * rgm_pooling_is_of:
 * @self: a pooling
 * @responses: (element-type RgmResponse): responses, as for rgm_pooling_new()
 * @options: how they are pooled
 *
 * Returns: whether rgm_pooling_new() would make the same pooling of @responses. Records are immutable, and @self holds its own: the same
 *   ones in the same order, with the same options, are pooled to the same
 */
gboolean
rgm_pooling_is_of (const RgmPooling        *self,
                   GPtrArray               *responses,
                   const RgmPoolingOptions *options)
{
  const RgmPoolingOptions *own = &self->options;
  guint k = 0;

  if (own->model != options->model || own->interval != options->interval || own->level != options->level ||
      own->knapp_hartung != options->knapp_hartung || own->by != options->by || own->leave_one_out != options->leave_one_out)
    return FALSE;

  for (guint i = 0; i < responses->len; i++)
    {
      const RgmResponse *response = g_ptr_array_index (responses, i);
      const RgmResponse *pooled;

      if (!rgm_response_has_counts (response))
        continue;
      if (k == self->responses->len)
        return FALSE;
      pooled = g_ptr_array_index (self->responses, k++);
      /* An only arm's own interval stands for the pooled one. */
      if (pooled->trial != response->trial || pooled->arm != response->arm || pooled->outcome != response->outcome ||
          pooled->responders != response->responders || pooled->analysed != response->analysed ||
          pooled->lower != response->lower || pooled->upper != response->upper)
        return FALSE;
    }

  return k == self->responses->len;
}

/**
 * rgm_pooling_unref:
 * @self: (transfer full): a pooling
 *
 * Drops a reference.
 */
void
rgm_pooling_unref (RgmPooling *self)
{
  if (!g_atomic_ref_count_dec (&self->references))
    return;

  g_ptr_array_unref (self->responses);
  g_array_unref (self->groups);
  g_free (self->weights);
  g_free (self->group_of);
  g_free (self->without);
  g_free (self->why_not_between);
  g_free (self->method);
  g_free (self);
}

/**
 * rgm_pooling_get_options:
 * @self: a pooling
 *
 * Returns: (transfer none): the options
 */
const RgmPoolingOptions *
rgm_pooling_get_options (const RgmPooling *self)
{
  return &self->options;
}

/**
 * rgm_pooling_get_n_arms:
 * @self: a pooling
 *
 * Returns: how many arms were pooled
 */
guint
rgm_pooling_get_n_arms (const RgmPooling *self)
{
  return self->responses->len;
}

/**
 * rgm_pooling_get_response:
 * @self: a pooling
 * @arm: the index of an arm
 *
 * Returns: (transfer none): the arm's response; it has counts
 */
const RgmResponse *
rgm_pooling_get_response (const RgmPooling *self,
                          guint             arm)
{
  g_return_val_if_fail (arm < self->responses->len, NULL);

  return g_ptr_array_index (self->responses, arm);
}

/**
 * rgm_pooling_get_weight:
 * @self: a pooling
 * @arm: the index of an arm
 *
 * Returns: the arm's weight in percent; NAN under the GLMM, which has none, and where nothing was pooled
 */
double
rgm_pooling_get_weight (const RgmPooling *self,
                        guint             arm)
{
  g_return_val_if_fail (arm < self->responses->len, NAN);

  return self->weights[arm];
}

/**
 * rgm_pooling_get_overall:
 * @self: a pooling
 *
 * Returns: (transfer none): the result of pooling all arms
 */
const RgmPooledRate *
rgm_pooling_get_overall (const RgmPooling *self)
{
  return &self->overall;
}

/**
 * rgm_pooling_get_n_groups:
 * @self: a pooling
 *
 * Returns: how many groups there are; 0 if none were asked for
 */
guint
rgm_pooling_get_n_groups (const RgmPooling *self)
{
  return self->groups->len;
}

/**
 * rgm_pooling_get_group:
 * @self: a pooling
 * @group: the index of a group
 *
 * Returns: (transfer none): the group
 */
const RgmPoolingGroup *
rgm_pooling_get_group (const RgmPooling *self,
                       guint             group)
{
  g_return_val_if_fail (group < self->groups->len, NULL);

  return &g_array_index (self->groups, RgmPoolingGroup, group);
}

/**
 * rgm_pooling_get_between:
 * @self: a pooling
 *
 * Returns: (transfer none) (nullable): the test between the groups, to be shown only with its note; %NULL if no groups were asked
 *   for
 */
const RgmPooledBetween *
rgm_pooling_get_between (const RgmPooling *self)
{
  return self->options.by != RGM_POOLING_BY_NONE ? &self->between : NULL;
}

/**
 * rgm_pooling_get_leave_one_out:
 * @self: a pooling
 * @arm: the index of an arm
 *
 * Returns: (transfer none) (nullable): the result of pooling all arms but @arm; %NULL if that wasn't requested
 */
const RgmPooledRate *
rgm_pooling_get_leave_one_out (const RgmPooling *self,
                               guint             arm)
{
  g_return_val_if_fail (arm < self->responses->len, NULL);

  return self->without != NULL ? &self->without[arm] : NULL;
}

/**
 * rgm_pooling_get_method:
 * @self: a pooling
 *
 * Returns: (transfer none) (nullable): what was done, in sentences as a methods section has them; %NULL without any arm
 */
const char *
rgm_pooling_get_method (const RgmPooling *self)
{
  return self->method;
}

/**
 * rgm_pooling_get_caveat:
 * @self: a pooling
 *
 * Returns: (nullable): see rgm_responses_get_caveat()
 */
const char *
rgm_pooling_get_caveat (const RgmPooling *self)
{
  return rgm_responses_get_caveat (self->responses);
}
