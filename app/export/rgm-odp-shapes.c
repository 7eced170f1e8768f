/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <math.h>

#include "rgm-odp-shapes.h"

#include "rgm-scene-builder.h"
#include "rgm-slide-shapes.h"

/* Path coordinates are integers, in hundredths of a point. */
#define UNITS_PER_POINT 100

/* Dash lengths for a line one point wide, which the format scales by percentages of the line width. */
static const RgmDash dashes[] = {
  RGM_DASH_DASHED,
  RGM_DASH_DOTTED,
  RGM_DASH_LONG,
  RGM_DASH_DOT_DASH,
  RGM_DASH_TWO_DOT,
};

static char *
format_pt (double points)
{
  char number[G_ASCII_DTOSTR_BUF_SIZE];

  return g_strconcat (g_ascii_formatd (number, sizeof number, "%.2f", points), "pt", NULL);
}

void
rgm_odp_attribute_pt (RgmXml     *xml,
                      const char *name,
                      double      points)
{
  g_autofree char *value = format_pt (points);

  rgm_xml_attribute (xml, name, value);
}

static void
attribute_percent (RgmXml     *xml,
                   const char *name,
                   double      share)
{
  g_autofree char *value = g_strdup_printf ("%ld%%", lround (share * 100));

  rgm_xml_attribute (xml, name, value);
}

/**
 * rgm_odp_write_dashes:
 * @xml: the named styles
 */
void
rgm_odp_write_dashes (RgmXml *xml)
{
  for (guint i = 0; i < G_N_ELEMENTS (dashes); i++)
    {
      double pattern[6];
      guint n = rgm_dash_get_pattern (dashes[i], 1, pattern);

      rgm_xml_begin (xml, "draw:stroke-dash");
      rgm_xml_attribute (xml, "draw:name", rgm_dash_get_name (dashes[i]));
      rgm_xml_attribute (xml, "draw:style", "rect");
      rgm_xml_attribute_int (xml, "draw:dots1", 1);
      attribute_percent (xml, "draw:dots1-length", pattern[0]);
      if (n > 2)
        {
          rgm_xml_attribute_int (xml, "draw:dots2", n / 2 - 1);
          attribute_percent (xml, "draw:dots2-length", pattern[2]);
        }
      attribute_percent (xml, "draw:distance", pattern[1]);
      rgm_xml_end (xml);
    }
}

/* ── Styles ──────────────────────────────────────────────────────────────────── */

/* Finds the style for @key. Returns %TRUE if it is new and has to be written. */
gboolean
rgm_odp_add_style (RgmOdpStyles  *styles,
                   const char    *family,
                   char          *key,
                   const char   **name)
{
  char *made;

  *name = g_hash_table_lookup (styles->names, key);
  if (*name != NULL)
    {
      g_free (key);
      return FALSE;
    }

  made = g_strdup_printf ("s%u", g_hash_table_size (styles->names) + 1);
  g_hash_table_insert (styles->names, key, made);
  *name = made;
  rgm_xml_begin (styles->xml, "style:style");
  rgm_xml_attribute (styles->xml, "style:name", made);
  rgm_xml_attribute (styles->xml, "style:family", family);

  return TRUE;
}

static void
put_color (RgmXml     *xml,
           const char *name,
           RgmColor    color)
{
  g_autofree char *value = rgm_shapes_format_color (color);
  g_autofree char *with_sign = g_strconcat ("#", value, NULL);

  rgm_xml_attribute (xml, name, with_sign);
}

