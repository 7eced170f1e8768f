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
  GHashTable   *reaches[2];  /* owned text -> owned array of double, one more than it has bytes */
  double        ascents[2];
  double        descents[2];
};

/* Text is measured large, so that Pango's units cost nothing. */
#define REFERENCE_SIZE 64.0

/* Beyond this many texts the memory is worth more than the time. */
#define MAX_REMEMBERED 65536
#define MAX_REMEMBERED_REACHES 256

/* The family that Pango finds first for a list of them or an alias such as sans-serif. */
static char *
resolve_family (PangoContext *context,
                const char   *family)
{
  PangoFontDescription *wanted = pango_font_description_new ();
  g_autoptr (PangoFont) font = NULL;
  PangoFontDescription *found;
  char *name;

  pango_font_description_set_family (wanted, family);
  pango_font_description_set_absolute_size (wanted, REFERENCE_SIZE * PANGO_SCALE);
  font = pango_context_load_font (context, wanted);
  found = font != NULL ? pango_font_describe (font) : pango_font_description_copy (wanted);
  name = g_strdup (pango_font_description_get_family (found));
  pango_font_description_free (found);
  pango_font_description_free (wanted);

  return name;
}

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
                             RgmWeight       weight)
{
  RgmPangoMeasure *self = RGM_PANGO_MEASURE (measure);
  double *known = g_hash_table_lookup (self->widths[weight], text);
  double width;

  if (known != NULL)
    return *known;

  width = measure_width (self, text, weight);
  if (g_hash_table_size (self->widths[weight]) >= MAX_REMEMBERED)
    g_hash_table_remove_all (self->widths[weight]);
  g_hash_table_insert (self->widths[weight], g_strdup (text), g_memdup2 (&width, sizeof width));

  return width;
}

/* Adds what each cluster of a run takes at the byte at which the cluster begins. */
static void
add_clusters (double             *advances,
              PangoLayoutRun     *run,
              const char         *text)
{
  PangoGlyphItemIter iter;

  for (gboolean more = pango_glyph_item_iter_init_start (&iter, run, text); more;
       more = pango_glyph_item_iter_next_cluster (&iter))
    {
      int step = iter.start_glyph < iter.end_glyph ? 1 : -1;

      for (int glyph = iter.start_glyph; glyph != iter.end_glyph; glyph += step)
        advances[iter.start_index] += (double) run->glyphs->glyphs[glyph].geometry.width / PANGO_SCALE / REFERENCE_SIZE;
    }
}

static const double *
rgm_pango_measure_get_reach (RgmTextMeasure *measure,
                             const char     *text,
                             gsize           length,
                             RgmWeight       weight)
{
  RgmPangoMeasure *self = RGM_PANGO_MEASURE (measure);
  double *reach = g_hash_table_lookup (self->reaches[weight], text);
  PangoLayoutLine *line;
  double sum = 0;

  if (reach != NULL)
    return reach;

  reach = g_new0 (double, length + 1);
  pango_layout_set_text (self->layouts[weight], text, (int) length);
  line = pango_layout_get_line_readonly (self->layouts[weight], 0);
  for (GSList *run = line->runs; run != NULL; run = run->next)
    add_clusters (reach, run->data, text);
  for (gsize i = 0; i <= length; i++)
    {
      double advance = reach[i];

      reach[i] = sum;
      sum += advance;
    }

  if (g_hash_table_size (self->reaches[weight]) >= MAX_REMEMBERED_REACHES)
    g_hash_table_remove_all (self->reaches[weight]);
  g_hash_table_insert (self->reaches[weight], g_strndup (text, length), reach);

  return reach;
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
      g_clear_pointer (&self->reaches[i], g_hash_table_unref);
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
  iface->get_reach = rgm_pango_measure_get_reach;
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

  self->context = rgm_pango_text_context ();
  self->family = resolve_family (self->context, family);
  for (RgmWeight weight = RGM_WEIGHT_REGULAR; weight <= RGM_WEIGHT_BOLD; weight++)
    {
      self->layouts[weight] = rgm_pango_text_layout (self->context, self->family, REFERENCE_SIZE,
                                                     weight, attributes);
      self->widths[weight] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
      self->reaches[weight] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
      measure_line (self, weight);
    }
  pango_attr_list_unref (attributes);

  return RGM_TEXT_MEASURE (self);
}
