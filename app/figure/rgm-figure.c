/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <glib/gi18n-lib.h>

#include "rgm-figure.h"

#include "rgm-data-set.h"
#include "rgm-figure-origin.h"
#include "rgm-punctuation.h"
#include "rgm-selection.h"

/* In points: what a scene may be taller than the height that was asked for, from rounding. */
#define TOLERANCE 0.5

/**
 * RgmFigure:
 *
 * A chart: a kind, its options and a selection, and what follows from the three: title,
 * caption, caveat, sources, a table of the same numbers and the scene. It is worked out
 * when it is first asked for after a change, and laid out as often as it takes.
 */
typedef struct
{
  RgmSelection  *selection;
  gpointer       options;
  RgmFrame       words;
  RgmTable      *table;     /* NULL after a change */
} RgmFigurePrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (RgmFigure, rgm_figure, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_SELECTION,
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
  rgm_frame_clear (&priv->words);
  g_clear_pointer (&priv->table, rgm_table_unref);
}

static void
ensure_updated (RgmFigure *self)
{
  RgmFigurePrivate *priv = get_private (self);
  g_autofree char *sources = NULL;
  g_autofree char *origin = NULL;

  if (priv->table != NULL)
    return;

  priv->table = RGM_FIGURE_GET_CLASS (self)->update (self, &priv->words);

  /* A chart of other numbers than the embedded ones never passes for one of those. */
  sources = (char *) priv->words.sources;
  origin = rgm_figure_text_origin (priv->selection);
  priv->words.sources = sources != NULL && origin != NULL ? rgm_join_sentences (sources, origin)
                        : sources != NULL ? g_steal_pointer (&sources) : g_steal_pointer (&origin);
}

/**
 * rgm_figure_changed:
 * @self: a figure
 *
 * For its kind: text, table and drawing are no longer what they were.
 */
