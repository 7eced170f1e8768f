/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-fixed-measure.h"

/**
 * RgmFixedMeasure:
 *
 * A measure with which a layout is the same on every machine: each character is as
 * wide as any other, whatever fonts are installed. Layouts made with it fit a wide
 * typeface, so they also hold where the family isn't known.
 */
struct _RgmFixedMeasure
{
  GObject  parent_instance;

  GArray  *reach;  /* double: of the line that was measured last */
};

#define ADVANCE 0.58
#define BOLD_ADVANCE 0.62

static void rgm_fixed_measure_iface_init (RgmTextMeasureInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (RgmFixedMeasure, rgm_fixed_measure, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (RGM_TYPE_TEXT_MEASURE,
                                                      rgm_fixed_measure_iface_init))

static const char *
rgm_fixed_measure_get_family (RgmTextMeasure *measure)
{
  return "sans-serif";
}

static double
get_advance (gunichar  c,
             RgmWeight weight)
{
  double advance = weight == RGM_WEIGHT_BOLD ? BOLD_ADVANCE : ADVANCE;

  if (g_unichar_iszerowidth (c))
    return 0;

  return g_unichar_iswide (c) ? 2 * advance : advance;
}

static double
rgm_fixed_measure_get_width (RgmTextMeasure *measure,
                             const char     *text,
                             RgmWeight       weight)
{
  double width = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    width += get_advance (g_utf8_get_char (p), weight);

  return width;
}

static const double *
rgm_fixed_measure_get_reach (RgmTextMeasure *measure,
                             const char     *text,
                             gsize           length,
                             RgmWeight       weight)
{
  GArray *reach = RGM_FIXED_MEASURE (measure)->reach;
  double sum = 0;

  g_array_set_size (reach, 0);
  for (const char *p = text; p < text + length; p = g_utf8_next_char (p))
    {
      for (const char *byte = p; byte < g_utf8_next_char (p); byte++)
        g_array_append_val (reach, sum);
      sum += get_advance (g_utf8_get_char (p), weight);
    }
  g_array_append_val (reach, sum);

  return (const double *) reach->data;
}

static void
rgm_fixed_measure_get_line (RgmTextMeasure *measure,
                            RgmWeight       weight,
                            double         *ascent,
                            double         *descent)
{
  *ascent = 0.95;
  *descent = 0.25;
}

static void
rgm_fixed_measure_iface_init (RgmTextMeasureInterface *iface)
{
  iface->get_family = rgm_fixed_measure_get_family;
  iface->get_width = rgm_fixed_measure_get_width;
  iface->get_reach = rgm_fixed_measure_get_reach;
  iface->get_line = rgm_fixed_measure_get_line;
}

static void
rgm_fixed_measure_finalize (GObject *object)
{
  g_array_unref (RGM_FIXED_MEASURE (object)->reach);

  G_OBJECT_CLASS (rgm_fixed_measure_parent_class)->finalize (object);
}

static void
rgm_fixed_measure_class_init (RgmFixedMeasureClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = rgm_fixed_measure_finalize;
}

static void
rgm_fixed_measure_init (RgmFixedMeasure *self)
{
  self->reach = g_array_new (FALSE, FALSE, sizeof (double));
}

/**
 * rgm_fixed_measure_new:
 *
 * Returns: (transfer full): a measure that needs no font
 */
RgmTextMeasure *
rgm_fixed_measure_new (void)
{
  return g_object_new (RGM_TYPE_FIXED_MEASURE, NULL);
}
