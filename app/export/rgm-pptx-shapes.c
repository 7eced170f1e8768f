/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <math.h>

#include "rgm-pptx-shapes.h"

#include "rgm-pptx-drawing.h"
#include "rgm-slide-shapes.h"

/* A fraction in thousandths of a percent. */
#define WHOLE 100000

static const char *const item_names[] = {
  [RGM_SCENE_ITEM_GROUP] = "group",
  [RGM_SCENE_ITEM_RECT] = "rectangle",
  [RGM_SCENE_ITEM_PATH] = "path",
  [RGM_SCENE_ITEM_MARKER] = "marker",
  [RGM_SCENE_ITEM_TEXT] = "text",
};

/* Takes the group's description, which belongs to a single shape. */
static const char *
take_description (RgmPptxDrawing *drawing)
{
  return g_steal_pointer (&drawing->description);
}

/* A shape without text still gets an empty text body: some programs offer to repair a file otherwise. */
#define EMPTY_BODY "<p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:endParaRPr/></a:p></p:txBody>"

static void
begin_shape (RgmPptxDrawing *drawing,
             const char  *name)
{
  rgm_xml_begin (drawing->xml, "p:sp");
  rgm_xml_begin (drawing->xml, "p:nvSpPr");
  rgm_pptx_write_properties (drawing, name, take_description (drawing), NULL, FALSE);
  rgm_xml_markup (drawing->xml, "<p:cNvSpPr/><p:nvPr/>");
  rgm_xml_end (drawing->xml);
  rgm_xml_begin (drawing->xml, "p:spPr");
}

static void
end_shape (RgmPptxDrawing    *drawing,
           const RgmStyle *style)
{
  rgm_pptx_write_style (drawing, style);
  rgm_xml_end (drawing->xml);
  rgm_xml_markup (drawing->xml, EMPTY_BODY);
  rgm_xml_end (drawing->xml);
}

static void
write_preset (RgmPptxDrawing    *drawing,
              const char     *name,
              const char     *preset,
              const RgmRect  *rect,
              double          radius,
              const RgmStyle *style)
{
  begin_shape (drawing, name);
  rgm_pptx_write_transform (drawing, "a:xfrm", rect, FALSE, FALSE, FALSE);
  rgm_xml_begin (drawing->xml, "a:prstGeom");
  rgm_xml_attribute (drawing->xml, "prst", preset);
  rgm_xml_begin (drawing->xml, "a:avLst");
  if (radius > 0)
    {
      double share = radius / MIN (rect->width, rect->height);
      g_autofree char *formula = g_strdup_printf ("val %ld", lround (MIN (share, 0.5) * WHOLE));

      rgm_xml_begin (drawing->xml, "a:gd");
      rgm_xml_attribute (drawing->xml, "name", "adj");
      rgm_xml_attribute (drawing->xml, "fmla", formula);
      rgm_xml_end (drawing->xml);
    }
  rgm_xml_end (drawing->xml);
  rgm_xml_end (drawing->xml);
  end_shape (drawing, style);
}

