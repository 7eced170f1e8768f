/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "rgm-doubts.h"
#include "rgm-edit.h"
#include "rgm-error.h"
#include "rgm-isolate.h"
#include "rgm-pasted-grid.h"
#include "rgm-pasted-table.h"
#include "rgm-printed.h"
#include "rgm-printed-private.h"
#include "rgm-printed-text.h"
#include "rgm-typed-words.h"

/* Each cell is an edit of its own. Reading makes the edits one after another in a revision that is thrown away, so that
 * a new arm is there for its results; taking makes those again that were agreed to. */

/* What a column is of: a key of an arm, or an endpoint. */
typedef struct
{
  const char        *key;
  const RgmEndpoint *endpoint;
  char              *unit;     /* that its head names; NULL for none */
} PastedColumn;

#define KEY_LABEL "label"
#define KEY_PATIENTS "n"
#define KEY_DOSE "dose"
#define KEY_REGIMEN "regimen"

static void
cell_free (gpointer data)
{
  RgmPastedCell *cell = data;

  g_free (cell->arm);
  g_free (cell->what);
  g_free (cell->text);
  g_free (cell->before);
  g_free (cell->message);
  g_free (cell->doubt);
  g_free (cell->arm_id);
  g_free (cell->key);
  g_free (cell);
}

static void
column_free (gpointer data)
{
  g_free (((PastedColumn *) data)->unit);
  g_free (data);
}

/* ── Heads ───────────────────────────────────────────────────────────────────── */

/* Without what stands in brackets or after a comma. */
static char *
strip_head (const char *text)
{
  g_autoptr (GRegex) regex = g_regex_new ("\\s*[(\\[].*$|\\s*,.*$|^median\\s+", G_REGEX_CASELESS, 0, NULL);
  g_autofree char *plain = g_regex_replace_literal (regex, text, -1, 0, "", 0, NULL);

  return g_strdup (g_strstrip (plain));
}

static const char *
find_key (const char *head,
          const char *folded)
{
  /* What papers and spreadsheets write, which are in English as a rule; the user's language comes after. */
  static const struct
  {
    const char *name;
    const char *key;
  } names[] = {
    { "arm", KEY_LABEL }, { "treatment", KEY_LABEL }, { "treatment arm", KEY_LABEL }, { "group", KEY_LABEL }, { "label", KEY_LABEL },
    { "n", KEY_PATIENTS }, { "patients", KEY_PATIENTS }, { "no. of patients", KEY_PATIENTS }, { "number of patients", KEY_PATIENTS },
    { "dose", KEY_DOSE }, { "regimen", KEY_REGIMEN },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_str_equal (names[i].name, folded))
      return names[i].key;

  /* Translators: heads of the column with the names of arms in a table that is pasted, separated by semicolons. English ones
   * are understood in any case. */
  if (rgm_typed_words_have (C_("typed words", "arm;treatment;group"), head))
    return KEY_LABEL;
  /* Translators: heads of the column with the numbers of patients, separated by semicolons. */
  if (rgm_typed_words_have (C_("typed words", "patients;number of patients"), head))
    return KEY_PATIENTS;
  /* Translators: heads of the column with the doses, separated by semicolons. */
  if (rgm_typed_words_have (C_("typed words", "dose"), head))
    return KEY_DOSE;
  /* Translators: heads of the column with the regimens, separated by semicolons. */
  if (rgm_typed_words_have (C_("typed words", "regimen"), head))
    return KEY_REGIMEN;

  return NULL;
}

static const RgmEndpoint *
find_endpoint (RgmDataSet *data_set,
               const char *folded)
{
  for (guint i = 0; i < data_set->endpoints->len; i++)
    {
      const RgmEndpoint *endpoint = g_ptr_array_index (data_set->endpoints, i);
      g_autofree char *id = g_utf8_casefold (endpoint->id, -1);
      g_autofree char *name = g_utf8_casefold (endpoint->name, -1);

      if (g_str_equal (folded, id) || g_str_equal (folded, name))
        return endpoint;
    }

  return NULL;
}

