/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <gio/gio.h>

#include "rgm-workspace.h"

/* What all views of a window share. The list and every figure watch the same selection,
 * so that they can't disagree:
 *
 *                        RgmWorkspace
 *        ┌───────────────────┼─────────────────┬─────────────┐
 *    RgmSelection          trial            compared       hovered
 *    (list, figures)   (list, page, marks)  (row, page)    (row, marks)
 */
struct _RgmWorkspace
{
  GObject       parent_instance;

  RgmSelection *selection;
  RgmTrial     *trial;
  GListStore   *compared;
  char         *hovered;
};

G_DEFINE_FINAL_TYPE (RgmWorkspace, rgm_workspace, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_DATA_SET,
  PROP_SELECTION,
  PROP_TRIAL,
  PROP_HOVERED,
  PROP_COMPARED,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
rgm_workspace_dispose (GObject *object)
{
  RgmWorkspace *self = RGM_WORKSPACE (object);

  g_clear_object (&self->selection);
  g_clear_object (&self->trial);
  g_clear_object (&self->compared);
  g_clear_pointer (&self->hovered, g_free);

  G_OBJECT_CLASS (rgm_workspace_parent_class)->dispose (object);
}

static void
rgm_workspace_get_property (GObject    *object,
                            guint       prop_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  RgmWorkspace *self = RGM_WORKSPACE (object);

  switch (prop_id)
    {
    case PROP_DATA_SET:
      g_value_set_object (value, rgm_workspace_get_data_set (self));
      break;
    case PROP_SELECTION:
      g_value_set_object (value, self->selection);
      break;
    case PROP_TRIAL:
      g_value_set_object (value, self->trial);
      break;
    case PROP_HOVERED:
      g_value_set_string (value, self->hovered);
      break;
    case PROP_COMPARED:
      g_value_set_object (value, self->compared);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
rgm_workspace_class_init (RgmWorkspaceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->dispose = rgm_workspace_dispose;
  object_class->get_property = rgm_workspace_get_property;

  properties[PROP_DATA_SET] = g_param_spec_object ("data-set", NULL, NULL, RGM_TYPE_DATA_SET, flags);
  properties[PROP_SELECTION] = g_param_spec_object ("selection", NULL, NULL, RGM_TYPE_SELECTION, flags);
  properties[PROP_TRIAL] = g_param_spec_object ("trial", NULL, NULL, RGM_TYPE_TRIAL, flags);
  properties[PROP_HOVERED] = g_param_spec_string ("hovered", NULL, NULL, NULL, flags);
  properties[PROP_COMPARED] = g_param_spec_object ("compared", NULL, NULL, G_TYPE_LIST_MODEL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
rgm_workspace_init (RgmWorkspace *self)
{
  self->selection = rgm_selection_new ();
  self->compared = g_list_store_new (RGM_TYPE_TRIAL);
}

/**
 * rgm_workspace_new:
 *
 * Returns: (transfer full): a workspace without a data set
 */
RgmWorkspace *
rgm_workspace_new (void)
{
  return g_object_new (RGM_TYPE_WORKSPACE, NULL);
}

/**
 * rgm_workspace_get_data_set:
 * @self: a workspace
 *
 * Returns: (transfer none) (nullable): the data set that is open
 */
RgmDataSet *
rgm_workspace_get_data_set (RgmWorkspace *self)
{
  g_return_val_if_fail (RGM_IS_WORKSPACE (self), NULL);

  return rgm_selection_get_data_set (self->selection);
}

/**
 * rgm_workspace_set_index:
 * @self: a workspace
 * @index: the index of a data set
 *
 * Opens the data set. What was looked at and compared in the one before is let go, for
 * it isn't part of this one.
 */
void
rgm_workspace_set_index (RgmWorkspace *self,
                         RgmIndex     *index)
{
  g_return_if_fail (RGM_IS_WORKSPACE (self));
  g_return_if_fail (RGM_IS_INDEX (index));

  rgm_workspace_set_trial (self, NULL);
  rgm_workspace_set_hovered (self, NULL);
  rgm_workspace_clear_compared (self);
  rgm_selection_set_index (self->selection, index);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DATA_SET]);
}

/**
 * rgm_workspace_get_selection:
 * @self: a workspace
 *
 * Returns: (transfer none): the trials that the list and the figures show; the same object for as long as @self lives
 */
RgmSelection *
rgm_workspace_get_selection (RgmWorkspace *self)
{
  g_return_val_if_fail (RGM_IS_WORKSPACE (self), NULL);

  return self->selection;
}

/**
 * rgm_workspace_get_trial:
 * @self: a workspace
 *
 * Returns: (transfer none) (nullable): the trial that is looked at
 */
RgmTrial *
rgm_workspace_get_trial (RgmWorkspace *self)
{
  g_return_val_if_fail (RGM_IS_WORKSPACE (self), NULL);

  return self->trial;
}

/**
 * rgm_workspace_set_trial:
 * @self: a workspace
 * @trial: (nullable): the trial to look at
 *
 * Looks at a trial.
 */
void
rgm_workspace_set_trial (RgmWorkspace *self,
                         RgmTrial     *trial)
{
  g_return_if_fail (RGM_IS_WORKSPACE (self));
  g_return_if_fail (trial == NULL || RGM_IS_TRIAL (trial));

  if (g_set_object (&self->trial, trial))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TRIAL]);
}

/**
 * rgm_workspace_get_hovered:
 * @self: a workspace
 *
 * Returns: (transfer none) (nullable): the id of the trial that the pointer or the focus is on
 */
const char *
rgm_workspace_get_hovered (RgmWorkspace *self)
{
  g_return_val_if_fail (RGM_IS_WORKSPACE (self), NULL);

  return self->hovered;
}

/**
 * rgm_workspace_set_hovered:
 * @self: a workspace
 * @trial_id: (nullable): the id of a trial
 *
 * Lights up the trial's row and marks.
 */
void
rgm_workspace_set_hovered (RgmWorkspace *self,
                           const char   *trial_id)
{
  g_return_if_fail (RGM_IS_WORKSPACE (self));

  if (g_strcmp0 (self->hovered, trial_id) == 0)
    return;

  g_free (self->hovered);
  self->hovered = g_strdup (trial_id);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_HOVERED]);
}

