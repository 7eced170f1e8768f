/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include "rgm-digitised-curve.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>
#include <math.h>
#include <string.h>

#include "rgm-error.h"
#include "rgm-punctuation.h"

/* More patients than this are a mistake. */
#define MAX_PATIENTS 1000000000

/* A word of these makes a column one of arms. */
static const char * const arm_names[] = { "arm", "group", "treatment", "trt", "curve", "dataset", NULL };

/**
 * rgm_digitised_curve_new:
 *
 * Returns: (transfer full): a curve without points, of which nothing is known
 */
RgmDigitisedCurve *
rgm_digitised_curve_new (void)
{
  RgmDigitisedCurve *self = g_new0 (RgmDigitisedCurve, 1);

  self->points = g_array_new (FALSE, FALSE, sizeof (RgmDigitisedPoint));
  self->at_risk = g_array_new (FALSE, FALSE, sizeof (RgmDigitisedPoint));
  self->patients = self->events = -1;

  return self;
}

/* DigitizeIt's header, and remarks. */
static gboolean
is_remark (const RgmCsv *csv,
           guint         row)
{
  return *rgm_csv_get_cell (csv, row, 0) == '#';
}

/* The columns of one curve or table of numbers at risk. */
typedef struct
{
  guint first_row;
  guint x;
  guint y;
  guint arm;
  guint n_columns;
} CurveColumns;

#define NO_ARM G_MAXUINT

/* Where the numbers begin, and whether a column of arms stands beside them. */
static gboolean
find_columns (const RgmCsv  *csv,
              CurveColumns  *columns,
              GError       **error)
{
  guint n_rows = rgm_csv_get_n_rows (csv);

  *columns = (CurveColumns) { n_rows, 0, 1, NO_ARM, 0 };
  for (guint row = 0; row < n_rows; row++)
    {
      guint n = rgm_csv_get_n_cells (csv, row), n_numbers = 0;
      double number;

      columns->n_columns = MAX (columns->n_columns, n);
      for (guint i = 0; i < n; i++)
        n_numbers += rgm_csv_get_number (csv, row, i, &number);
      if (columns->first_row == n_rows && !is_remark (csv, row) && n_numbers >= 2)
        columns->first_row = row;
    }
  if (columns->first_row == n_rows)
    {
      g_set_error_literal (error, RGM_ERROR, RGM_ERROR_INPUT, _("Expected two columns of numbers, found none."));
      return FALSE;
    }

  for (guint i = 0; columns->first_row > 0 && i < rgm_csv_get_n_cells (csv, columns->first_row - 1); i++)
    {
      g_autofree char *header = g_utf8_strdown (rgm_csv_get_cell (csv, columns->first_row - 1, i), -1);

      if (g_strv_contains (arm_names, header) && columns->arm == NO_ARM)
        columns->arm = i;
    }
  if (columns->arm != NO_ARM)
    {
      columns->x = columns->arm == 0 ? 1 : 0;
      columns->y = columns->arm <= 1 ? 2 : 1;
    }

  return TRUE;
}

/* The one that is wanted of several names; of one, that one.
 *
 * Returns: its index, or -1 with @error set */
static int
choose (GPtrArray   *names,
        const char  *wanted,
        GError     **error)
{
  g_autofree char *all = NULL;
  guint index = 0;

  if (names->len == 1)
    return 0;
  if (wanted != NULL && g_ptr_array_find_with_equal_func (names, wanted, g_str_equal, &index))
    return (int) index;

  g_ptr_array_add (names, NULL);
  all = rgm_join_words ((char **) names->pdata);
  g_ptr_array_set_size (names, (int) names->len - 1);
  if (wanted != NULL)
    rgm_error_set (error, RGM_ERROR, RGM_ERROR_CALL, _("--group: the file has no arm “%s”. Its arms are %s."), wanted, all);
  else
    rgm_error_set (error, RGM_ERROR, RGM_ERROR_CALL, _("The file has several arms: %s. Select one with --group=NAME."), all);

  return -1;
}

