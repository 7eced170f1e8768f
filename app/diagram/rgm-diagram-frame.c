/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-diagram-private.h"

#define LINE_HEIGHT 1.3
#define LONGEST_LINE 130.0
#define GAP 12.0
#define SMALL_GAP 6.0

/* Sets a text at @y, and returns where it ends. Without a builder it only measures. */
static double
set_text (const RgmDiagramLayout *layout,
          RgmSceneBuilder        *builder,
          RgmSceneRole            role,
          const char             *text,
          const RgmTextStyle     *style,
          double                  margin,
          double                  y)
{
  double indent = role == RGM_SCENE_ROLE_CAVEAT ? style->size * 1.6 : 0;
  double width = MIN (layout->width - 2 * margin - indent, LONGEST_LINE * style->size);
  double line = style->size * LINE_HEIGHT;
  g_auto (GStrv) lines = NULL;

  if (text == NULL || *text == '\0')
    return y;

  lines = rgm_text_measure_wrap (layout->measure, text, style->size, style->weight, width, 0);

  if (builder != NULL)
    {
      rgm_scene_builder_begin_group (builder, role, rgm_scene_role_get_name (role), NULL, NULL);
      if (indent > 0)
        {
          const RgmStyle sign = { .stroke = RGM_INK_CAVEAT, .line_width = MAX (style->size / 9, 1), .round = TRUE };
          double x = margin + style->size * 0.55, middle = y + line / 2, half = style->size * 0.55;
          const RgmPoint corners[] = { { x, middle - half }, { x + half, middle + half * 0.8 }, { x - half, middle + half * 0.8 } };

          rgm_scene_builder_add_polyline (builder, corners, G_N_ELEMENTS (corners), TRUE, &sign);
          rgm_scene_builder_add_line (builder, x, middle - half * 0.35, x, middle + half * 0.2, &sign);
          rgm_scene_builder_add_line (builder, x, middle + half * 0.5, x, middle + half * 0.52, &sign);
        }
      for (guint i = 0; lines[i] != NULL; i++)
        rgm_scene_builder_add_text (builder, margin + indent, y + line * i + style->size, lines[i], style);
      rgm_scene_builder_end_group (builder);
    }

  return y + line * g_strv_length (lines);
}

static void
draw_key (RgmSceneBuilder     *builder,
          const RgmDiagramKey *key,
          double               x,
          double               y,
          double               size)
{
  const RgmStyle style = { .fill = rgm_series_get_ink (key->series) };

  if (key->is_state)
    {
      const RgmRect rect = { x, y - size * 0.42, size * 1.7, size * 0.84 };

      rgm_diagram_draw_pill (builder, &rect, size * 0.42, key->state, size);
      return;
    }

  rgm_scene_builder_add_marker (builder, rgm_series_get_shape (key->series), x + size * 0.5, y, size * 0.72, &style);
}

static double
set_legend (const RgmDiagram       *self,
            const RgmDiagramLayout *layout,
            RgmSceneBuilder        *builder,
            double                  size,
            double                  margin,
            double                  y)
{
  const RgmTextStyle style = { .size = size, .ink = RGM_INK_MUTED };
  double line = size * 1.6, x = margin, right = layout->width - margin;

  if (self->keys->len == 0)
    return y;

  if (builder != NULL)
    rgm_scene_builder_begin_group (builder, RGM_SCENE_ROLE_LEGEND, "legend", NULL, NULL);

  for (guint i = 0; i < self->keys->len; i++)
    {
      const RgmDiagramKey *key = &g_array_index (self->keys, RgmDiagramKey, i);
      double glyph = size * (key->is_state ? 2.2 : 1.4);
      g_autofree char *label = rgm_text_measure_shorten (layout->measure, key->label, size, style.weight, right - margin - glyph);
      double width = glyph + rgm_text_measure_get_width (layout->measure, label, size, style.weight);

      if (x > margin && x + width > right)
        {
          x = margin;
          y += line;
        }
      if (builder != NULL)
        {
          draw_key (builder, key, x, y + line / 2, size);
          rgm_scene_builder_add_text (builder, x + glyph, y + line / 2 + size * 0.35, label, &style);
        }
      x += width + size * 1.15;
    }

  if (builder != NULL)
    rgm_scene_builder_end_group (builder);

  return y + line;
}

/* Title, subtitle and legend; returns where the drawing begins. */
double
rgm_diagram_head (const RgmDiagram       *self,
                  const RgmDiagramLayout *layout,
                  double                  b,
                  double                  margin,
                  RgmSceneBuilder        *builder)
{
  const RgmTextStyle title = { .size = MAX (b * 1.6, layout->floor), .weight = RGM_WEIGHT_BOLD };
  const RgmTextStyle subtitle = { .size = b, .ink = RGM_INK_MUTED };
  double y = set_text (layout, builder, RGM_SCENE_ROLE_TITLE, self->words.title, &title, margin, margin * 0.75);

  y = set_text (layout, builder, RGM_SCENE_ROLE_SUBTITLE, self->words.subtitle, &subtitle, margin, y + SMALL_GAP / 2);
  y = set_legend (self, layout, builder, MAX (b * 0.8, layout->floor), margin, y + SMALL_GAP);

  return y + SMALL_GAP;
}

/* Note, caveat and sources from @top on; returns how tall they are. */
double
rgm_diagram_foot (const RgmDiagram       *self,
                  const RgmDiagramLayout *layout,
                  double                  b,
                  double                  margin,
                  double                  top,
                  RgmSceneBuilder        *builder)
{
  double size = MAX (b * 0.8, layout->floor);
  const RgmTextStyle muted = { .size = size, .ink = RGM_INK_MUTED };
  const RgmTextStyle caveat = { .size = size };
  double y = top + GAP;

  y = set_text (layout, builder, RGM_SCENE_ROLE_CAVEAT, self->words.caveat, &caveat, margin, y);
  y = set_text (layout, builder, RGM_SCENE_ROLE_NOTE, self->words.note, &muted, margin, y + SMALL_GAP / 2);
  y = set_text (layout, builder, RGM_SCENE_ROLE_SOURCES, self->words.sources, &muted, margin, y + SMALL_GAP / 2);

  return y + margin * 0.75 - top;
}
