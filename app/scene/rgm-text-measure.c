/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-text-measure.h"

#include <pango/pango.h>
#include <string.h>

/* What the sum of advances may differ from a width by, for type of one point. */
#define ROUNDING 1e-6

/* Beyond this many texts the memory is worth more than the time. */
#define MAX_REMEMBERED 256

#define ELLIPSIS "\342\200\246"

G_DEFINE_INTERFACE (RgmTextMeasure, rgm_text_measure, G_TYPE_OBJECT)

static void
rgm_text_measure_default_init (RgmTextMeasureInterface *iface)
{
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
  return RGM_TEXT_MEASURE_GET_IFACE (self)->get_width (self, text, weight) * size;
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

/* Line breaks and grapheme boundaries of a text, and how far its line reaches at each byte:
 * all that breaking and cutting ask, from shaping the text once. */
typedef struct
{
  const PangoLogAttr *attributes;  /* of each character, and of the end */
  const double       *reach;       /* at each byte, for type of one point */
} ShapedText;

/* Where a text breaks is asked for at each size of type that a chart is tried in, and is the same at all of them. */
static const PangoLogAttr *
get_attributes (RgmTextMeasure *measure,
                const char     *text,
                gsize           length)
{
  static GQuark quark = 0;
  GHashTable *known;
  PangoLogAttr *attributes;
  glong n_chars;

  if (quark == 0)
    quark = g_quark_from_static_string ("rgm-text-measure-attributes");
  known = g_object_get_qdata (G_OBJECT (measure), quark);
  if (known == NULL)
    {
      known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
      g_object_set_qdata_full (G_OBJECT (measure), quark, known, (GDestroyNotify) g_hash_table_unref);
    }

  attributes = g_hash_table_lookup (known, text);
  if (attributes != NULL)
    return attributes;

  n_chars = g_utf8_strlen (text, (gssize) length);
  attributes = g_new0 (PangoLogAttr, (gsize) n_chars + 1);
  pango_get_log_attrs (text, (int) length, -1, pango_language_get_default (), attributes, (int) n_chars + 1);
  if (g_hash_table_size (known) >= MAX_REMEMBERED)
    g_hash_table_remove_all (known);
  g_hash_table_insert (known, g_strndup (text, length), attributes);

  return attributes;
}

/* Both arrays are the measure's, until it is asked about another text. */
static ShapedText
shape_text (RgmTextMeasure *measure,
            const char     *text,
            gsize           length,
            RgmWeight       weight)
{
  return (ShapedText) {
    .attributes = get_attributes (measure, text, length),
    .reach = RGM_TEXT_MEASURE_GET_IFACE (measure)->get_reach (measure, text, length, weight),
  };
}

/* One line of text as it is drawn: a control character leaves the room of a space. */
static char *
make_line (const char *text)
{
  char *line = g_strdup (text);

  for (char *p = line; *p != '\0'; p++)
    if ((guchar) *p < 0x20 || *p == 0x7f)
      *p = ' ';

  return line;
}

/**
 * rgm_text_measure_shorten:
 * @self: a measure
 * @text: one line of text
 * @size: in points
 * @weight: the weight
 * @width: the available width, in points
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
  g_autofree char *line = make_line (text);
  ShapedText shaped;
  double available;
  gsize cut = 0;
  glong i = 1;

  if (rgm_text_measure_get_width (self, line, size, weight) <= width)
    return g_steal_pointer (&line);

  available = (width - rgm_text_measure_get_width (self, ELLIPSIS, size, weight)) / size;
  shaped = shape_text (self, line, strlen (line), weight);
  for (const char *p = g_utf8_next_char (line); *p != '\0' && shaped.reach[p - line] <= available;
       p = g_utf8_next_char (p), i++)
    if (shaped.attributes[i].is_cursor_position)
      cut = (gsize) (p - line);
  while (cut > 0 && (line[cut - 1] == ' ' || line[cut - 1] == ','))
    cut--;

  return g_strdup_printf ("%.*s" ELLIPSIS, (int) cut, line);
}

/* How much of a line begins at @begin: up to the last break that fits, else up to the last
 * grapheme that fits, and at least one grapheme. @index is that of the character at @begin and
 * becomes that of the one at the end. Spaces at the end of a line take no room. */
static gsize
find_line_end (const ShapedText *shaped,
               const char       *text,
               gsize             begin,
               glong            *index,
               double            available)
{
  double limit = shaped->reach[begin] + available + ROUNDING;
  gsize end = 0, cut = 0, inked = begin;
  glong end_index = 0, cut_index = 0;
  glong i = *index;

  for (const char *p = text + begin; *p != '\0';)
    {
      gsize next = (gsize) (g_utf8_next_char (p) - text);

      if (*p != ' ')
        inked = next;
      p = text + next;
      i++;
      /* a grapheme is never taken apart, whatever the width */
      if (!shaped->attributes[i].is_cursor_position)
        continue;
      if (shaped->reach[inked] > limit && cut > 0)
        break;
      cut = next;
      cut_index = i;
      if (shaped->reach[inked] <= limit && (shaped->attributes[i].is_line_break || *p == '\0'))
        {
          end = next;
          end_index = i;
        }
    }

  *index = end > 0 ? end_index : cut_index;

  return end > 0 ? end : cut;
}

/**
 * rgm_text_measure_wrap:
 * @self: a measure
 * @text: text, of one paragraph
 * @size: in points
 * @weight: the weight
 * @width: the available width, in points
 *
 * Breaks a text into lines where Unicode lets it break; a single word that is too wide is
 * broken between two graphemes.
 *
 * Returns: (transfer full): the lines; none for an empty text
 */
char **
rgm_text_measure_wrap (RgmTextMeasure *self,
                       const char     *text,
                       double          size,
                       RgmWeight       weight,
                       double          width)
{
  g_autoptr (GStrvBuilder) lines = g_strv_builder_new ();
  g_autofree char *whole = make_line (text);
  gsize length = strlen (whole);
  ShapedText shaped = { 0 };
  gsize begin = 0;
  glong index = 0;

  if (length > 0)
    shaped = shape_text (self, whole, length, weight);
  while (begin < length)
    {
      gsize end = find_line_end (&shaped, whole, begin, &index, width / size);
      g_autofree char *line = g_strchomp (g_strndup (whole + begin, end - begin));

      g_strv_builder_add (lines, line);
      /* a space at the end of a line never begins the next */
      for (; whole[end] == ' '; end++)
        index++;
      begin = end;
    }

  return g_strv_builder_end (lines);
}