static const char *
get_shape_style (RgmOdpDrawing     *drawing,
                 const RgmStyle *style)
{
  const RgmTheme *theme = drawing->slides->theme;
  RgmXml *xml = drawing->styles->xml;
  double width = style->line_width * rgm_theme_get_line_weight (theme) * drawing->slide->scale;
  char *key = g_strdup_printf ("shape %d %d %d %d %d %ld", style->fill, style->stroke, style->dash, style->translucent,
                               style->round, lround (width * UNITS_PER_POINT));
  const char *name;

  if (!rgm_odp_add_style (drawing->styles, "graphic", key, &name))
    return name;

  rgm_xml_begin (xml, "style:graphic-properties");
  if (style->fill != RGM_INK_NONE)
    {
      rgm_xml_attribute (xml, "draw:fill", "solid");
      put_color (xml, "draw:fill-color", rgm_theme_get_color (theme, style->fill));
      rgm_xml_attribute (xml, "draw:opacity", style->translucent ? "20%" : "100%");
    }
  else
    {
      rgm_xml_attribute (xml, "draw:fill", "none");
    }
  if (style->stroke != RGM_INK_NONE)
    {
      rgm_xml_attribute (xml, "draw:stroke", style->dash != RGM_DASH_SOLID ? "dash" : "solid");
      rgm_xml_attribute (xml, "draw:stroke-dash", style->dash != RGM_DASH_SOLID ? rgm_dash_get_name (style->dash) : NULL);
      rgm_odp_attribute_pt (xml, "svg:stroke-width", width);
      put_color (xml, "svg:stroke-color", rgm_theme_get_color (theme, style->stroke));
      rgm_xml_attribute (xml, "draw:stroke-linejoin", style->round ? "round" : "miter");
      rgm_xml_attribute (xml, "svg:stroke-linecap", style->round ? "round" : "butt");
    }
  else
    {
      rgm_xml_attribute (xml, "draw:stroke", "none");
    }
  rgm_xml_end (xml);
  rgm_xml_end (xml);

  return name;
}

static const char *
get_box_style (RgmOdpDrawing *drawing,
               RgmSide     side,
               gboolean    is_title)
{
  static const char *const sides[] = { "left", "center", "right" };
  /* LibreOffice accepts only one of them at a time. */
  static const char *const paddings[] = { "fo:padding-left", "fo:padding-right", "fo:padding-top", "fo:padding-bottom" };
  RgmXml *xml = drawing->styles->xml;
  char *key = g_strdup_printf ("box %d %d", side, is_title);
  const char *name;

  if (!rgm_odp_add_style (drawing->styles, is_title ? "presentation" : "graphic", key, &name))
    return name;

  rgm_xml_begin (xml, "style:graphic-properties");
  rgm_xml_attribute (xml, "draw:fill", "none");
  rgm_xml_attribute (xml, "draw:stroke", "none");
  rgm_xml_attribute (xml, "draw:auto-grow-width", "true");
  rgm_xml_attribute (xml, "draw:auto-grow-height", "false");
  rgm_xml_attribute (xml, "draw:textarea-horizontal-align", sides[side]);
  rgm_xml_attribute (xml, "draw:textarea-vertical-align", "middle");
  rgm_xml_attribute (xml, "fo:wrap-option", "no-wrap");
  for (guint i = 0; i < G_N_ELEMENTS (paddings); i++)
    rgm_xml_attribute (xml, paddings[i], "0pt");
  rgm_xml_attribute (xml, "fo:min-height", "0pt");
  rgm_xml_end (xml);
  rgm_xml_end (xml);

  return name;
}

const char *
rgm_odp_get_paragraph_style (RgmOdpDrawing      *drawing,
                             const RgmSceneItem *item,
                             double              line)
{
  static const char *const sides[] = { "left", "center", "right" };
  gboolean rtl = item->text.direction == RGM_DIRECTION_RTL;
  RgmXml *xml = drawing->styles->xml;
  char *key = g_strdup_printf ("paragraph %d %d %ld", item->text.side, rtl, lround (line * UNITS_PER_POINT));
  const char *name;

  if (!rgm_odp_add_style (drawing->styles, "paragraph", key, &name))
    return name;

  rgm_xml_begin (xml, "style:paragraph-properties");
  rgm_xml_attribute (xml, "fo:text-align", sides[item->text.side]);
  rgm_xml_attribute (xml, "style:writing-mode", rtl ? "rl-tb" : "lr-tb");
  rgm_xml_attribute (xml, "fo:margin-top", "0pt");
  rgm_xml_attribute (xml, "fo:margin-bottom", "0pt");
  if (line > 0)
    rgm_odp_attribute_pt (xml, "fo:line-height", line);
  rgm_xml_end (xml);
  rgm_xml_end (xml);

  return name;
}

