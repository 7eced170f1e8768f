/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-pango-text.h"

/**
 * rgm_pango_text_context:
 *
 * Hinted metrics and rounded positions would make a line's width depend on the zoom;
 * a scene is laid out once for all of them.
 *
 * Returns: (transfer full): a context whose text scales
 */
PangoContext *
rgm_pango_text_context (void)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options (context, options);
  cairo_font_options_destroy (options);
  pango_context_set_round_glyph_positions (context, FALSE);

  return context;
}

/**
 * rgm_pango_text_attributes:
 *
 * Returns: (transfer full): tabular figures, everywhere
 */
PangoAttrList *
rgm_pango_text_attributes (void)
{
  PangoAttrList *attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum=1"));

  return attributes;
}

/**
 * rgm_pango_text_layout:
 * @context: a context of rgm_pango_text_context()
 * @family: the family
 * @size: the size in points of the scene
 * @weight: the weight
 * @attributes: of rgm_pango_text_attributes()
 *
 * Returns: (transfer full): a layout for one line, without text
 */
PangoLayout *
rgm_pango_text_layout (PangoContext  *context,
                       const char    *family,
                       double         size,
                       RgmWeight      weight,
                       PangoAttrList *attributes)
{
  PangoFontDescription *font = pango_font_description_new ();
  PangoLayout *layout = pango_layout_new (context);

  pango_font_description_set_family (font, family);
  pango_font_description_set_absolute_size (font, size * PANGO_SCALE);
  pango_font_description_set_weight (font, weight == RGM_WEIGHT_BOLD ? PANGO_WEIGHT_BOLD
                                                                     : PANGO_WEIGHT_NORMAL);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  pango_layout_set_attributes (layout, attributes);
  pango_font_description_free (font);

  return layout;
}
