/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "rgm-pptx-look.h"

#define EMU_PER_POINT 12700.0
#define SIZES_PER_POINT 100.0

/* PowerPoint's default where nothing is specified. */
#define USUAL_TITLE_SIZE 44.0

/* Relative luminance; 0.5 looks lighter than a medium grey. */
#define DARK 0.18

/* ── Titles ──────────────────────────────────────────────────────────────────── */

/* The first placeholder of either type. */
static const RgmXmlNode *
find_shape (const RgmXmlNode *tree,
            const char       *type,
            const char       *other)
{
  for (guint i = 0; tree != NULL && i < tree->children->len; i++)
    {
      const RgmXmlNode *shape = tree->children->pdata[i];
      const char *found = rgm_xml_node_get (rgm_xml_node_find (shape, "nvSpPr/nvPr/ph"), "type");

      if (g_str_equal (shape->name, "sp") && (g_strcmp0 (found, type) == 0 || (found != NULL && g_strcmp0 (found, other) == 0)))
        return shape;
    }

  return NULL;
}

static gboolean
get_place (const RgmXmlNode *shape,
           RgmRect          *rect)
{
  const RgmXmlNode *offset = rgm_xml_node_find (shape, "spPr/xfrm/off"), *extent = rgm_xml_node_find (shape, "spPr/xfrm/ext");
  gint64 x, y, width, height;

  if (!rgm_xml_node_get_int (offset, "x", &x) || !rgm_xml_node_get_int (offset, "y", &y) ||
      !rgm_xml_node_get_int (extent, "cx", &width) || !rgm_xml_node_get_int (extent, "cy", &height))
    return FALSE;

  *rect = (RgmRect){
    (double) x / EMU_PER_POINT,
    (double) y / EMU_PER_POINT,
    (double) width / EMU_PER_POINT,
    (double) height / EMU_PER_POINT,
  };

  return width > 0 && height > 0;
}

/* The size at the first level of a list style, or 0 if unspecified. */
static double
get_size (const RgmXmlNode *styles)
{
  gint64 size;

  return rgm_xml_node_get_int (rgm_xml_node_find (styles, "lvl1pPr/defRPr"), "sz", &size) && size >= 100 && size <= 400000
           ? (double) size / SIZES_PER_POINT
           : 0;
}

/**
 * rgm_pptx_find_title:
 * @layout: a layout
 * @master: its master, which provides what the layout leaves out
 * @rect: (out): the rectangle of the title, in points
 * @size: (out): its type size in points
 *
 * Returns: whether the layout has a title
 */
gboolean
rgm_pptx_find_title (const RgmXmlNode *layout,
                     const RgmXmlNode *master,
                     RgmRect          *rect,
                     double           *size)
{
  const RgmXmlNode *here = find_shape (rgm_xml_node_find (layout, "cSld/spTree"), "title", "ctrTitle");
  const RgmXmlNode *there = find_shape (rgm_xml_node_find (master, "cSld/spTree"), "title", NULL);

  if (here == NULL || (!get_place (here, rect) && !get_place (there, rect)))
    return FALSE;

  *size = get_size (rgm_xml_node_find (here, "txBody/lstStyle"));
  if (*size == 0)
    *size = get_size (rgm_xml_node_find (there, "txBody/lstStyle"));
  if (*size == 0)
    *size = get_size (rgm_xml_node_find (master, "txStyles/titleStyle"));
  if (*size == 0)
    *size = USUAL_TITLE_SIZE;

  return TRUE;
}

/**
 * rgm_pptx_find_body:
 * @master: a master
 * @rect: (out): the rectangle of the body text, in points
 *
 * Returns: %TRUE if the master has a body placeholder
 */
gboolean
rgm_pptx_find_body (const RgmXmlNode *master,
                    RgmRect          *rect)
{
  return get_place (find_shape (rgm_xml_node_find (master, "cSld/spTree"), "body", NULL), rect);
}

/* ── Themes ──────────────────────────────────────────────────────────────────── */

/**
 * rgm_pptx_find_family:
 * @theme: a theme
 * @font: 'minorFont' for text or 'majorFont' for titles
 *
 * Returns: (transfer full): the font family
 */
char *
rgm_pptx_find_family (const RgmXmlNode *theme,
                      const char       *font)
{
  g_autofree char *path = g_strdup_printf ("themeElements/fontScheme/%s/latin", font);
  const char *family = rgm_xml_node_get (rgm_xml_node_find (theme, path), "typeface");

  return g_strdup (family != NULL && *family != '\0' && *family != '+' ? family : "Arial");
}

static double
get_luminance (const char *hex)
{
  guint64 value;

  if (hex == NULL || strlen (hex) != 6 || !g_ascii_string_to_unsigned (hex, 16, 0, (1 << 24) - 1, &value, NULL))
    return 1;

  /* A square approximates the sRGB transfer curve, close enough to tell dark from light. */
  return 0.2126 * (double) ((value >> 16 & 0xff) * (value >> 16 & 0xff)) / 65025.0 +
         0.7152 * (double) ((value >> 8 & 0xff) * (value >> 8 & 0xff)) / 65025.0 +
         0.0722 * (double) ((value & 0xff) * (value & 0xff)) / 65025.0;
}

/* A theme colour, by its name in the colour map. */
static double
get_scheme_luminance (const RgmXmlNode *master,
                      const RgmXmlNode *theme,
                      const char       *name)
{
  const char *mapped = rgm_xml_node_get (rgm_xml_node_child (master, "clrMap"), name);
  const RgmXmlNode *scheme = rgm_xml_node_find (theme, "themeElements/clrScheme");
  const RgmXmlNode *color = rgm_xml_node_child (scheme, mapped != NULL ? mapped : name);
  const char *last = rgm_xml_node_get (rgm_xml_node_child (color, "sysClr"), "lastClr");

  return get_luminance (last != NULL ? last : rgm_xml_node_get (rgm_xml_node_child (color, "srgbClr"), "val"));
}

/**
 * rgm_pptx_is_dark:
 * @master: a master
 * @theme: its theme
 *
 * Returns: %TRUE if the background is dark
 */
gboolean
rgm_pptx_is_dark (const RgmXmlNode *master,
                  const RgmXmlNode *theme)
{
  const RgmXmlNode *ground = rgm_xml_node_find (master, "cSld/bg/bgRef");
  const char *name, *value;

  if (ground == NULL)
    ground = rgm_xml_node_find (master, "cSld/bg/bgPr/solidFill");
  name = rgm_xml_node_get (rgm_xml_node_child (ground, "schemeClr"), "val");
  value = rgm_xml_node_get (rgm_xml_node_child (ground, "srgbClr"), "val");

  return (value != NULL ? get_luminance (value) : get_scheme_luminance (master, theme, name != NULL ? name : "bg1")) < DARK;
}
