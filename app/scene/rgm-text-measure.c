/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-text-measure.h"

#include <pango/pango.h>
#include <string.h>

#define ELLIPSIS "\342\200\246"

G_DEFINE_INTERFACE (RgmTextMeasure, rgm_text_measure, G_TYPE_OBJECT)

static void
rgm_text_measure_default_init (RgmTextMeasureInterface *iface)
{
}

static double
get_width_of_part (RgmTextMeasure *self,
                   const char     *text,
                   gssize          length,
                   double          size,
                   RgmWeight       weight)
{
  if (length == 0)
    return 0;

  return RGM_TEXT_MEASURE_GET_IFACE (self)->get_width (self, text, length, weight) * size;
}

/**
 * rgm_text_measure_get_family:
 * @self: a measure
 *
 * Returns: the family of the type that is measured
 */
const char *
rgm_text_measure_get_family (RgmTextMeasure *self)
{
  return RGM_TEXT_MEASURE_GET_IFACE (self)->get_family (self);
}

/**
 * rgm_text_measure_get_width:
 * @self: a measure
 * @text: one line of text
 * @size: in points
 * @weight: the weight
 *
 * Returns: how wide the line is, in points
 */
double
rgm_text_measure_get_width (RgmTextMeasure *self,
                            const char     *text,
                            double          size,
                            RgmWeight       weight)
{
  return get_width_of_part (self, text, (gssize) strlen (text), size, weight);
}

/**
 * rgm_text_measure_get_ascent:
 * @self: a measure
 * @size: in points
 * @weight: the weight
 *
 * Returns: how far a line reaches above its baseline, in points
 */
double
rgm_text_measure_get_ascent (RgmTextMeasure *self,
                             double          size,
                             RgmWeight       weight)
{
  double ascent, descent;

  RGM_TEXT_MEASURE_GET_IFACE (self)->get_line (self, weight, &ascent, &descent);

  return ascent * size;
}

/**
 * rgm_text_measure_get_descent:
 * @self: a measure
 * @size: in points
 * @weight: the weight
 *
 * Returns: how far a line reaches below its baseline, in points
 */
double
rgm_text_measure_get_descent (RgmTextMeasure *self,
                              double          size,
                              RgmWeight       weight)
{
  double ascent, descent;

  RGM_TEXT_MEASURE_GET_IFACE (self)->get_line (self, weight, &ascent, &descent);

  return descent * size;
}

/* The byte at which @text may be cut so that what is before it, with @tail, is no
 * wider than @width; never inside a grapheme. */
static gsize
find_cut (RgmTextMeasure     *self,
          const char         *text,
          const PangoLogAttr *attributes,
          glong               n_chars,
          double              size,
          RgmWeight           weight,
          double              width)
{
  glong low = 0, high = n_chars;
  glong cut;

  while (low < high)
    {
      glong middle = (low + high + 1) / 2;
      const char *end = g_utf8_offset_to_pointer (text, middle);

      if (get_width_of_part (self, text, end - text, size, weight) <= width)
        low = middle;
      else
        high = middle - 1;
    }

  for (cut = low; cut > 0 && !attributes[cut].is_cursor_position; cut--)
    ;

  return (gsize) (g_utf8_offset_to_pointer (text, cut) - text);
}

static PangoLogAttr *
get_breaks (const char *text,
            glong      *n_chars)
{
  PangoLogAttr *attributes;

  *n_chars = g_utf8_strlen (text, -1);
  attributes = g_new0 (PangoLogAttr, (gsize) *n_chars + 1);
  pango_get_log_attrs (text, (int) strlen (text), -1, pango_language_get_default (),
                       attributes, (int) *n_chars + 1);

  return attributes;
}

/**
 * rgm_text_measure_shorten:
 * @self: a measure
 * @text: one line of text
 * @size: in points
 * @weight: the weight
 * @width: the width there is, in points
 *
 * Returns: (transfer full): @text if it fits, else its beginning and an ellipsis; never
 *   less than the ellipsis
 */
