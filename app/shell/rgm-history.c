/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include "rgm-history.h"

/* More than a person goes back. */
#define MOST_STOPS 100

/* What was looked at, and where in it one is:
 *
 *     stops:   response   trial/a   trial/b   compare
 *                                   ^ current
 */
struct _RgmHistory
{
  GObject  parent_instance;

  GArray  *stops;
  guint    current;
};

G_DEFINE_FINAL_TYPE (RgmHistory, rgm_history, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_CAN_GO_BACK,
  PROP_CAN_GO_FORWARD,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
stop_clear (gpointer data)
{
  RgmStop *stop = data;

  g_free (stop->view);
  g_free (stop->trial);
}

static void
notify (RgmHistory *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CAN_GO_BACK]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CAN_GO_FORWARD]);
}

static void
rgm_history_finalize (GObject *object)
{
  g_array_unref (RGM_HISTORY (object)->stops);

  G_OBJECT_CLASS (rgm_history_parent_class)->finalize (object);
}

static void
rgm_history_get_property (GObject    *object,
                          guint       prop_id,
                          GValue     *value,
                          GParamSpec *pspec)
{
  RgmHistory *self = RGM_HISTORY (object);

  switch (prop_id)
    {
    case PROP_CAN_GO_BACK:
      g_value_set_boolean (value, rgm_history_get_can_go_back (self));
      break;
    case PROP_CAN_GO_FORWARD:
      g_value_set_boolean (value, rgm_history_get_can_go_forward (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
rgm_history_class_init (RgmHistoryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->finalize = rgm_history_finalize;
  object_class->get_property = rgm_history_get_property;

  properties[PROP_CAN_GO_BACK] = g_param_spec_boolean ("can-go-back", NULL, NULL, FALSE, flags);
  properties[PROP_CAN_GO_FORWARD] = g_param_spec_boolean ("can-go-forward", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
rgm_history_init (RgmHistory *self)
{
  self->stops = g_array_new (FALSE, FALSE, sizeof (RgmStop));
  g_array_set_clear_func (self->stops, stop_clear);
}

/**
 * rgm_history_new:
 *
 * Returns: (transfer full): a history of nothing
 */
RgmHistory *
rgm_history_new (void)
{
  return g_object_new (RGM_TYPE_HISTORY, NULL);
}

/**
 * rgm_history_visit:
 * @self: a history
 * @view: the id of a view
 * @trial: (nullable): the id of a trial
 *
 * Notes what is looked at now. What was forward of here is forgotten; looking at the
 * same again is no new stop.
 */
void
rgm_history_visit (RgmHistory *self,
                   const char *view,
                   const char *trial)
{
  RgmStop stop;

  g_return_if_fail (RGM_IS_HISTORY (self));

  if (self->stops->len > 0)
    {
      const RgmStop *current = &g_array_index (self->stops, RgmStop, self->current);

      if (g_str_equal (current->view, view) && g_strcmp0 (current->trial, trial) == 0)
        return;
      g_array_set_size (self->stops, self->current + 1);
    }
  if (self->stops->len == MOST_STOPS)
    g_array_remove_index (self->stops, 0);

  stop.view = g_strdup (view);
  stop.trial = g_strdup (trial);
  g_array_append_val (self->stops, stop);
  self->current = self->stops->len - 1;
  notify (self);
}

/**
 * rgm_history_go:
 * @self: a history
 * @steps: how far, negative for back
 *
 * Goes to another stop.
 *
 * Returns: (transfer none) (nullable): what is looked at there, or %NULL if there is no such stop
 */
const RgmStop *
rgm_history_go (RgmHistory *self,
                int         steps)
{
  gint64 to;

  g_return_val_if_fail (RGM_IS_HISTORY (self), NULL);

  to = (gint64) self->current + steps;
  if (to < 0 || to >= self->stops->len)
    return NULL;

  self->current = (guint) to;
  notify (self);
  return &g_array_index (self->stops, RgmStop, self->current);
}

/**
 * rgm_history_get_can_go_back:
 * @self: a history
 *
 * Returns: whether something was looked at before
 */
gboolean
rgm_history_get_can_go_back (RgmHistory *self)
{
  g_return_val_if_fail (RGM_IS_HISTORY (self), FALSE);

  return self->current > 0;
}

/**
 * rgm_history_get_can_go_forward:
 * @self: a history
 *
 * Returns: whether one has gone back from something
 */
gboolean
rgm_history_get_can_go_forward (RgmHistory *self)
{
  g_return_val_if_fail (RGM_IS_HISTORY (self), FALSE);

  return self->current + 1 < self->stops->len;
}

/**
 * rgm_history_clear:
 * @self: a history
 *
 * Forgets all: the trials of another data set are others.
 */
void
rgm_history_clear (RgmHistory *self)
{
  g_return_if_fail (RGM_IS_HISTORY (self));

  g_array_set_size (self->stops, 0);
  self->current = 0;
  notify (self);
}