static PastedColumn *
read_head (RgmDataSet *data_set,
           const char *text)
{
  g_autoptr (GRegex) regex = g_regex_new ("\\b(months|weeks|days|years)\\b", G_REGEX_CASELESS, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *head = strip_head (text);
  g_autofree char *folded = g_utf8_casefold (head, -1);
  PastedColumn *column = g_new0 (PastedColumn, 1);

  column->key = find_key (head, folded);
  if (column->key == NULL)
    column->endpoint = find_endpoint (data_set, folded);
  if (column->endpoint != NULL && column->endpoint->kind == RGM_ENDPOINT_KIND_TIME)
    column->unit = g_regex_match (regex, text, 0, &match) ? g_match_info_fetch (match, 1) : rgm_printed_find_unit (text);

  return column;
}

static guint
count_heads (RgmDataSet *data_set,
             GPtrArray  *rows)
{
  guint n = 0;

  for (guint i = 0; rows->len > 0 && i < rgm_pasted_grid_get_width (rows); i++)
    {
      PastedColumn *column = read_head (data_set, rgm_pasted_grid_get (rows, 0, i));

      n += column->key != NULL || column->endpoint != NULL;
      column_free (column);
    }

  return n;
}

/* ── Cells ───────────────────────────────────────────────────────────────────── */

static char *
arm_path_new (const RgmPastedTable *self,
              const char           *arm_id)
{
  g_autofree char *trial = rgm_edit_make_path ("trials", self->trial);
  g_autofree char *arms = rgm_edit_make_path (trial, "arms");

  return arm_id != NULL ? rgm_edit_make_path (arms, arm_id) : g_steal_pointer (&arms);
}

static RgmDataSet *
add_arm (const RgmPastedTable *self,
         const RgmPastedCell  *cell,
         RgmDataSet           *data_set,
         GError              **error)
{
  g_autofree char *path = arm_path_new (self, NULL);
  g_autoptr (GPtrArray) made = rgm_description_new_array (&rgm_arm_description, 1);
  RgmRegimen *regimen = rgm_data_set_find_regimen (data_set, cell->text);
  g_autofree RgmArm *fields = NULL;

  g_ptr_array_add (made, rgm_record_alloc (&rgm_arm_description));
  fields = g_memdup2 (g_ptr_array_index (made, 0), sizeof *fields);
  fields->id = cell->arm_id;
  fields->label = cell->arm;
  fields->regimen = regimen;
  g_ptr_array_add (made, rgm_record_new (&rgm_arm_description, fields));

  return rgm_edit_add (data_set, path, g_ptr_array_index (made, 1), -1, error);
}

/* An outcome that stands there keeps its notes; where it comes from is what was said for the table. */
static RgmDataSet *
set_outcome (const RgmPastedTable *self,
             RgmPastedCell        *cell,
             RgmDataSet           *data_set,
             const RgmCitationRef *citation,
             GError              **error)
{
  RgmArm *arm = rgm_data_set_find_arm (data_set, cell->arm_id, NULL);
  RgmOutcome *known = arm != NULL ? rgm_arm_get_outcome (arm, cell->key) : NULL;
  g_autoptr (RgmPrinted) printed = rgm_printed_parse (cell->text, rgm_data_set_find_endpoint (data_set, cell->key),
                                                      arm != NULL ? arm->n : -1, error);
  g_autofree char *arm_path = arm_path_new (self, cell->arm_id);
  g_autofree char *list = rgm_edit_make_path (arm_path, "outcomes");
  g_autoptr (GPtrArray) citations = rgm_description_new_array (&rgm_citation_ref_description, 1);
  g_autoptr (RgmOutcome) revised = NULL;
  g_autoptr (RgmOutcome) made = NULL;
  g_autofree char *path = NULL;
  g_autofree char *position = NULL;
  g_autofree RgmOutcome *fields = NULL;
  guint at = 0;

  if (printed == NULL)
    return NULL;

  g_free (cell->message);
  cell->message = g_strjoin (" ", printed->understood, printed->doubt, NULL);
  revised = known != NULL ? rgm_printed_revise (known, printed->outcome) : g_object_ref (printed->outcome);
  if (known != NULL && rgm_record_equal (&rgm_outcome_description, known, revised))
    return g_object_ref (data_set);

  if (citation != NULL)
    g_ptr_array_add (citations, rgm_citation_ref_copy (citation));
  fields = g_memdup2 (revised, sizeof *fields);
  if (citation != NULL || known == NULL)
    fields->citations = citations;
  made = rgm_record_new (&rgm_outcome_description, fields);
  if (known == NULL)
    return rgm_edit_add (data_set, list, made, -1, error);

  g_ptr_array_find (arm->outcomes, known, &at);
  position = g_strdup_printf ("%u", at);
  path = rgm_edit_make_path (list, position);

  return rgm_edit_set_record (data_set, path, made, error);
}

/* Returns: (transfer full) (nullable): the revision with what a cell says, which is the same where it says so already */
static RgmDataSet *
edit_cell (const RgmPastedTable *self,
           RgmPastedCell        *cell,
           RgmDataSet           *data_set,
           const RgmCitationRef *citation,
           GError              **error)
{
  g_autofree char *arm_path = arm_path_new (self, cell->arm_id);
  g_autofree char *path = cell->key != NULL ? rgm_edit_make_path (arm_path, cell->key) : NULL;

  if (cell->key == NULL)
    return add_arm (self, cell, data_set, error);
  if (cell->is_result)
    return set_outcome (self, cell, data_set, citation, error);

  return rgm_edit_set_text (data_set, path, cell->text, error);
}

/* What stands there now, as a person would type it; NULL for nothing. */
static char *
get_before (const RgmPastedCell *cell,
            RgmDataSet          *data_set)
{
  RgmArm *arm = rgm_data_set_find_arm (data_set, cell->arm_id, NULL);
  RgmOutcome *known = arm != NULL && cell->is_result ? rgm_arm_get_outcome (arm, cell->key) : NULL;

  if (known != NULL)
    return rgm_printed_compose (known);
  if (arm == NULL || cell->key == NULL || cell->is_result)
    return NULL;
  if (g_str_equal (cell->key, KEY_PATIENTS))
    return arm->n > 0 ? g_strdup_printf ("%" G_GINT64_FORMAT, arm->n) : NULL;
  if (g_str_equal (cell->key, KEY_DOSE))
    return g_strdup (arm->dose);

  return g_strdup (arm->regimen->name);
}

/* Tries a cell on the revision so far, and says what it does. */
static void
take_cell (RgmPastedTable *self,
           RgmPastedCell  *cell,
           RgmDataSet    **working)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RgmDataSet) revision = NULL;

  g_ptr_array_add (self->cells, cell);
  cell->before = get_before (cell, *working);
  revision = edit_cell (self, cell, *working, NULL, &error);
  if (revision == NULL)
    {
      cell->kind = RGM_PASTED_REFUSED;
      g_free (cell->message);
      cell->message = g_strdup (error->message);
      return;
    }

  cell->kind = revision == *working ? RGM_PASTED_SAME : cell->before != NULL ? RGM_PASTED_REPLACES
                                                                            : RGM_PASTED_NEW;
  cell->is_taken = cell->kind == RGM_PASTED_NEW || cell->kind == RGM_PASTED_REPLACES;
  g_set_object (working, revision);
}