const char *
rgm_odp_get_text_style (RgmOdpDrawing      *drawing,
                        const RgmSceneItem *item)
{
  static const char *const scripts[] = { "", "-asian", "-complex" };
  static const char *const families[] = { "fo:font-family", "style:font-family-asian", "style:font-family-complex" };
  RgmXml *xml = drawing->styles->xml;
  double size = item->text.size * drawing->slide->scale;
  gboolean bold = item->text.weight == RGM_WEIGHT_BOLD;
  char *key = g_strdup_printf ("text %d %d %ld", item->text.ink, bold, lround (size * UNITS_PER_POINT));
  const char *name;

  if (!rgm_odp_add_style (drawing->styles, "text", key, &name))
    return name;

  rgm_xml_begin (xml, "style:text-properties");
  put_color (xml, "fo:color", rgm_theme_get_text_color (drawing->slides->theme, item->text.ink));
  for (guint i = 0; i < G_N_ELEMENTS (scripts); i++)
    {
      const char *prefix = i == 0 ? "fo" : "style";
      g_autofree char *font_size = g_strdup_printf ("%s:font-size%s", prefix, scripts[i]);
      g_autofree char *weight = g_strdup_printf ("%s:font-weight%s", prefix, scripts[i]);
      g_autofree char *slant = g_strdup_printf ("%s:font-style%s", prefix, scripts[i]);

      rgm_xml_attribute (xml, families[i], drawing->slides->family);
      rgm_odp_attribute_pt (xml, font_size, size);
      rgm_xml_attribute (xml, weight, bold ? "bold" : "normal");
      rgm_xml_attribute (xml, slant, "normal");
    }
  rgm_xml_end (xml);
  rgm_xml_end (xml);

  return name;
}

/* ── Shapes ──────────────────────────────────────────────────────────────────── */

static void
begin_shape (RgmOdpDrawing     *drawing,
             const char     *element,
             const RgmRect  *rect,
             const RgmStyle *style)
{
  double scale = drawing->slide->scale;

  rgm_xml_begin (drawing->xml, element);
  rgm_xml_attribute (drawing->xml, "draw:style-name", get_shape_style (drawing, style));
  rgm_odp_attribute_pt (drawing->xml, "svg:x", rect->x * scale);
  rgm_odp_attribute_pt (drawing->xml, "svg:y", rect->y * scale);
  rgm_odp_attribute_pt (drawing->xml, "svg:width", rect->width * scale);
  rgm_odp_attribute_pt (drawing->xml, "svg:height", rect->height * scale);
}

static void
write_rect (RgmOdpDrawing         *drawing,
            const RgmSceneItem *item)
{
  begin_shape (drawing, "draw:rect", &item->rect.rect, &item->style);
  if (item->rect.radius > 0)
    rgm_odp_attribute_pt (drawing->xml, "draw:corner-radius", item->rect.radius * drawing->slide->scale);
  rgm_xml_end (drawing->xml);
}

static void
write_freeform (RgmOdpDrawing        *drawing,
                const RgmPathStep *steps,
                guint              n_steps,
                const RgmStyle    *style)
{
  static const char verbs[] = { 'M', 'L', 'C', 'Z' };
  RgmRect box = rgm_path_get_box (steps, n_steps);
  g_autoptr (GString) path = g_string_new (NULL);
  g_autofree char *view = g_strdup_printf ("0 0 %ld %ld", MAX (lround (box.width * UNITS_PER_POINT), 1),
                                           MAX (lround (box.height * UNITS_PER_POINT), 1));

  for (guint i = 0; i < n_steps; i++)
    {
      g_string_append_c (path, verbs[steps[i].verb]);
      for (guint j = 0; j < rgm_path_step_count_points (&steps[i]); j++)
        g_string_append_printf (path, "%s%ld %ld", j > 0 ? " " : "",
                                lround ((steps[i].points[j].x - box.x) * UNITS_PER_POINT),
                                lround ((steps[i].points[j].y - box.y) * UNITS_PER_POINT));
    }

  begin_shape (drawing, "draw:path", &box, style);
  rgm_xml_attribute (drawing->xml, "svg:viewBox", view);
  rgm_xml_attribute (drawing->xml, "svg:d", path->str);
  rgm_xml_end (drawing->xml);
}