static gboolean
add_point (const RgmCsv  *csv,
           guint          row,
           guint          x,
           guint          y,
           GArray        *points,
           GError       **error)
{
  RgmDigitisedPoint point = { 0.0, 0.0, rgm_csv_get_line (csv, row) };

  /* Columns side by side are not equally long. */
  if (*rgm_csv_get_cell (csv, row, x) == '\0' && *rgm_csv_get_cell (csv, row, y) == '\0')
    return TRUE;
  if (!rgm_csv_get_number (csv, row, x, &point.x) || !rgm_csv_get_number (csv, row, y, &point.y))
    {
      rgm_error_set (error, RGM_ERROR, RGM_ERROR_INPUT, _("line %u: expected two numbers, found “%s” and “%s”."),
                     point.line, rgm_csv_get_cell (csv, row, x), rgm_csv_get_cell (csv, row, y));
      return FALSE;
    }
  g_array_append_val (points, point);

  return TRUE;
}

/* Several curves side by side, each with its name above its first column, as
 * WebPlotDigitizer has them. */
static GPtrArray *
list_pairs (const RgmCsv       *csv,
            const CurveColumns *columns)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i + 1 < columns->n_columns; i += 2)
    {
      const char *header = columns->first_row > 0 ? rgm_csv_get_cell (csv, 0, i) : "";

      g_ptr_array_add (names, *header != '\0' ? g_strdup (header) : g_strdup_printf ("%u", i / 2 + 1));
    }

  return names;
}

static gboolean
choose_pair (const RgmCsv  *csv,
             const char    *wanted,
             CurveColumns  *columns,
             char         **name,
             GError       **error)
{
  g_autoptr (GPtrArray) names = list_pairs (csv, columns);
  int chosen = choose (names, wanted, error);

  if (chosen < 0)
    return FALSE;

  columns->x = 2 * (guint) chosen;
  columns->y = columns->x + 1;
  *name = g_strdup (g_ptr_array_index (names, chosen));

  return TRUE;
}

/* The arms, where a column names them. */
static GPtrArray *
list_arms (const RgmCsv       *csv,
           const CurveColumns *columns)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);

  for (guint row = columns->first_row; row < rgm_csv_get_n_rows (csv); row++)
    if (!is_remark (csv, row) &&
        !g_ptr_array_find_with_equal_func (names, rgm_csv_get_cell (csv, row, columns->arm), g_str_equal, NULL))
      g_ptr_array_add (names, g_strdup (rgm_csv_get_cell (csv, row, columns->arm)));

  return names;
}

static gboolean
choose_arm (const RgmCsv        *csv,
            const char          *wanted,
            const CurveColumns  *columns,
            char               **name,
            GError             **error)
{
  g_autoptr (GPtrArray) names = list_arms (csv, columns);
  int chosen = choose (names, wanted, error);

  if (chosen < 0)
    return FALSE;

  *name = g_strdup (g_ptr_array_index (names, chosen));

  return TRUE;
}

/* The pairs of numbers of one arm. */
static GArray *
read_pairs (const RgmCsv  *csv,
            const char    *wanted,
            gboolean       side_by_side,
            char         **name,
            GError       **error)
{
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (RgmDigitisedPoint));
  CurveColumns columns;

  *name = NULL;
  if (!find_columns (csv, &columns, error))
    return NULL;
  if (columns.arm != NO_ARM ? !choose_arm (csv, wanted, &columns, name, error)
                            : side_by_side && columns.n_columns > 3 && !choose_pair (csv, wanted, &columns, name, error))
    return NULL;

  for (guint row = columns.first_row; row < rgm_csv_get_n_rows (csv); row++)
    {
      if (is_remark (csv, row) || (columns.arm != NO_ARM && !g_str_equal (rgm_csv_get_cell (csv, row, columns.arm), *name)))
        continue;
      if (!add_point (csv, row, columns.x, columns.y, points, error))
        {
          g_clear_pointer (name, g_free);
          return NULL;
        }
    }

  return g_steal_pointer (&points);
}

static gboolean
read_place (JsonObject *object,
            const char *member,
            double     *x,
            double     *y)
{
  JsonNode *node = json_object_get_member (object, member);
  JsonObject *place;

  if (node == NULL || !JSON_NODE_HOLDS_OBJECT (node))
    return FALSE;
  place = json_node_get_object (node);
  *x = json_object_get_double_member_with_default (place, "x", NAN);
  *y = json_object_get_double_member_with_default (place, "y", NAN);

  return isfinite (*x) && isfinite (*y);
}

