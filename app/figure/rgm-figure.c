/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-figure.h"

#include "rgm-data-set.h"

/**
 * RgmFigure:
 *
 * A picture of evidence with all that belongs to it: title, caption, caveat, sources
 * and a plain table of the same numbers. It is worked out when it is first asked for
 * after a change, and laid out as often as it takes.
 */
typedef struct
{
  RgmDataSet     *data_set;
  RgmFigureWords  words;
  RgmTable       *table;     /* NULL after a change */
} RgmFigurePrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (RgmFigure, rgm_figure, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_DATA_SET,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static RgmFigurePrivate *
get_private (RgmFigure *self)
{
  return rgm_figure_get_instance_private (self);
}

static void
forget (RgmFigurePrivate *priv)
{
  g_clear_pointer (&priv->words.title, g_free);
  g_clear_pointer (&priv->words.subtitle, g_free);
  g_clear_pointer (&priv->words.summary, g_free);
  g_clear_pointer (&priv->words.note, g_free);
  g_clear_pointer (&priv->words.method, g_free);
  g_clear_pointer (&priv->words.caveat, g_free);
  g_clear_pointer (&priv->words.sources, g_free);
  g_clear_pointer (&priv->table, rgm_table_unref);
}

static void
ensure_updated (RgmFigure *self)
{
  RgmFigurePrivate *priv = get_private (self);

  if (priv->table == NULL)
    priv->table = RGM_FIGURE_GET_CLASS (self)->update (self, &priv->words);
}

static void
rgm_figure_finalize (GObject *object)
{
  RgmFigurePrivate *priv = get_private (RGM_FIGURE (object));

  forget (priv);
  g_clear_object (&priv->data_set);

  G_OBJECT_CLASS (rgm_figure_parent_class)->finalize (object);
}

static void
rgm_figure_get_property (GObject    *object,
                         guint       property_id,
                         GValue     *value,
                         GParamSpec *pspec)
{
  switch (property_id)
    {
    case PROP_DATA_SET:
      g_value_set_object (value, rgm_figure_get_data_set (RGM_FIGURE (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
rgm_figure_set_property (GObject      *object,
                         guint         property_id,
                         const GValue *value,
                         GParamSpec   *pspec)
{
  switch (property_id)
    {
    case PROP_DATA_SET:
      rgm_figure_set_data_set (RGM_FIGURE (object), g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
rgm_figure_class_init (RgmFigureClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = rgm_figure_finalize;
  object_class->get_property = rgm_figure_get_property;
  object_class->set_property = rgm_figure_set_property;

  properties[PROP_DATA_SET] =
    g_param_spec_object ("data-set", NULL, NULL, RGM_TYPE_DATA_SET,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * RgmFigure::changed:
   *
   * Words, table and drawing are no longer what they were: lay out again.
   */
  signals[SIGNAL_CHANGED] =
    g_signal_new ("changed", RGM_TYPE_FIGURE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
rgm_figure_init (RgmFigure *self)
{
}

/**
 * rgm_figure_get_data_set:
 * @self: a figure
 *
 * Returns: (transfer none) (nullable): the data set that it draws from
 */
RgmDataSet *
rgm_figure_get_data_set (RgmFigure *self)
{
  g_return_val_if_fail (RGM_IS_FIGURE (self), NULL);

  return get_private (self)->data_set;
}

/**
 * rgm_figure_set_data_set:
 * @self: a figure
 * @data_set: (nullable): the data set to draw from
 */
void
rgm_figure_set_data_set (RgmFigure  *self,
                         RgmDataSet *data_set)
{
  g_return_if_fail (RGM_IS_FIGURE (self));

  if (!g_set_object (&get_private (self)->data_set, data_set))
    return;

  rgm_figure_changed (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DATA_SET]);
}

/**
 * rgm_figure_get_words:
 * @self: a figure
 *
 * Returns: (transfer none): its words, until the next change
 */
const RgmFigureWords *
rgm_figure_get_words (RgmFigure *self)
{
  g_return_val_if_fail (RGM_IS_FIGURE (self), NULL);

  ensure_updated (self);

  return &get_private (self)->words;
}

/**
 * rgm_figure_get_table:
 * @self: a figure
 *
 * Returns: (transfer none): the numbers that it draws, until the next change; a row's
 *   id is the target of its mark
 */
RgmTable *
rgm_figure_get_table (RgmFigure *self)
{
  g_return_val_if_fail (RGM_IS_FIGURE (self), NULL);

  ensure_updated (self);

  return get_private (self)->table;
}

/**
 * rgm_figure_lay_out:
 * @self: a figure
 * @layout: how
 * @n_pages: (out) (optional): how many pages it has, at least 1
 *
 * Returns: (transfer full): the scene
 */
RgmScene *
rgm_figure_lay_out (RgmFigure             *self,
                    const RgmFigureLayout *layout,
                    guint                 *n_pages)
{
  guint count = 1;
  RgmScene *scene;

  g_return_val_if_fail (RGM_IS_FIGURE (self), NULL);

  ensure_updated (self);
  scene = RGM_FIGURE_GET_CLASS (self)->lay_out (self, layout, &count);
  if (n_pages != NULL)
    *n_pages = count;

  return scene;
}

/**
 * rgm_figure_changed:
 * @self: a figure
 *
 * For kinds of figures: says that an option or the evidence has changed.
 */
void
rgm_figure_changed (RgmFigure *self)
{
  g_return_if_fail (RGM_IS_FIGURE (self));

  forget (get_private (self));
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}