/**
 * rgm_workspace_get_compared:
 * @self: a workspace
 *
 * Returns: (transfer none): the trials that are ticked for comparison, in the order of ticking
 */
GListModel *
rgm_workspace_get_compared (RgmWorkspace *self)
{
  g_return_val_if_fail (RGM_IS_WORKSPACE (self), NULL);

  return G_LIST_MODEL (self->compared);
}

/**
 * rgm_workspace_is_compared:
 * @self: a workspace
 * @trial: a trial
 *
 * Returns: whether it is ticked for comparison
 */
gboolean
rgm_workspace_is_compared (RgmWorkspace *self,
                           RgmTrial     *trial)
{
  g_return_val_if_fail (RGM_IS_WORKSPACE (self), FALSE);

  return g_list_store_find (self->compared, trial, NULL);
}

/**
 * rgm_workspace_compare:
 * @self: a workspace
 * @trial: a trial
 * @is_compared: whether it is to be compared
 *
 * Ticks a trial for comparison, or takes the tick away.
 *
 * Returns: whether it is as asked; %FALSE if there are %RGM_MOST_COMPARED already
 */
gboolean
rgm_workspace_compare (RgmWorkspace *self,
                       RgmTrial     *trial,
                       gboolean      is_compared)
{
  guint position;
  gboolean found;

  g_return_val_if_fail (RGM_IS_WORKSPACE (self), FALSE);
  g_return_val_if_fail (RGM_IS_TRIAL (trial), FALSE);

  found = g_list_store_find (self->compared, trial, &position);
  if (is_compared && !found)
    {
      if (g_list_model_get_n_items (G_LIST_MODEL (self->compared)) >= RGM_MOST_COMPARED)
        return FALSE;
      g_list_store_append (self->compared, trial);
    }
  else if (!is_compared && found)
    {
      g_list_store_remove (self->compared, position);
    }

  return TRUE;
}

/**
 * rgm_workspace_clear_compared:
 * @self: a workspace
 *
 * Takes all ticks away.
 */
void
rgm_workspace_clear_compared (RgmWorkspace *self)
{
  g_return_if_fail (RGM_IS_WORKSPACE (self));

  g_list_store_remove_all (self->compared);
}