/* A node of text or of a truth value reads as 0, which would be a place. */
static gboolean
is_number (JsonNode *node)
{
  return JSON_NODE_HOLDS_VALUE (node) && (json_node_get_value_type (node) == G_TYPE_INT64 || json_node_get_value_type (node) == G_TYPE_DOUBLE);
}

/* Numbers of KM-PoPiGo's are strings, and may be empty. */
static double
read_text_number (JsonObject *object,
                  const char *member)
{
  JsonNode *node = json_object_get_member (object, member);
  const char *text;
  char *end;
  double number;

  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node))
    return NAN;
  if (is_number (node))
    return json_node_get_double (node);
  if (json_node_get_value_type (node) != G_TYPE_STRING)
    return NAN;

  text = json_node_get_string (node);
  number = g_ascii_strtod (text, &end);

  return end != text && *end == '\0' ? number : NAN;
}

/* The numbers at risk of a project, which are one text. Where one of them is no number, which are which is unknown. */
static gboolean
read_project_at_risk (RgmDigitisedCurve  *self,
                      JsonObject         *object,
                      GError            **error)
{
  JsonNode *node = json_object_get_member (object, "at_risk_numbers");
  const char *counts = node != NULL && JSON_NODE_HOLDS_VALUE (node) ? json_node_get_string (node) : NULL;
  double interval = read_text_number (object, "at_risk_time_interval");
  g_auto (GStrv) words = counts != NULL ? g_strsplit_set (counts, " ,;\t\r\n", -1) : NULL;

  for (char **word = words; word != NULL && *word != NULL; word++)
    {
      RgmDigitisedPoint row = { interval * self->at_risk->len, 0.0, 0 };
      guint64 count;

      if (**word == '\0')
        continue;
      if (!(interval > 0.0))
        {
          g_set_error_literal (error, RGM_ERROR, RGM_ERROR_INPUT,
                               _("$.at_risk_time_interval: expected the time between two numbers at risk."));
          return FALSE;
        }
      if (!g_ascii_string_to_unsigned (*word, 10, 0, MAX_PATIENTS, &count, NULL) || !isfinite (row.x))
        {
          rgm_error_set (error, RGM_ERROR, RGM_ERROR_INPUT, _("$.at_risk_numbers: expected whole numbers from 0, not “%s”."), *word);
          return FALSE;
        }
      row.y = (double) count;
      g_array_append_val (self->at_risk, row);
    }

  return TRUE;
}

/* A project of KM-PoPiGo: points in pixels, two places that give the scale, and what is
 * known. Survival goes from 0 to 1 there. */