static RgmPastedCell *
cell_new (const char *arm,
          const char *arm_id,
          const char *what,
          const char *text)
{
  RgmPastedCell *cell = g_new0 (RgmPastedCell, 1);

  cell->arm = g_strdup (arm);
  cell->arm_id = g_strdup (arm_id);
  cell->what = g_strdup (what);
  cell->text = g_strdup (text);

  return cell;
}

/* ── Rows ────────────────────────────────────────────────────────────────────── */

static RgmArm *
find_arm (RgmTrial   *trial,
          const char *label)
{
  g_autofree char *folded = g_utf8_casefold (label, -1);

  for (guint i = 0; i < trial->arms->len; i++)
    {
      RgmArm *arm = g_ptr_array_index (trial->arms, i);
      g_autofree char *other = g_utf8_casefold (arm->label, -1);

      if (g_str_equal (folded, other))
        return arm;
    }

  return NULL;
}

static RgmRegimen *
find_regimen (RgmDataSet *data_set,
              const char *name)
{
  g_autofree char *folded = g_utf8_casefold (name, -1);

  for (guint i = 0; i < data_set->regimens->len; i++)
    {
      RgmRegimen *regimen = g_ptr_array_index (data_set->regimens, i);
      g_autofree char *other = g_utf8_casefold (regimen->name, -1);

      if (g_str_equal (folded, other) || g_str_equal (name, regimen->id))
        return regimen;
    }

  return NULL;
}