char *
rgm_text_measure_shorten (RgmTextMeasure *self,
                          const char     *text,
                          double          size,
                          RgmWeight       weight,
                          double          width)
{
  g_autofree PangoLogAttr *attributes = NULL;
  double room;
  glong n_chars;
  gsize cut;

  if (rgm_text_measure_get_width (self, text, size, weight) <= width)
    return g_strdup (text);

  room = width - rgm_text_measure_get_width (self, ELLIPSIS, size, weight);
  attributes = get_breaks (text, &n_chars);
  cut = find_cut (self, text, attributes, n_chars, size, weight, room);
  while (cut > 0 && (text[cut - 1] == ' ' || text[cut - 1] == ','))
    cut--;

  return g_strdup_printf ("%.*s" ELLIPSIS, (int) cut, text);
}

/* The byte at which the first line of @text ends, at a place where a line may break or,
 * where a single word is too wide, between two graphemes. */
static gsize
find_break (RgmTextMeasure     *self,
            const char         *text,
            const PangoLogAttr *attributes,
            glong               n_chars,
            double              size,
            RgmWeight           weight,
            double              width)
{
  const char *p = text;
  gsize fits = 0;

  for (glong i = 1; i <= n_chars; i++)
    {
      gsize end, trimmed;

      p = g_utf8_next_char (p);
      if (i < n_chars && !attributes[i].is_line_break)
        continue;

      end = trimmed = (gsize) (p - text);
      while (trimmed > 0 && text[trimmed - 1] == ' ')
        trimmed--;
      if (get_width_of_part (self, text, (gssize) trimmed, size, weight) > width)
        break;
      fits = end;
    }

  if (fits == 0)
    fits = find_cut (self, text, attributes, n_chars, size, weight, width);

  /* However narrow the place, a line holds a grapheme. */
  if (fits == 0)
    {
      glong first = 1;

      while (first < n_chars && !attributes[first].is_cursor_position)
        first++;
      fits = (gsize) (g_utf8_offset_to_pointer (text, first) - text);
    }

  /* A space at the end of a line is never the beginning of the next. */
  while (text[fits] == ' ')
    fits++;

  return fits;
}

/**
 * rgm_text_measure_wrap:
 * @self: a measure
 * @text: text, without line feeds
 * @size: in points
 * @weight: the weight
 * @width: the width there is, in points
 * @max_lines: how many lines there may be, or 0 for as many as it takes
 *
 * Breaks a text into lines where Unicode lets it break. What doesn't fit in @max_lines
 * is cut, and the last line then ends in an ellipsis.
 *
 * Returns: (transfer full): the lines; none for an empty text
 */
char **
rgm_text_measure_wrap (RgmTextMeasure *self,
                       const char     *text,
                       double          size,
                       RgmWeight       weight,
                       double          width,
                       guint           max_lines)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  g_autofree PangoLogAttr *attributes = NULL;
  const PangoLogAttr *from = NULL;
  glong n_chars = 0;

  if (*text != '\0' && rgm_text_measure_get_width (self, text, size, weight) > width)
    from = attributes = get_breaks (text, &n_chars);

  while (*text != '\0')
    {
      gsize length;

      if (from == NULL || lines->len + 1 == max_lines)
        {
          g_ptr_array_add (lines, rgm_text_measure_shorten (self, text, size, weight,
                                                            from == NULL ? G_MAXDOUBLE : width));
          break;
        }

      length = find_break (self, text, from, n_chars, size, weight, width);
      g_ptr_array_add (lines, g_strchomp (g_strndup (text, length)));

      from += g_utf8_strlen (text, (gssize) length);
      n_chars -= g_utf8_strlen (text, (gssize) length);
      text += length;
    }

  g_ptr_array_add (lines, NULL);

  return (char **) g_ptr_array_steal (lines, NULL);
}