static void
write_path (RgmOdpDrawing         *drawing,
            const RgmSceneItem *item)
{
  double scale = drawing->slide->scale;
  guint n_steps;
  const RgmPathStep *steps = rgm_scene_get_path (drawing->slide->scene, item, &n_steps);

  if (n_steps < 2)
    return;
  if (n_steps > 2 || steps[1].verb != RGM_PATH_LINE || item->style.fill != RGM_INK_NONE)
    {
      write_freeform (drawing, steps, n_steps, &item->style);
      return;
    }

  rgm_xml_begin (drawing->xml, "draw:line");
  rgm_xml_attribute (drawing->xml, "draw:style-name", get_shape_style (drawing, &item->style));
  rgm_odp_attribute_pt (drawing->xml, "svg:x1", steps[0].points[0].x * scale);
  rgm_odp_attribute_pt (drawing->xml, "svg:y1", steps[0].points[0].y * scale);
  rgm_odp_attribute_pt (drawing->xml, "svg:x2", steps[1].points[0].x * scale);
  rgm_odp_attribute_pt (drawing->xml, "svg:y2", steps[1].points[0].y * scale);
  rgm_xml_end (drawing->xml);
}

static void
write_marker (RgmOdpDrawing         *drawing,
              const RgmSceneItem *item)
{
  RgmPathStep steps[RGM_MARKER_MAX_STEPS];
  guint n_steps = rgm_marker_to_path (item->marker.shape, &item->marker.centre, item->marker.size, steps);
  RgmRect box = rgm_path_get_box (steps, n_steps);

  if (item->marker.shape != RGM_SHAPE_SQUARE && item->marker.shape != RGM_SHAPE_CIRCLE)
    {
      write_freeform (drawing, steps, n_steps, &item->style);
      return;
    }

  begin_shape (drawing, item->marker.shape == RGM_SHAPE_SQUARE ? "draw:rect" : "draw:ellipse", &box, &item->style);
  rgm_xml_end (drawing->xml);
}

static void
write_text_box (RgmOdpDrawing *drawing,
                gboolean    is_title,
                guint       first,
                guint       end)
{
  const RgmSceneItem *begin = &drawing->items[first];
  const char *address = g_steal_pointer (&drawing->address);
  double scale = drawing->slide->scale, line;
  RgmRect box = rgm_shapes_get_text_box (drawing->items, first, end, &line);

  if (address != NULL)
    {
      rgm_xml_begin (drawing->xml, "draw:a");
      rgm_xml_attribute (drawing->xml, "xlink:type", "simple");
      rgm_xml_attribute (drawing->xml, "xlink:href", address);
    }
  rgm_xml_begin (drawing->xml, "draw:frame");
  rgm_xml_attribute (drawing->xml, is_title ? "presentation:style-name" : "draw:style-name",
                     get_box_style (drawing, begin->text.side, is_title));
  rgm_xml_attribute (drawing->xml, "presentation:class", is_title ? "title" : NULL);
  rgm_odp_attribute_pt (drawing->xml, "svg:x", box.x * scale);
  rgm_odp_attribute_pt (drawing->xml, "svg:y", box.y * scale);
  rgm_odp_attribute_pt (drawing->xml, "svg:width", box.width * scale);
  rgm_odp_attribute_pt (drawing->xml, "svg:height", box.height * scale);
  rgm_xml_begin (drawing->xml, "draw:text-box");
  for (guint i = first; i < end; i++)
    {
      gboolean more;

      rgm_xml_begin (drawing->xml, "text:p");
      rgm_xml_attribute (drawing->xml, "text:style-name", rgm_odp_get_paragraph_style (drawing, &drawing->items[i], line * scale));
      do
        {
          more = rgm_shapes_is_continued (drawing->items, i, end);
          rgm_xml_begin (drawing->xml, "text:span");
          rgm_xml_attribute (drawing->xml, "text:style-name", rgm_odp_get_text_style (drawing, &drawing->items[i]));
          if (drawing->items[i].text.continues)
            rgm_xml_text (drawing->xml, RGM_TEXT_GAP);
          rgm_xml_text (drawing->xml, drawing->items[i].text.text);
          rgm_xml_end (drawing->xml);
          if (more)
            i++;
        }
      while (more);
      rgm_xml_end (drawing->xml);
    }
  rgm_xml_end (drawing->xml);
  rgm_xml_end (drawing->xml);
  if (address != NULL)
    rgm_xml_end (drawing->xml);
}