void
rgm_figure_changed (RgmFigure *self)
{
  forget (get_private (self));
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
rgm_figure_constructed (GObject *object)
{
  RgmFigurePrivate *priv = get_private (RGM_FIGURE (object));

  G_OBJECT_CLASS (rgm_figure_parent_class)->constructed (object);

  priv->options = rgm_figure_options_new (RGM_FIGURE_GET_CLASS (object)->kind);
  g_signal_connect_object (priv->selection, "items-changed", G_CALLBACK (rgm_figure_changed), object, G_CONNECT_SWAPPED);
  /* A query that finds what the one before it found is still another query. */
  g_signal_connect_object (priv->selection, "notify::text", G_CALLBACK (rgm_figure_changed), object, G_CONNECT_SWAPPED);
  g_signal_connect_object (priv->selection, "notify::data-set", G_CALLBACK (rgm_figure_changed), object, G_CONNECT_SWAPPED);
}

static void
rgm_figure_finalize (GObject *object)
{
  RgmFigurePrivate *priv = get_private (RGM_FIGURE (object));

  forget (priv);
  rgm_figure_options_free (RGM_FIGURE_GET_CLASS (object)->kind, priv->options);
  g_clear_object (&priv->selection);

  G_OBJECT_CLASS (rgm_figure_parent_class)->finalize (object);
}

static void
rgm_figure_set_property (GObject      *object,
                         guint         property_id,
                         const GValue *value,
                         GParamSpec   *pspec)
{
  switch (property_id)
    {
    case PROP_SELECTION:
      get_private (RGM_FIGURE (object))->selection = g_value_dup_object (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
rgm_figure_class_init (RgmFigureClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->constructed = rgm_figure_constructed;
  object_class->finalize = rgm_figure_finalize;
  object_class->set_property = rgm_figure_set_property;

  properties[PROP_SELECTION] =
    g_param_spec_object ("selection", NULL, NULL, RGM_TYPE_SELECTION,
                         G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * RgmFigure::changed:
   *
   * An option or the selection has changed: ask for text, table and scene again.
   */
  signals[SIGNAL_CHANGED] =
    g_signal_new ("changed", RGM_TYPE_FIGURE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
rgm_figure_init (RgmFigure *self)
{
}

const RgmFigureKind *
rgm_figure_get_kind (RgmFigure *self)
{
  g_return_val_if_fail (RGM_IS_FIGURE (self), NULL);

  return RGM_FIGURE_GET_CLASS (self)->kind;
}

/**
 * rgm_figure_get_selection:
 * @self: a figure
 *
 * Returns: (transfer none): the trials that it is about; the same object for as long as @self lives
 */
RgmSelection *
rgm_figure_get_selection (RgmFigure *self)
{
  g_return_val_if_fail (RGM_IS_FIGURE (self), NULL);

  return get_private (self)->selection;
}

/**
 * rgm_figure_get_data_set:
 * @self: a figure
 *
 * Returns: (transfer none) (nullable): the data set that its selection is of
 */
RgmDataSet *
rgm_figure_get_data_set (RgmFigure *self)
{
  g_return_val_if_fail (RGM_IS_FIGURE (self), NULL);

  return rgm_selection_get_data_set (get_private (self)->selection);
}

/**
 * rgm_figure_get_options:
 * @self: a figure
 *
 * Returns: (transfer none): its options, the struct of its kind; until they are set again
 */
gconstpointer
rgm_figure_get_options (RgmFigure *self)
{
  g_return_val_if_fail (RGM_IS_FIGURE (self), NULL);

  return get_private (self)->options;
}

/**
 * rgm_figure_set_options:
 * @self: a figure
 * @options: a struct of its kind
 *
 * Sets all options at once, by value.
 */
void
rgm_figure_set_options (RgmFigure     *self,
                        gconstpointer  options)
{
  const RgmFigureKind *kind;

  g_return_if_fail (RGM_IS_FIGURE (self));

  kind = rgm_figure_get_kind (self);
  if (rgm_figure_options_equal (kind, get_private (self)->options, options))
    return;

  rgm_figure_options_assign (kind, get_private (self)->options, options);
  rgm_figure_changed (self);
}

/**
 * rgm_figure_get_option:
 * @self: a figure
 * @key: the key of one of its options
 *
 * Returns: (transfer full) (nullable): its value, see rgm_option_get()
 */
GVariant *
rgm_figure_get_option (RgmFigure  *self,
                       const char *key)
{
  const RgmOption *option;

  g_return_val_if_fail (RGM_IS_FIGURE (self), NULL);

  option = rgm_figure_kind_find_option (rgm_figure_get_kind (self), key);
  g_return_val_if_fail (option != NULL, NULL);

  return rgm_option_get (option, get_private (self)->options);
}

/**
 * rgm_figure_set_option:
 * @self: a figure
 * @key: a key
 * @value: (nullable): a value, see rgm_option_set(); consumed if floating
 *
 * Returns: whether the figure has such an option, and it took the value
 */
gboolean
rgm_figure_set_option (RgmFigure  *self,
                       const char *key,
                       GVariant   *value)
{
  g_autoptr (GVariant) sunk = value != NULL ? g_variant_ref_sink (value) : NULL;
  g_autoptr (GVariant) old = NULL;
  g_autoptr (GVariant) new = NULL;
  const RgmOption *option;
  gpointer options;

  g_return_val_if_fail (RGM_IS_FIGURE (self), FALSE);

  options = get_private (self)->options;
  option = rgm_figure_kind_find_option (rgm_figure_get_kind (self), key);
  if (option == NULL)
    return FALSE;

  old = rgm_option_get (option, options);
  if (!rgm_option_set (option, options, sunk))
    return FALSE;
  new = rgm_option_get (option, options);
  if (old != new && (old == NULL || new == NULL || !g_variant_equal (old, new)))
    rgm_figure_changed (self);

  return TRUE;
}

void
rgm_suggestion_free (RgmSuggestion *self)
{
  g_free (self->text);
  g_free (self->label);
  g_free (self);
}

void
rgm_suggestion_add (GPtrArray  *suggestions,
                    const char *text,
                    const char *label)
{
  RgmSuggestion *self = g_new0 (RgmSuggestion, 1);

  self->text = g_strdup (text);
  self->label = g_strdup (label);
  g_ptr_array_add (suggestions, self);
}

/**
 * rgm_figure_describe_option:
 * @self: a figure
 * @option: one of its options
 *
 * Returns: (transfer full) (nullable): what the choices of the option amount to in this figure
 */
char *
rgm_figure_describe_option (RgmFigure       *self,
                            const RgmOption *option)
{
  RgmFigureClass *class = RGM_FIGURE_GET_CLASS (self);

  return class->describe != NULL ? class->describe (self, option) : NULL;
}

/**
 * rgm_figure_list_suggestions:
 * @self: a figure
 * @option: an option of its kind, of text
 *
 * Returns: (transfer full) (element-type RgmSuggestion): what is suggested for it, of what the
 *   figure shows now
 */
GPtrArray *
rgm_figure_list_suggestions (RgmFigure       *self,
                             const RgmOption *option)
{
  GPtrArray *suggestions = g_ptr_array_new_with_free_func ((GDestroyNotify) rgm_suggestion_free);
  RgmFigureClass *class = RGM_FIGURE_GET_CLASS (self);

  for (guint i = 0; option->suggestions != NULL && option->suggestions[i].label != NULL; i++)
    rgm_suggestion_add (suggestions, option->suggestions[i].text, _(option->suggestions[i].label));
  if (option->suggestions == NULL && class->suggest != NULL)
    class->suggest (self, option, suggestions);

  return suggestions;
}

/* As rgm_figure_options_save(). */
GVariant *
rgm_figure_save_options (RgmFigure *self)
{
  g_return_val_if_fail (RGM_IS_FIGURE (self), NULL);

  return rgm_figure_options_save (rgm_figure_get_kind (self), get_private (self)->options);
}

/* As rgm_figure_options_restore(). */
void
rgm_figure_restore_options (RgmFigure *self,
                            GVariant  *saved)
{
  const RgmFigureKind *kind;
  gpointer options;

  g_return_if_fail (RGM_IS_FIGURE (self));

  kind = rgm_figure_get_kind (self);
  options = rgm_figure_options_new (kind);
  rgm_figure_options_restore (kind, options, saved);
  rgm_figure_set_options (self, options);
  rgm_figure_options_free (kind, options);
}

/**
 * rgm_figure_get_frame:
 * @self: a figure
 *
 * Returns: (transfer none): its words, until the next change
 */
const RgmFrame *
rgm_figure_get_frame (RgmFigure *self)
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
 * Lays it out. Where it fits in the height, or on one page instead of two, only without the frame's remarks, they
 * are left out: the note refers to the trials.
 *
 * Returns: (transfer full): the scene
 */
RgmScene *
rgm_figure_lay_out (RgmFigure       *self,
                    const RgmLayout *layout,
                    guint           *n_pages)
{
  guint count = 1, count_without = 1;
  RgmLayout without = *layout;
  RgmScene *scene;

  g_return_val_if_fail (RGM_IS_FIGURE (self), NULL);

  ensure_updated (self);
  scene = RGM_FIGURE_GET_CLASS (self)->lay_out (self, layout, &count);

  without.without_remarks = TRUE;
  if (get_private (self)->words.remarks != NULL && !layout->without_remarks && layout->height > 0 &&
      (count == 2 || rgm_scene_get_height (scene) > layout->height + TOLERANCE))
    {
      g_autoptr (RgmScene) shorter = RGM_FIGURE_GET_CLASS (self)->lay_out (self, &without, &count_without);

      if (count_without < count || rgm_scene_get_height (shorter) <= layout->height + TOLERANCE)
        {
          g_set_object (&scene, shorter);
          count = count_without;
        }
    }
  if (n_pages != NULL)
    *n_pages = count;

  return scene;
}