static const char *
find_cell (GPtrArray  *rows,
           guint       row,
           GPtrArray  *columns,
           const char *key)
{
  for (guint i = 0; i < columns->len; i++)
    if (g_strcmp0 (((const PastedColumn *) g_ptr_array_index (columns, i))->key, key) == 0)
      return rgm_pasted_grid_get (rows, row, i);

  return NULL;
}

/* “T-DXd (n = 27)” is an arm and its number of patients. */
static char *
split_label (const char  *text,
             char       **n)
{
  g_autoptr (GRegex) regex = g_regex_new ("^(.*?)\\s*[(\\[,]\\s*n\\s*=\\s*([0-9]+)\\s*[)\\]]?$", G_REGEX_CASELESS, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;

  if (!g_regex_match (regex, text, 0, &match))
    return g_strdup (text);

  *n = g_match_info_fetch (match, 2);

  return g_match_info_fetch (match, 1);
}

/* Returns: (transfer full) (nullable): the id of the arm that a row is of; NULL where there is none and none can be made */
static char *
find_or_add_arm (RgmPastedTable *self,
                 const char     *label,
                 const char     *regimen_name,
                 RgmDataSet    **working)
{
  RgmTrial *trial = rgm_data_set_find_trial (*working, self->trial);
  RgmArm *arm = find_arm (trial, label);
  RgmRegimen *regimen;
  g_autofree char *id = NULL;

  if (arm != NULL)
    return g_strdup (arm->id);

  regimen = find_regimen (*working, regimen_name != NULL && *regimen_name != '\0' ? regimen_name : label);
  if (regimen == NULL)
    {
      g_ptr_array_add (self->notes,
                       rgm_text_printf (_("The trial has no arm “%s”, and the data set has no regimen of that name. Add the arm first, or a column “Regimen”."), label));
      return NULL;
    }

  id = rgm_edit_make_id (*working, &rgm_arm_description, self->trial, label);
  take_cell (self, cell_new (label, id, _("New arm"), regimen->id), working);

  return rgm_data_set_find_arm (*working, id, NULL) != NULL ? g_steal_pointer (&id) : NULL;
}

/* A unit in the head is one of the cells that name none. */
static char *
with_unit (const char         *text,
           const PastedColumn *column)
{
  if (column->unit == NULL || g_regex_match_simple ("\\p{L}{2,}|\\p{Lo}", text, 0, 0) || !g_regex_match_simple ("[0-9]", text, 0, 0))
    return g_strdup (text);

  return g_strdup_printf ("%s %s", text, column->unit);
}

static gboolean
is_nothing (const char *text)
{
  static const char * const nothing[] = { "", "-", "–", "—", NULL };

  return g_strv_contains (nothing, text);
}

static void
read_cell (RgmPastedTable     *self,
           const PastedColumn *column,
           const char         *label,
           const char         *arm_id,
           const char         *text,
           RgmDataSet        **working)
{
  RgmPastedCell *cell;
  g_autofree char *whole = with_unit (text, column);

  if (column->endpoint != NULL)
    {
      cell = cell_new (label, arm_id, column->endpoint->id, whole);
      cell->is_result = TRUE;
      cell->key = g_strdup (column->endpoint->id);
    }
  else
    {
      RgmRegimen *regimen = g_str_equal (column->key, KEY_REGIMEN) ? find_regimen (*working, text) : NULL;

      cell = cell_new (label, arm_id, g_str_equal (column->key, KEY_PATIENTS) ? _("Patients") : g_str_equal (column->key, KEY_DOSE) ? _("Dose")
                                                                                                                                  : _("Regimen"),
                       regimen != NULL ? regimen->id : text);
      cell->key = g_strdup (column->key);
    }
  take_cell (self, cell, working);
}

/* As below a cell that was merged with the one under it. */
static void
note_nameless (RgmPastedTable *self,
               const char     *text)
{
  if (text != NULL)
    /* Translators: what a cell of a table has. */
    g_ptr_array_add (self->notes, rgm_text_printf (_("“%s” is not used: nothing in the table names its arm and its endpoint."), text));
}

/* The number of patients first: a rate is worked out from it. */
static void
read_row (RgmPastedTable *self,
          GPtrArray      *rows,
          guint           row,
          GPtrArray      *columns,
          RgmDataSet    **working)
{
  static const PastedColumn patients = { .key = KEY_PATIENTS };
  const char *column_n = find_cell (rows, row, columns, KEY_PATIENTS);
  g_autofree char *n = NULL;
  g_autofree char *label = split_label (find_cell (rows, row, columns, KEY_LABEL), &n);
  guint n_before = self->cells->len;
  g_autofree char *arm_id = *label != '\0' ? find_or_add_arm (self, label, find_cell (rows, row, columns, KEY_REGIMEN), working) : NULL;
  const gboolean is_new = self->cells->len > n_before;

  if (*label == '\0')
    note_nameless (self, rgm_pasted_grid_find_in_row (rows, row));
  if (arm_id == NULL)
    return;

  if (column_n != NULL && !is_nothing (column_n))
    read_cell (self, &patients, label, arm_id, column_n, working);
  else if (n != NULL)
    read_cell (self, &patients, label, arm_id, n, working);
  for (guint i = 0; i < columns->len; i++)
    {
      const PastedColumn *column = g_ptr_array_index (columns, i);
      const char *text = rgm_pasted_grid_get (rows, row, i);

      if ((column->endpoint != NULL || g_strcmp0 (column->key, KEY_DOSE) == 0 || (g_strcmp0 (column->key, KEY_REGIMEN) == 0 && !is_new)) &&
          !is_nothing (text))
        read_cell (self, column, label, arm_id, text, working);
    }
}

/* What each column is of. The first, where its head says nothing that is known, has the arms. */
static GPtrArray *
read_heads (RgmPastedTable *self,
            RgmDataSet     *data_set,
            GPtrArray      *rows)
{
  GPtrArray *columns = g_ptr_array_new_with_free_func (column_free);

  for (guint i = 0; i < rgm_pasted_grid_get_width (rows); i++)
    g_ptr_array_add (columns, read_head (data_set, rgm_pasted_grid_get (rows, 0, i)));
  if (columns->len > 0 && find_cell (rows, 0, columns, KEY_LABEL) == NULL)
    {
      PastedColumn *first = g_ptr_array_index (columns, 0);

      if (first->key == NULL && first->endpoint == NULL)
        first->key = KEY_LABEL;
    }
  for (guint i = 0; i < columns->len; i++)
    {
      const PastedColumn *column = g_ptr_array_index (columns, i);
      const char *head = rgm_pasted_grid_get (rows, 0, i);

      if (column->key == NULL && column->endpoint == NULL && *head == '\0')
        note_nameless (self, rgm_pasted_grid_find_in_column (rows, i));
      else if (column->key == NULL && column->endpoint == NULL)
        g_ptr_array_add (self->notes, rgm_text_printf (_("“%s” is not used: it is neither an endpoint of this data set nor Arm, N, Dose or Regimen."), head));
    }

  return columns;
}

/* ── Doubts ──────────────────────────────────────────────────────────────────── */

static gboolean
has_doubt (GPtrArray      *doubts,
           const RgmDoubt *doubt)
{
  for (guint i = 0; i < doubts->len; i++)
    if (g_str_equal (((const RgmDoubt *) g_ptr_array_index (doubts, i))->text, doubt->text))
      return TRUE;

  return FALSE;
}

/* The cell that a doubt is shown at: that of the result, or the last of the arm where two don't go together. */
static RgmPastedCell *
find_doubtful (RgmPastedTable *self,
               RgmDataSet     *working,
               const RgmDoubt *doubt)
{
  RgmPastedCell *found = NULL;

  for (guint i = 0; i < self->cells->len; i++)
    {
      RgmPastedCell *cell = g_ptr_array_index (self->cells, i);
      g_autofree char *arm = arm_path_new (self, cell->arm_id);
      g_autofree char *inside = g_strconcat (arm, "/", NULL);
      g_autofree char *outcomes = rgm_edit_make_path (arm, "outcomes");
      RgmArm *of = rgm_data_set_find_arm (working, cell->arm_id, NULL);
      RgmOutcome *outcome = cell->is_result && of != NULL ? rgm_arm_get_outcome (of, cell->key) : NULL;
      g_autofree char *result = NULL;
      guint at;

      if (!cell->is_taken || !g_str_has_prefix (doubt->path, inside))
        continue;
      found = cell;
      if (outcome == NULL || !g_ptr_array_find (of->outcomes, outcome, &at))
        continue;
      result = g_strdup_printf ("%s/%u", outcomes, at);
      if (g_str_equal (doubt->path, result) || (g_str_has_prefix (doubt->path, result) && doubt->path[strlen (result)] == '/'))
        return cell;
    }

  return found;
}

/* What the fields would warn of if all were taken, and do not warn of already. That a source is missing is asked for all. */
static void
add_doubts (RgmPastedTable *self,
            RgmDataSet     *data_set,
            RgmDataSet     *working)
{
  g_autoptr (GPtrArray) before = rgm_doubts_find_in_trial (data_set, rgm_data_set_find_trial (data_set, self->trial));
  g_autoptr (GPtrArray) doubts = rgm_doubts_find_in_trial (working, rgm_data_set_find_trial (working, self->trial));

  for (guint i = 0; i < doubts->len; i++)
    {
      const RgmDoubt *doubt = g_ptr_array_index (doubts, i);
      RgmPastedCell *cell = doubt->is_of_origin || has_doubt (before, doubt) ? NULL : find_doubtful (self, working, doubt);
      char *both;

      /* Reading the text may have found it already. */
      if (cell == NULL || (cell->message != NULL && strstr (cell->message, doubt->text) != NULL))
        continue;
      both = cell->doubt != NULL ? g_strjoin (" ", cell->doubt, doubt->text, NULL) : g_strdup (doubt->text);
      g_free (cell->doubt);
      cell->doubt = both;
    }
}

/**
 * rgm_pasted_table_read:
 * @data_set: a data set
 * @trial: one of its trials
 * @text: a table as a spreadsheet copies it; arms are in rows, or in columns as in papers
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): what goes where; nothing is changed yet
 */
RgmPastedTable *
rgm_pasted_table_read (RgmDataSet  *data_set,
                       RgmTrial    *trial,
                       const char  *text,
                       GError     **error)
{
  g_autoptr (RgmPastedTable) self = g_new0 (RgmPastedTable, 1);
  g_autoptr (RgmDataSet) working = g_object_ref (data_set);
  g_autoptr (GPtrArray) rows = rgm_pasted_grid_parse (text);
  g_autoptr (GPtrArray) turned = rgm_pasted_grid_transpose (rows);
  g_autoptr (GPtrArray) columns = NULL;
  GPtrArray *used = count_heads (data_set, turned) > count_heads (data_set, rows) ? turned : rows;

  self->trial = g_strdup (trial->id);
  self->cells = g_ptr_array_new_with_free_func (cell_free);
  self->notes = g_ptr_array_new_with_free_func (g_free);
  if (rows->len < 2 || turned->len < 2)
    {
      g_set_error_literal (error, RGM_ERROR, RGM_ERROR_INPUT,
                           _("Expected a table from a spreadsheet: a first row that names the columns, and a row for each arm, or the other way round."));
      return NULL;
    }

  columns = read_heads (self, data_set, used);
  if (find_cell (used, 0, columns, KEY_LABEL) == NULL)
    {
      g_set_error_literal (error, RGM_ERROR, RGM_ERROR_INPUT, _("No column says which arm a row is of. Name it “Arm”."));
      return NULL;
    }
  for (guint i = 1; i < used->len; i++)
    read_row (self, used, i, columns, &working);
  add_doubts (self, data_set, working);

  return g_steal_pointer (&self);
}

/**
 * rgm_pasted_table_apply:
 * @self: a table
 * @data_set: the data set that it was read for
 * @citation: (nullable): where its results come from; %NULL where no source is stated
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the revision with all that is to be taken; %NULL if a part of it can't be stored,
 *   as a result of a new arm that isn't taken
 */
RgmDataSet *
rgm_pasted_table_apply (const RgmPastedTable  *self,
                        RgmDataSet            *data_set,
                        const RgmCitationRef  *citation,
                        GError               **error)
{
  g_autoptr (RgmDataSet) working = g_object_ref (data_set);

  for (guint i = 0; i < self->cells->len; i++)
    {
      RgmPastedCell *cell = g_ptr_array_index (self->cells, i);
      g_autoptr (RgmDataSet) revision = NULL;

      if (!cell->is_taken)
        continue;
      revision = edit_cell (self, cell, working, citation, error);
      if (revision == NULL)
        return NULL;
      g_set_object (&working, revision);
    }

  return g_steal_pointer (&working);
}

void
rgm_pasted_table_free (RgmPastedTable *self)
{
  g_free (self->trial);
  g_clear_pointer (&self->cells, g_ptr_array_unref);
  g_clear_pointer (&self->notes, g_ptr_array_unref);
  g_free (self);
}