static RgmDigitisedCurve *
read_project (const char  *text,
              gsize        length,
              GError     **error)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (RgmDigitisedCurve) self = rgm_digitised_curve_new ();
  double origin_x, origin_y, limit_x, limit_y, longest, patients, events;
  JsonNode *root, *points;
  JsonObject *object;

  if (!json_parser_load_from_data (parser, text, (gssize) length, error))
    return NULL;
  root = json_parser_get_root (parser);
  object = root != NULL && JSON_NODE_HOLDS_OBJECT (root) ? json_node_get_object (root) : NULL;
  points = object != NULL ? json_object_get_member (object, "key_point_coordinates") : NULL;
  longest = object != NULL ? read_text_number (object, "time_axis_max_scale") : NAN;
  if (points == NULL || !JSON_NODE_HOLDS_ARRAY (points) || !read_place (object, "coordinate_origin", &origin_x, &origin_y) ||
      !read_place (object, "axis_limit_coordinates", &limit_x, &limit_y) || limit_x == origin_x || limit_y == origin_y || !(longest > 0.0))
    {
      g_set_error_literal (error, RGM_ERROR, RGM_ERROR_INPUT,
                           _("Expected a KM-PoPiGo project with key_point_coordinates, coordinate_origin, axis_limit_coordinates and time_axis_max_scale."));
      return NULL;
    }

  for (guint i = 0; i < json_array_get_length (json_node_get_array (points)); i++)
    {
      JsonNode *node = json_array_get_element (json_node_get_array (points), i);
      JsonArray *pair = JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
      RgmDigitisedPoint point = { 0.0, 0.0, 0 };

      if (pair == NULL || json_array_get_length (pair) != 2 || !is_number (json_array_get_element (pair, 0)) ||
          !is_number (json_array_get_element (pair, 1)))
        {
          g_set_error (error, RGM_ERROR, RGM_ERROR_INPUT, _("$.key_point_coordinates[%u]: expected two numbers."), i);
          return NULL;
        }
      point.x = (json_array_get_double_element (pair, 0) - origin_x) / (limit_x - origin_x) * longest;
      point.y = (json_array_get_double_element (pair, 1) - origin_y) / (limit_y - origin_y);
      /* Numbers may be too large, and the two places too near each other. */
      if (!isfinite (point.x) || !isfinite (point.y))
        {
          g_set_error (error, RGM_ERROR, RGM_ERROR_INPUT, _("$.key_point_coordinates[%u]: expected two numbers."), i);
          return NULL;
        }
      g_array_append_val (self->points, point);
    }

  if (!read_project_at_risk (self, object, error))
    return NULL;
  patients = read_text_number (object, "sample_size");
  events = read_text_number (object, "number_of_events");
  self->patients = patients >= 1.0 && patients <= MAX_PATIENTS ? (gint64) patients : -1;
  self->events = events >= 0.0 && events <= MAX_PATIENTS ? (gint64) events : -1;

  return g_steal_pointer (&self);
}

/**
 * rgm_digitised_curve_load:
 * @file: a file of points, as WebPlotDigitizer, DigitizeIt, ScanIt or a spreadsheet write it,
 *   or a project of KM-PoPiGo
 * @name: (nullable): which of several curves
 * @error: the return location for an error; %RGM_ERROR_CALL where one of several curves
 *   has to be chosen
 *
 * Reads one curve. Its points are as they are in the file: their scale and order are not
 * judged here.
 *
 * Returns: (transfer full) (nullable): the curve, or %NULL with @error set
 */
RgmDigitisedCurve *
rgm_digitised_curve_load (GFile       *file,
                          const char  *name,
                          GError     **error)
{
  g_autofree char *text = NULL;
  gsize length;

  if (!g_file_load_contents (file, NULL, &text, &length, NULL, error))
    return NULL;

  return rgm_digitised_curve_parse (text, length, name, error);
}

/* As rgm_digitised_curve_load(), of what is in a file. */
RgmDigitisedCurve *
rgm_digitised_curve_parse (const char  *text,
                           gsize        length,
                           const char  *name,
                           GError     **error)
{
  g_autoptr (RgmCsv) csv = NULL;
  g_autoptr (RgmDigitisedCurve) self = NULL;
  GArray *points;
  gsize start;

  start = strspn (text, "\xef\xbb\xbf \t\r\n");
  if (text[start] == '{')
    return read_project (text + start, length - start, error);

  csv = rgm_csv_parse (text, length, error);
  if (csv == NULL)
    return NULL;
  self = rgm_digitised_curve_new ();
  points = read_pairs (csv, name, TRUE, &self->name, error);
  if (points == NULL)
    return NULL;
  g_array_unref (self->points);
  self->points = points;

  return g_steal_pointer (&self);
}

/**
 * rgm_digitised_curve_list_names:
 * @text: what is in a file of points, or of numbers at risk
 * @length: its length in bytes
 * @is_at_risk: whether they are numbers at risk, of which only a column of arms tells whose they are
 *
 * Returns: (transfer full) (array zero-terminated=1): the names of the curves; none where the text names
 *   none and has one curve, or can't be read
 */
