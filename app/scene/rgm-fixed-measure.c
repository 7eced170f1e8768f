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
  GObject parent_instance;
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
rgm_fixed_measure_get_width (RgmTextMeasure *measure,
                             const char     *text,
                             gssize          length,
                             RgmWeight       weight)
{
  const char *end = text + length;
  double characters = 0;

  for (const char *p = text; p < end; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_iszerowidth (c))
        continue;
      characters += g_unichar_iswide (c) ? 2 : 1;
    }

  return characters * (weight == RGM_WEIGHT_BOLD ? BOLD_ADVANCE : ADVANCE);
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
  iface->get_line = rgm_fixed_measure_get_line;
}

static void
rgm_fixed_measure_class_init (RgmFixedMeasureClass *klass)
{
}

static void
rgm_fixed_measure_init (RgmFixedMeasure *self)
{
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
