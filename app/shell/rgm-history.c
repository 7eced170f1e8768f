/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include "rgm-history.h"

/* More than a person goes back. */
#define MAX_STOPS 100

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
  g_free (stop->patient);
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

static gboolean
is_same (const RgmStop *one,
         const RgmStop *other)
{
  return g_str_equal (one->view, other->view) && g_strcmp0 (one->trial, other->trial) == 0 &&
         g_str_equal (one->patient, other->patient);
}

/* Stops that only differed by the findings are one then. */
static void
forget_patient (RgmHistory *self)
{
  for (guint i = 0; i < self->stops->len; i++)
    {
      RgmStop *stop = &g_array_index (self->stops, RgmStop, i);

      g_free (stop->patient);
      stop->patient = g_strdup ("");
    }
  for (guint i = self->stops->len; i-- > 1;)
    if (is_same (&g_array_index (self->stops, RgmStop, i), &g_array_index (self->stops, RgmStop, i - 1)))
      g_array_remove_index (self->stops, i);
}

/**
 * rgm_history_visit:
 * @self: a history
 * @view: the id of a view
 * @trial: (nullable): the id of a trial
 * @patient: a patient's findings, or ""
 *
 * Notes what is looked at now. What was forward of here is forgotten; looking at the
 * same again is no new stop. Where no findings are left, those of earlier stops are
 * forgotten as well: cleared, they do not come back.
 */
void
rgm_history_visit (RgmHistory *self,
                   const char *view,
                   const char *trial,
                   const char *patient)
{
  RgmStop stop = { (char *) view, (char *) trial, (char *) patient };

  g_return_if_fail (RGM_IS_HISTORY (self));

  if (self->stops->len > 0)
    {
      if (is_same (&g_array_index (self->stops, RgmStop, self->current), &stop))
        return;
      g_array_set_size (self->stops, self->current + 1);
    }
  if (*patient == '\0')
    forget_patient (self);
  if (self->stops->len > 0 && is_same (&g_array_index (self->stops, RgmStop, self->stops->len - 1), &stop))
    {
      self->current = self->stops->len - 1;
      notify (self);
      return;
    }
  if (self->stops->len == MAX_STOPS)
    g_array_remove_index (self->stops, 0);

  stop.view = g_strdup (view);
  stop.trial = g_strdup (trial);
  stop.patient = g_strdup (patient);
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