static void
write_freeform (RgmPptxDrawing       *drawing,
                const char        *name,
                const RgmPathStep *steps,
                guint              n_steps,
                const RgmStyle    *style)
{
  static const char *const verbs[] = { "a:moveTo", "a:lnTo", "a:cubicBezTo", "a:close" };
  RgmRect box = rgm_path_get_box (steps, n_steps);

  begin_shape (drawing, name);
  rgm_pptx_write_transform (drawing, "a:xfrm", &box, FALSE, FALSE, FALSE);
  rgm_xml_begin (drawing->xml, "a:custGeom");
  rgm_xml_markup (drawing->xml, "<a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/>"
                                "<a:rect l=\"0\" t=\"0\" r=\"r\" b=\"b\"/>");
  rgm_xml_begin (drawing->xml, "a:pathLst");
  rgm_xml_begin (drawing->xml, "a:path");
  rgm_xml_attribute_int (drawing->xml, "w", rgm_pptx_to_emu (drawing, box.width));
  rgm_xml_attribute_int (drawing->xml, "h", rgm_pptx_to_emu (drawing, box.height));
  rgm_xml_attribute (drawing->xml, "fill", style->fill == RGM_INK_NONE ? "none" : NULL);
  for (guint i = 0; i < n_steps; i++)
    {
      rgm_xml_begin (drawing->xml, verbs[steps[i].verb]);
      for (guint j = 0; j < rgm_path_step_count_points (&steps[i]); j++)
        {
          rgm_xml_begin (drawing->xml, "a:pt");
          rgm_xml_attribute_int (drawing->xml, "x", rgm_pptx_to_emu (drawing, steps[i].points[j].x - box.x));
          rgm_xml_attribute_int (drawing->xml, "y", rgm_pptx_to_emu (drawing, steps[i].points[j].y - box.y));
          rgm_xml_end (drawing->xml);
        }
      rgm_xml_end (drawing->xml);
    }
  rgm_xml_end (drawing->xml);
  rgm_xml_end (drawing->xml);
  rgm_xml_end (drawing->xml);
  end_shape (drawing, style);
}

static void
write_line (RgmPptxDrawing    *drawing,
            const RgmPoint *from,
            const RgmPoint *to,
            const RgmStyle *style)
{
  RgmRect box = { MIN (from->x, to->x), MIN (from->y, to->y), fabs (to->x - from->x), fabs (to->y - from->y) };

  rgm_xml_begin (drawing->xml, "p:cxnSp");
  rgm_xml_begin (drawing->xml, "p:nvCxnSpPr");
  rgm_pptx_write_properties (drawing, "line", take_description (drawing), NULL, FALSE);
  rgm_xml_markup (drawing->xml, "<p:cNvCxnSpPr/><p:nvPr/>");
  rgm_xml_end (drawing->xml);
  rgm_xml_begin (drawing->xml, "p:spPr");
  rgm_pptx_write_transform (drawing, "a:xfrm", &box, FALSE, to->x < from->x, to->y < from->y);
  rgm_xml_markup (drawing->xml, "<a:prstGeom prst=\"line\"><a:avLst/></a:prstGeom>");
  rgm_pptx_write_style (drawing, style);
  rgm_xml_end (drawing->xml);
  rgm_xml_end (drawing->xml);
}

static void
write_path (RgmPptxDrawing        *drawing,
            const RgmSceneItem *item)
{
  guint n_steps;
  const RgmPathStep *steps = rgm_scene_get_path (drawing->slide->scene, item, &n_steps);

  if (n_steps < 2)
    return;
  if (n_steps == 2 && steps[1].verb == RGM_PATH_LINE && item->style.fill == RGM_INK_NONE)
    write_line (drawing, &steps[0].points[0], &steps[1].points[0], &item->style);
  else
    write_freeform (drawing, item_names[item->kind], steps, n_steps, &item->style);
}

static void
write_marker (RgmPptxDrawing        *drawing,
              const RgmSceneItem *item)
{
  /* Preset shapes that fill the same box as ours; others become paths. */
  static const char *const presets[] = {
    [RGM_SHAPE_SQUARE] = "rect",
    [RGM_SHAPE_DIAMOND] = "diamond",
    [RGM_SHAPE_CIRCLE] = "ellipse",
    [RGM_SHAPE_TRIANGLE] = "triangle",
    [RGM_SHAPE_CROSS] = NULL,
  };
  RgmPathStep steps[RGM_MARKER_MAX_STEPS];
  guint n_steps = rgm_marker_to_path (item->marker.shape, &item->marker.centre, item->marker.size, steps);
  const char *name = rgm_shape_get_name (item->marker.shape);
  RgmRect box = rgm_path_get_box (steps, n_steps);

  if (presets[item->marker.shape] != NULL)
    write_preset (drawing, name, presets[item->marker.shape], &box, 0, &item->style);
  else
    write_freeform (drawing, name, steps, n_steps, &item->style);
}