char **
rgm_digitised_curve_list_names (const char *text,
                                gsize       length,
                                gboolean    is_at_risk)
{
  g_autoptr (RgmCsv) csv = text[strspn (text, "\xef\xbb\xbf \t\r\n")] != '{' ? rgm_csv_parse (text, length, NULL) : NULL;
  g_autoptr (GPtrArray) names = NULL;
  CurveColumns columns;

  if (csv != NULL && find_columns (csv, &columns, NULL))
    {
      if (columns.arm != NO_ARM)
        names = list_arms (csv, &columns);
      else if (!is_at_risk && columns.n_columns > 3)
        names = list_pairs (csv, &columns);
    }
  if (names == NULL)
    return g_new0 (char *, 1);

  g_ptr_array_add (names, NULL);

  return (char **) g_ptr_array_steal (names, NULL);
}

/**
 * rgm_at_risk_load:
 * @file: a file of times and numbers at risk
 * @arm: (nullable): whose numbers, where the file has a column of arms
 * @error: the return location for an error; %RGM_ERROR_CALL where one of several arms has
 *   to be chosen
 *
 * Reads published numbers at risk, each with its line.
 *
 * Returns: (transfer full) (nullable) (element-type RgmDigitisedPoint): times and numbers,
 *   or %NULL with @error set
 */
GArray *
rgm_at_risk_load (GFile       *file,
                  const char  *arm,
                  GError     **error)
{
  g_autofree char *text = NULL;
  gsize length;

  if (!g_file_load_contents (file, NULL, &text, &length, NULL, error))
    return NULL;

  return rgm_at_risk_parse (text, length, arm, error);
}

/* As rgm_at_risk_load(), of what is in a file. */
GArray *
rgm_at_risk_parse (const char  *text,
                   gsize        length,
                   const char  *arm,
                   GError     **error)
{
  g_autoptr (RgmCsv) csv = rgm_csv_parse (text, length, error);
  g_autofree char *name = NULL;
  g_autoptr (GArray) rows = csv != NULL ? read_pairs (csv, arm, FALSE, &name, error) : NULL;

  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      const RgmDigitisedPoint *row = &g_array_index (rows, RgmDigitisedPoint, i);

      if (row->y < 0.0 || row->y != floor (row->y) || row->y > MAX_PATIENTS)
        {
          g_set_error (error, RGM_ERROR, RGM_ERROR_INPUT, _("line %u: expected a whole number at risk, found %g."), row->line, row->y);
          return NULL;
        }
    }

  return g_steal_pointer (&rows);
}

static int
compare_rows (gconstpointer a,
              gconstpointer b)
{
  const RgmDigitisedPoint *one = a, *other = b;

  return one->x < other->x ? -1 : one->x > other->x;
}

/**
 * rgm_at_risk_arrange:
 * @rows: (element-type RgmDigitisedPoint): times and numbers at risk
 * @patients: the number of patients, or -1
 * @error: the return location for an error of %RGM_ERROR_INPUT
 *
 * Puts numbers at risk in the order of time, after the number of patients at time 0 where it is known.
 *
 * Returns: whether they never rise, and no two are of one time
 */
gboolean
rgm_at_risk_arrange (GArray  *rows,
                     gint64   patients,
                     GError **error)
{
  g_array_sort (rows, compare_rows);
  if (rows->len > 0 && g_array_index (rows, RgmDigitisedPoint, 0).x > 0.0 && patients > 0)
    {
      RgmDigitisedPoint start = { 0.0, (double) patients, 0 };

      g_array_insert_val (rows, 0, start);
    }

  for (guint i = 1; i < rows->len; i++)
    {
      const RgmDigitisedPoint *row = &g_array_index (rows, RgmDigitisedPoint, i);

      if (row->x == row[-1].x || row->y > row[-1].y)
        {
          g_set_error (error, RGM_ERROR, RGM_ERROR_INPUT, _("line %u: %g at risk at time %g, after %g at time %g. Numbers at risk cannot increase."),
                       row->line, row->y, row->x, row[-1].y, row[-1].x);
          return FALSE;
        }
    }

  return TRUE;
}

/**
 * rgm_digitised_curve_free:
 * @self: (nullable) (transfer full): a curve
 */
void
rgm_digitised_curve_free (RgmDigitisedCurve *self)
{
  if (self == NULL)
    return;

  g_free (self->name);
  g_clear_pointer (&self->points, g_array_unref);
  g_clear_pointer (&self->at_risk, g_array_unref);
  g_free (self);
}