/* ── Groups ──────────────────────────────────────────────────────────────────── */

/**
 * rgm_odp_write_description:
 * @xml: a group or frame being written
 * @sentence: (nullable): its description
 */
void
rgm_odp_write_description (RgmXml     *xml,
                           const char *sentence)
{
  static const char *const elements[] = { "svg:title", "svg:desc" };

  for (guint i = 0; sentence != NULL && i < G_N_ELEMENTS (elements); i++)
    {
      rgm_xml_begin (xml, elements[i]);
      rgm_xml_text (xml, sentence);
      rgm_xml_end (xml);
    }
}

static void write_items (RgmOdpDrawing *drawing,
                         guint begin,
                         guint end);

static void
write_group (RgmOdpDrawing *drawing,
             guint          index)
{
  const RgmSceneItem *item = &drawing->items[index];
  const RgmSceneGroup *group = rgm_scene_get_group (drawing->slide->scene, item->group.index);
  const char *name = group->id != NULL ? group->id : rgm_scene_role_get_name (group->role);
  const char *address = drawing->address;
  guint begin = index + 1, end = item->group.end;

  if (begin == end)
    return;
  if (group->role == RGM_SCENE_ROLE_TITLE && drawing->slides->is_presentation && rgm_shapes_holds_only_texts (drawing->items, begin, end))
    {
      write_text_box (drawing, TRUE, begin, end);
      return;
    }
  if (group->role == RGM_SCENE_ROLE_TABLE && drawing->slide->table != NULL)
    {
      rgm_odp_write_table (drawing, name, group->sentence);
      return;
    }

  drawing->address = rgm_slide_find_address (drawing->slide, group);
  if (rgm_shapes_is_flat (group->role))
    {
      write_items (drawing, begin, end);
    }
  else
    {
      rgm_xml_begin (drawing->xml, "draw:g");
      rgm_xml_attribute (drawing->xml, "draw:name", name);
      rgm_odp_write_description (drawing->xml, group->sentence);
      write_items (drawing, begin, end);
      rgm_xml_end (drawing->xml);
    }
  drawing->address = address;
}

static void
write_items (RgmOdpDrawing *drawing,
             guint          begin,
             guint          end)
{
  for (guint i = begin; i < end; i++)
    {
      const RgmSceneItem *item = &drawing->items[i];
      guint first = i;

      switch (item->kind)
        {
        case RGM_SCENE_ITEM_GROUP:
          write_group (drawing, i);
          i = item->group.end - 1;
          break;
        case RGM_SCENE_ITEM_RECT:
          write_rect (drawing, item);
          break;
        case RGM_SCENE_ITEM_PATH:
          write_path (drawing, item);
          break;
        case RGM_SCENE_ITEM_MARKER:
          write_marker (drawing, item);
          break;
        case RGM_SCENE_ITEM_TEXT:
          while (rgm_shapes_is_continued (drawing->items, i, end))
            i++;
          write_text_box (drawing, FALSE, first, i + 1);
          break;
        default:
          g_assert_not_reached ();
        }
    }
}

/**
 * rgm_odp_write_shapes:
 * @xml: a page being written, at the place of its shapes
 * @styles: the document's styles, to which those of the shapes are added
 * @slides: the slides
 * @slide: the slide to write
 */
void
rgm_odp_write_shapes (RgmXml          *xml,
                      RgmOdpStyles    *styles,
                      const RgmSlides *slides,
                      const RgmSlide  *slide)
{
  RgmOdpDrawing drawing = { .xml = xml, .styles = styles, .slides = slides, .slide = slide };
  guint n_items;

  drawing.items = rgm_scene_get_items (slide->scene, &n_items);
  write_items (&drawing, 0, n_items);
}