/* ── Groups ──────────────────────────────────────────────────────────────────── */

static gboolean
is_one_text (RgmPptxDrawing *drawing,
             guint        begin,
             guint        end)
{
  for (guint i = begin + 1; i < end; i++)
    if (!rgm_shapes_is_continued (drawing->items, i - 1, end))
      return FALSE;

  return rgm_shapes_holds_only_texts (drawing->items, begin, end);
}

static void write_items (RgmPptxDrawing *drawing,
                         const char *name,
                         guint begin,
                         guint end);

static void
write_group (RgmPptxDrawing *drawing,
             guint        index)
{
  const RgmSceneItem *item = &drawing->items[index];
  const RgmSceneGroup *group = rgm_scene_get_group (drawing->slide->scene, item->group.index);
  const char *name = group->id != NULL ? group->id : rgm_scene_role_get_name (group->role);
  const char *outer = drawing->description, *address = drawing->address;
  guint begin = index + 1, end = item->group.end;

  if (begin == end)
    return;
  if (group->role == RGM_SCENE_ROLE_TITLE && rgm_shapes_holds_only_texts (drawing->items, begin, end))
    {
      rgm_pptx_write_text_box (drawing, name, TRUE, begin, end);
      return;
    }
  if (group->role == RGM_SCENE_ROLE_TABLE && drawing->slide->table != NULL)
    {
      rgm_pptx_write_table (drawing, name, group->sentence);
      return;
    }

  drawing->address = rgm_slide_find_address (drawing->slide, group);
  if (rgm_shapes_is_flat (group->role) || is_one_text (drawing, begin, end))
    {
      write_items (drawing, name, begin, end);
      drawing->address = address;
      return;
    }

  rgm_xml_begin (drawing->xml, "p:grpSp");
  rgm_xml_begin (drawing->xml, "p:nvGrpSpPr");
  rgm_pptx_write_properties (drawing, name, group->sentence, NULL, group->role == RGM_SCENE_ROLE_GRID);
  rgm_xml_markup (drawing->xml, "<p:cNvGrpSpPr/><p:nvPr/>");
  rgm_xml_end (drawing->xml);
  rgm_xml_begin (drawing->xml, "p:grpSpPr");
  rgm_pptx_write_transform (drawing, "a:xfrm", &item->bounds, TRUE, FALSE, FALSE);
  rgm_xml_end (drawing->xml);
  drawing->description = group->sentence;
  write_items (drawing, NULL, begin, end);
  drawing->description = outer;
  drawing->address = address;
  rgm_xml_end (drawing->xml);
}

static void
write_items (RgmPptxDrawing *drawing,
             const char  *name,
             guint        begin,
             guint        end)
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
          write_preset (drawing, item_names[item->kind], item->rect.radius > 0 ? "roundRect" : "rect",
                        &item->rect.rect, item->rect.radius, &item->style);
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
          rgm_pptx_write_text_box (drawing, name != NULL ? name : item_names[item->kind], FALSE, first, i + 1);
          break;
        default:
          g_assert_not_reached ();
        }
    }
}

/**
 * rgm_pptx_write_shapes:
 * @xml: a slide being written, at the place of its shapes
 * @slides: the slides
 * @slide: the slide
 * @links: (element-type utf8): its link targets, to which those of the shapes are added
 *
 * Writes a scene as editable shapes, grouped and named like the groups of the scene.
 */
void
rgm_pptx_write_shapes (RgmXml          *xml,
                       const RgmSlides *slides,
                       const RgmSlide  *slide,
                       GPtrArray       *links)
{
  RgmPptxDrawing drawing = { .xml = xml, .slides = slides, .slide = slide, .links = links, .last_id = 1 };
  guint n_items;

  drawing.items = rgm_scene_get_items (slide->scene, &n_items);
  if (slides->template != NULL)
    rgm_pptx_write_title (&drawing);
  write_items (&drawing, NULL, 0, n_items);
}
