/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-pango-measure.h"

#include "rgm-pango-text.h"

/**
 * RgmPangoMeasure:
 *
 * Measures text in the fonts that are installed. Widths are remembered, for figures
 * are laid out again and again with the same words. For one thread.
 */
struct _RgmPangoMeasure
{
  GObject       parent_instance;

  char         *family;
  PangoContext *context;
  PangoLayout  *layouts[2];  /* regular, bold */
  GHashTable   *widths[2];   /* owned text -> owned double */
  double        ascents[2];
  double        descents[2];
};

/* Text is measured large, so that Pango's units cost nothing. */
#define REFERENCE_SIZE 64.0

/* Beyond this many texts the memory is worth more than the time. */
#define MAX_REMEMBERED 65536

static void rgm_pango_measure_iface_init (RgmTextMeasureInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (RgmPangoMeasure, rgm_pango_measure, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (RGM_TYPE_TEXT_MEASURE,
                                                      rgm_pango_measure_iface_init))

static const char *
rgm_pango_measure_get_family (RgmTextMeasure *measure)
{
  return RGM_PANGO_MEASURE (measure)->family;
}

static double
measure_width (RgmPangoMeasure *self,
               const char      *text,
               RgmWeight        weight)
{
  PangoRectangle logical;

  pango_layout_set_text (self->layouts[weight], text, -1);
  pango_layout_get_extents (self->layouts[weight], NULL, &logical);

  return (double) logical.width / PANGO_SCALE / REFERENCE_SIZE;
}

static double
rgm_pango_measure_get_width (RgmTextMeasure *measure,
                             const char     *text,
                             gssize          length,
                             RgmWeight       weight)
{
  RgmPangoMeasure *self = RGM_PANGO_MEASURE (measure);
  g_autofree char *key = g_strndup (text, (gsize) length);
  double *known = g_hash_table_lookup (self->widths[weight], key);
  double width;

  if (known != NULL)
    return *known;

  width = measure_width (self, key, weight);
  if (g_hash_table_size (self->widths[weight]) >= MAX_REMEMBERED)
    g_hash_table_remove_all (self->widths[weight]);
  g_hash_table_insert (self->widths[weight], g_steal_pointer (&key),
                       g_memdup2 (&width, sizeof width));

  return width;
}

static void
rgm_pango_measure_get_line (RgmTextMeasure *measure,
                            RgmWeight       weight,
                            double         *ascent,
                            double         *descent)
{
  RgmPangoMeasure *self = RGM_PANGO_MEASURE (measure);

  *ascent = self->ascents[weight];
  *descent = self->descents[weight];
}

static void
measure_line (RgmPangoMeasure *self,
              RgmWeight        weight)
{
  const PangoFontDescription *font = pango_layout_get_font_description (self->layouts[weight]);
  PangoFontMetrics *metrics = pango_context_get_metrics (self->context, font, NULL);

  self->ascents[weight] = (double) pango_font_metrics_get_ascent (metrics) / PANGO_SCALE / REFERENCE_SIZE;
  self->descents[weight] = (double) pango_font_metrics_get_descent (metrics) / PANGO_SCALE / REFERENCE_SIZE;
  pango_font_metrics_unref (metrics);
}

static void
rgm_pango_measure_finalize (GObject *object)
{
  RgmPangoMeasure *self = RGM_PANGO_MEASURE (object);

  for (guint i = 0; i < 2; i++)
    {
      g_clear_object (&self->layouts[i]);
      g_clear_pointer (&self->widths[i], g_hash_table_unref);
    }
  g_clear_object (&self->context);
  g_free (self->family);

  G_OBJECT_CLASS (rgm_pango_measure_parent_class)->finalize (object);
}

static void
rgm_pango_measure_iface_init (RgmTextMeasureInterface *iface)
{
  iface->get_family = rgm_pango_measure_get_family;
  iface->get_width = rgm_pango_measure_get_width;
  iface->get_line = rgm_pango_measure_get_line;
}

static void
rgm_pango_measure_class_init (RgmPangoMeasureClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = rgm_pango_measure_finalize;
}

static void
rgm_pango_measure_init (RgmPangoMeasure *self)
{
}

/**
 * rgm_pango_measure_new:
 * @family: a family or a list of them, as Pango takes it; usually the interface font's
 *
 * Returns: (transfer full): a measure of text in that family
 */
RgmTextMeasure *
rgm_pango_measure_new (const char *family)
{
  RgmPangoMeasure *self = g_object_new (RGM_TYPE_PANGO_MEASURE, NULL);
  PangoAttrList *attributes = rgm_pango_text_attributes ();

  self->family = g_strdup (family);
  self->context = rgm_pango_text_context ();
  for (RgmWeight weight = RGM_WEIGHT_REGULAR; weight <= RGM_WEIGHT_BOLD; weight++)
    {
      self->layouts[weight] = rgm_pango_text_layout (self->context, family, REFERENCE_SIZE,
                                                     weight, attributes);
      self->widths[weight] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
      measure_line (self, weight);
    }
  pango_attr_list_unref (attributes);

  return RGM_TEXT_MEASURE (self);
}
