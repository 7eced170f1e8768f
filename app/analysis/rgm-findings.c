/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <glib/gi18n-lib.h>

#include "rgm-error.h"
#include "rgm-findings-private.h"
#include "rgm-isolate.h"
#include "rgm-punctuation.h"

G_DEFINE_FINAL_TYPE (RgmFindings, rgm_findings, G_TYPE_OBJECT)

static void
rgm_findings_finalize (GObject *object)
{
  RgmFindings *self = RGM_FINDINGS (object);

  g_clear_pointer (&self->by_id, g_hash_table_unref);
  g_clear_pointer (&self->related, g_hash_table_unref);
  g_clear_pointer (&self->markers, g_ptr_array_unref);
  g_clear_pointer (&self->offsets, g_free);
  g_clear_pointer (&self->states, g_free);
  g_clear_pointer (&self->entered, g_ptr_array_unref);
  g_clear_object (&self->data_set);

  G_OBJECT_CLASS (rgm_findings_parent_class)->finalize (object);
}

static void
rgm_findings_class_init (RgmFindingsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = rgm_findings_finalize;
}

static void
rgm_findings_init (RgmFindings *self)
{
  self->lines = -1;
}

/* ── Markers: biomarkers and characteristics ─────────────────────────────────── */

/*< private >
 * rgm_markers_of:
 * @data_set: a data set
 *
 * Returns: (transfer container) (element-type RgmBiomarker): what can be known about a patient:
 *   the biomarkers, then the characteristics
 */
GPtrArray *
rgm_markers_of (RgmDataSet *data_set)
{
  GPtrArray *markers = g_ptr_array_new ();

  g_ptr_array_extend (markers, data_set->biomarkers, NULL, NULL);
  g_ptr_array_extend (markers, data_set->characteristics, NULL, NULL);

  return markers;
}

/* The positions of the markers, each plus one. */
GHashTable *
rgm_markers_by_id (GPtrArray *markers)
{
  GHashTable *by_id = g_hash_table_new (g_str_hash, g_str_equal);

  /* The first of an id is the one that is found. */
  for (guint i = markers->len; i > 0; i--)
    g_hash_table_insert (by_id, (gpointer) ((RgmBiomarker *) g_ptr_array_index (markers, i - 1))->id, GUINT_TO_POINTER (i));

  return by_id;
}

/* The position, or G_MAXUINT. */
guint
rgm_markers_look_up (GHashTable *by_id,
                     const char *id)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (by_id, id)) - 1;
}

static void
add_related (GHashTable *related,
             guint       marker,
             guint       other)
{
  GArray *others = g_hash_table_lookup (related, GUINT_TO_POINTER (marker));

  if (others == NULL)
    {
      others = g_array_new (FALSE, FALSE, sizeof (guint));
      g_hash_table_insert (related, GUINT_TO_POINTER (marker), others);
    }
  g_array_append_val (others, other);
}

static int
compare_positions (gconstpointer a,
                   gconstpointer b)
{
  guint one = *(const guint *) a, other = *(const guint *) b;

  return one < other ? -1 : one > other;
}

/*< private >
 * rgm_markers_relate:
 * @markers: markers
 * @by_id: of rgm_markers_by_id()
 *
 * Returns: (transfer full): by a marker's position, where it has any, the positions of what it is
 *   composed of and of what it is part of: a #GArray of #guint in the order of the markers
 */
GHashTable *
rgm_markers_relate (GPtrArray  *markers,
                    GHashTable *by_id)
{
  GHashTable *related = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_array_unref);
  GHashTableIter iter;
  gpointer others;

  for (guint i = 0; i < markers->len; i++)
    {
      char **components = ((RgmBiomarker *) g_ptr_array_index (markers, i))->components;

      for (guint j = 0; components[j] != NULL; j++)
        {
          guint component = rgm_markers_look_up (by_id, components[j]);

          add_related (related, i, component);
          add_related (related, component, i);
        }
    }

  g_hash_table_iter_init (&iter, related);
  while (g_hash_table_iter_next (&iter, NULL, &others))
    g_array_sort (others, compare_positions);

  return related;
}

guint
rgm_marker_value (RgmBiomarker *marker,
                  const char   *id)
{
  for (guint i = 0; i < marker->values->len; i++)
    if (g_str_equal (((RgmBiomarkerValue *) g_ptr_array_index (marker->values, i))->id, id))
      return i;

  return G_MAXUINT;
}

static RgmBiomarker *
get_marker (const RgmFindings *self,
            guint              marker)
{
  return g_ptr_array_index (self->markers, marker);
}

static const RgmBiomarkerValue *
get_value (const RgmFindings *self,
           guint              marker,
           guint              value)
{
  return g_ptr_array_index (get_marker (self, marker)->values, value);
}

static RgmAnswer
get_state (const RgmFindings *self,
           guint              marker,
           guint              value)
{
  return self->states[self->offsets[marker] + value];
}

/* ── What follows ────────────────────────────────────────────────────────────── */

/*< private >
 * rgm_findings_set:
 *
 * Sets a value; an error if that contradicts what is known.
 */
gboolean
rgm_findings_set (RgmFindings  *self,
                  guint         marker,
                  guint         value,
                  RgmAnswer     answer,
                  gboolean     *changed,
                  GError      **error)
{
  guint8 *state;

  if (value == G_MAXUINT)
    return TRUE;

  state = &self->states[self->offsets[marker] + value];
  if (*state == answer)
    return TRUE;
  if (*state != RGM_ANSWER_UNKNOWN)
    {
      g_autofree char *known = rgm_findings_describe (self, marker);

      /* Translators: the first is what is tested, the second what was entered about it. */
      rgm_error_set (error, RGM_ERROR, RGM_ERROR_CALL, _("The findings on %s contradict each other: %s."), get_marker (self, marker)->name,
                     known);
      return FALSE;
    }

  *state = answer;
  *changed = TRUE;

  return TRUE;
}

static gboolean
set_all (RgmFindings  *self,
         guint         marker,
         char        **ids,
         RgmAnswer     answer,
         gboolean     *changed,
         GError      **error)
{
  for (guint i = 0; ids[i] != NULL; i++)
    if (!rgm_findings_set (self, marker, rgm_marker_value (get_marker (self, marker), ids[i]), answer, changed, error))
      return FALSE;

  return TRUE;
}

/* The least answer among the values. */
static RgmAnswer
all_of (const RgmFindings  *self,
        guint               marker,
        char              **ids)
{
  RgmAnswer answer = RGM_ANSWER_YES;

  for (guint i = 0; ids[i] != NULL; i++)
    answer = MIN (answer, get_state (self, marker, rgm_marker_value (get_marker (self, marker), ids[i])));

  return answer;
}

static gboolean
implies (const RgmBiomarkerValue *value,
         const char              *id)
{
  return g_strv_contains ((const char *const *) value->implies, id);
}

/* Whether everything that would imply the value is ruled out. */
static gboolean
is_ruled_out (const RgmFindings *self,
              guint              marker,
              const char        *id)
{
  for (guint i = 0; i < get_marker (self, marker)->values->len; i++)
    if (implies (get_value (self, marker, i), id) && get_state (self, marker, i) != RGM_ANSWER_NO)
      return FALSE;

  return TRUE;
}

/* Applies what one value of a marker implies for the others. */
static gboolean
spread_value (RgmFindings  *self,
              guint         marker,
              guint         value,
              gboolean     *changed,
              GError      **error)
{
  const RgmBiomarkerValue *this = get_value (self, marker, value);
  RgmAnswer state = get_state (self, marker, value);
  guint n = get_marker (self, marker)->values->len;

  if (this->all_of[0] != NULL)
    {
      RgmAnswer all = all_of (self, marker, this->all_of);

      if (all != RGM_ANSWER_UNKNOWN && !rgm_findings_set (self, marker, value, all, changed, error))
        return FALSE;
    }
  if (this->closed && is_ruled_out (self, marker, this->id) && !rgm_findings_set (self, marker, value, RGM_ANSWER_NO, changed, error))
    return FALSE;

  if (state == RGM_ANSWER_YES)
    {
      if (!set_all (self, marker, this->implies, RGM_ANSWER_YES, changed, error) ||
          !set_all (self, marker, this->all_of, RGM_ANSWER_YES, changed, error) ||
          !set_all (self, marker, this->excludes, RGM_ANSWER_NO, changed, error))
        return FALSE;
      for (guint i = 0; i < n; i++)
        if (g_strv_contains ((const char *const *) get_value (self, marker, i)->excludes, this->id) &&
            !rgm_findings_set (self, marker, i, RGM_ANSWER_NO, changed, error))
          return FALSE;
    }
  else if (state == RGM_ANSWER_NO)
    {
      for (guint i = 0; i < n; i++)
        if (implies (get_value (self, marker, i), this->id) && !rgm_findings_set (self, marker, i, RGM_ANSWER_NO, changed, error))
          return FALSE;
    }

  return TRUE;
}

/* Applies what a composite marker and its components imply for each other: some values require all components to have them, others
   any. */
static gboolean
spread_composite (RgmFindings  *self,
                  guint         marker,
                  guint         value,
                  gboolean     *changed,
                  GError      **error)
{
  RgmBiomarker *composite = get_marker (self, marker);
  const RgmBiomarkerValue *this = get_value (self, marker, value);
  RgmAnswer state = get_state (self, marker, value);
  RgmAnswer least = RGM_ANSWER_YES, greatest = RGM_ANSWER_NO, whole;

  for (guint i = 0; composite->components[i] != NULL; i++)
    {
      guint component = rgm_markers_look_up (self->by_id, composite->components[i]);
      guint its = rgm_marker_value (get_marker (self, component), this->id);
      RgmAnswer answer = its != G_MAXUINT ? get_state (self, component, its) : RGM_ANSWER_UNKNOWN;

      least = MIN (least, answer);
      greatest = MAX (greatest, answer);
      if (state == (this->every ? RGM_ANSWER_YES : RGM_ANSWER_NO) && !rgm_findings_set (self, component, its, state, changed, error))
        return FALSE;
    }

  whole = this->every ? least : greatest;

  return whole == RGM_ANSWER_UNKNOWN || rgm_findings_set (self, marker, value, whole, changed, error);
}

/* Repeats until nothing more follows. Findings are only added, so this terminates. */
static gboolean
close_findings (RgmFindings  *self,
                GError      **error)
{
  gboolean changed = TRUE;

  while (changed)
    {
      changed = FALSE;
      for (guint i = 0; i < self->markers->len; i++)
        for (guint j = 0; j < get_marker (self, i)->values->len; j++)
          if (!spread_value (self, i, j, &changed, error) ||
              (get_marker (self, i)->components[0] != NULL && !spread_composite (self, i, j, &changed, error)))
            return FALSE;
    }

  return TRUE;
}

/* ── Making ──────────────────────────────────────────────────────────────────── */

/* A patient without earlier therapy has had none that failed. */
static gboolean
rule_out_treatment (RgmFindings  *self,
                    GError      **error)
{
  gboolean changed = FALSE;

  if (self->lines != 0)
    return TRUE;

  for (guint i = 0; i < self->markers->len; i++)
    for (guint j = 0; get_marker (self, i)->presupposes_treatment && j < get_marker (self, i)->values->len; j++)
      if (!rgm_findings_set (self, i, j, RGM_ANSWER_NO, &changed, error))
        return FALSE;

  return TRUE;
}

static int
compare_texts (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/**
 * rgm_findings_new:
 * @data_set: a data set
 * @text: findings in the query language: 'her2:ihc-3+ ras:wt lines:2 tumour:"colorectal cancer"';
 *   a minus sign before one says that it was looked for and is absent
 * @error: return location for a #GError
 *
 * Reads what is known about a patient. The order of findings means nothing.
 *
 * Returns: (transfer full) (nullable): the findings; %NULL with %RGM_ERROR_CALL where the text names
 *   what the data set does not know, or contradicts itself
 */
RgmFindings *
rgm_findings_new (RgmDataSet  *data_set,
                  const char  *text,
                  GError     **error)
{
  g_autoptr (RgmFindings) self = NULL;

  g_return_val_if_fail (RGM_IS_DATA_SET (data_set), NULL);
  g_return_val_if_fail (text != NULL, NULL);

  if (!g_utf8_validate (text, -1, NULL))
    {
      g_set_error (error, RGM_ERROR, RGM_ERROR_CALL, _("Expected findings in UTF-8, found other bytes."));
      return NULL;
    }

  self = g_object_new (RGM_TYPE_FINDINGS, NULL);
  self->data_set = g_object_ref (data_set);
  self->markers = rgm_markers_of (data_set);
  self->by_id = rgm_markers_by_id (self->markers);
  self->related = rgm_markers_relate (self->markers, self->by_id);
  self->offsets = g_new0 (guint, self->markers->len + 1);
  self->entered = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  for (guint i = 0; i < self->markers->len; i++)
    {
      self->offsets[i + 1] = self->offsets[i] + get_marker (self, i)->values->len;
      g_ptr_array_add (self->entered, g_ptr_array_new_with_free_func (g_free));
    }
  self->n_values = self->offsets[self->markers->len];
  self->states = g_new (guint8, self->n_values + 1);
  memset (self->states, RGM_ANSWER_UNKNOWN, self->n_values + 1);

  if (!rgm_findings_read (self, text, error) || !rule_out_treatment (self, error) || !close_findings (self, error))
    return NULL;

  for (guint i = 0; i < self->markers->len; i++)
    {
      GPtrArray *entered = g_ptr_array_index (self->entered, i);

      g_ptr_array_sort (entered, compare_texts);
      g_ptr_array_add (entered, NULL);
    }

  return g_steal_pointer (&self);
}

/* ── Asking ──────────────────────────────────────────────────────────────────── */

/**
 * rgm_findings_get_markers:
 * @self: findings
 *
 * Returns: (transfer none) (element-type RgmBiomarker): what can be known, biomarkers first
 */
GPtrArray *
rgm_findings_get_markers (RgmFindings *self)
{
  g_return_val_if_fail (RGM_IS_FINDINGS (self), NULL);

  return self->markers;
}

/**
 * rgm_findings_find_marker:
 * @self: findings
 * @id: the id of a biomarker or characteristic
 *
 * Returns: its position among the markers, or %G_MAXUINT
 */
guint
rgm_findings_find_marker (RgmFindings *self,
                          const char  *id)
{
  g_return_val_if_fail (RGM_IS_FINDINGS (self), G_MAXUINT);

  return rgm_markers_look_up (self->by_id, id);
}

/**
 * rgm_findings_get_answer:
 * @self: findings
 * @marker: the position of a marker
 * @value: the position of one of its values
 *
 * Returns: whether the patient has it
 */
RgmAnswer
rgm_findings_get_answer (RgmFindings *self,
                         guint        marker,
                         guint        value)
{
  g_return_val_if_fail (RGM_IS_FINDINGS (self), RGM_ANSWER_UNKNOWN);

  return get_state (self, marker, value);
}

/**
 * rgm_findings_get_entered:
 * @self: findings
 * @marker: the position of a marker
 *
 * Returns: (transfer none): the ids of its values as entered, with a minus sign before those that are absent
 */
char **
rgm_findings_get_entered (RgmFindings *self,
                          guint        marker)
{
  g_return_val_if_fail (RGM_IS_FINDINGS (self), NULL);

  return (char **) ((GPtrArray *) g_ptr_array_index (self->entered, marker))->pdata;
}

/**
 * rgm_findings_get_lines:
 * @self: findings
 *
 * Returns: the number of earlier lines of therapy, or -1 where it is not known
 */
gint64
rgm_findings_get_lines (RgmFindings *self)
{
  g_return_val_if_fail (RGM_IS_FINDINGS (self), -1);

  return self->lines;
}

/* Whether anything is known about a marker. */
static gboolean
is_known (const RgmFindings *self,
          guint              marker)
{
  for (guint i = 0; i < get_marker (self, marker)->values->len; i++)
    if (get_state (self, marker, i) != RGM_ANSWER_UNKNOWN)
      return TRUE;

  return FALSE;
}

static void
add_entered (const RgmFindings *self,
             guint              marker,
             gboolean           with_name,
             GPtrArray         *names)
{
  GPtrArray *entered = g_ptr_array_index (self->entered, marker);

  for (guint i = 0; i < entered->len && g_ptr_array_index (entered, i) != NULL; i++)
    {
      const char *id = g_ptr_array_index (entered, i);
      gboolean is_absent = *id == '-';
      const char *name = get_value (self, marker, rgm_marker_value (get_marker (self, marker), is_absent ? id + 1 : id))->name;
      /* Translators: a finding that was looked for and is absent: 'not mutated'. */
      g_autofree char *value = is_absent ? rgm_text_printf (_("not %s"), name) : g_strdup (name);

      g_ptr_array_add (names, with_name ? g_strdup_printf ("%s %s", get_marker (self, marker)->name, value) : g_steal_pointer (&value));
    }
}

/**
 * rgm_findings_describe:
 * @self: findings
 * @marker: the position of a marker
 *
 * Returns: (transfer full): what was entered about it, or about what it is composed of or part of
 */
char *
rgm_findings_describe (RgmFindings *self,
                       guint        marker)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  const GArray *related;

  g_return_val_if_fail (RGM_IS_FINDINGS (self), NULL);

  related = g_hash_table_lookup (self->related, GUINT_TO_POINTER (marker));
  add_entered (self, marker, FALSE, names);
  for (guint i = 0; related != NULL && i < related->len; i++)
    add_entered (self, g_array_index (related, guint, i), TRUE, names);
  if (names->len == 0 && get_marker (self, marker)->presupposes_treatment && self->lines == 0)
    g_ptr_array_add (names, g_strdup (_("no earlier line of therapy")));
  g_ptr_array_add (names, NULL);

  return rgm_join_words ((char **) names->pdata);
}

/* The test that could show the value, as 'marker:test'; %NULL where no test is named for it. */
static char *
find_test (RgmFindings *self,
           guint        marker,
           guint        value)
{
  const RgmBiomarkerValue *this = get_value (self, marker, value);

  if (get_state (self, marker, value) != RGM_ANSWER_UNKNOWN)
    return NULL;
  for (guint i = 0; this->all_of[i] != NULL; i++)
    {
      char *test = find_test (self, marker, rgm_marker_value (get_marker (self, marker), this->all_of[i]));

      if (test != NULL)
        return test;
    }
  if (this->test != NULL)
    return g_strdup_printf ("%s:%s", get_marker (self, marker)->id, this->test);

  for (guint i = 0; i < get_marker (self, marker)->values->len; i++)
    if (implies (get_value (self, marker, i), this->id))
      {
        char *test = find_test (self, marker, i);

        if (test != NULL)
          return test;
      }

  return NULL;
}

/**
 * rgm_findings_question:
 * @self: findings
 * @marker: the position of a marker
 * @values: (array zero-terminated=1): ids of values of which none is known to hold
 *
 * Returns: (transfer full): what to find out about the patient: the id of a marker about which nothing
 *   is known; else that of its component which is missing, or the marker and one of its tests, as 'her2:ish'
 */
char *
rgm_findings_question (RgmFindings *self,
                       guint        marker,
                       char       **values)
{
  RgmBiomarker *this;
  const char *missing = NULL;
  gboolean some_known = FALSE;

  g_return_val_if_fail (RGM_IS_FINDINGS (self), NULL);

  this = get_marker (self, marker);
  for (guint i = 0; this->components[i] != NULL; i++)
    {
      if (is_known (self, rgm_markers_look_up (self->by_id, this->components[i])))
        some_known = TRUE;
      else if (missing == NULL)
        missing = this->components[i];
    }
  if (some_known && missing != NULL)
    return g_strdup (missing);

  for (guint i = 0; is_known (self, marker) && values[i] != NULL; i++)
    {
      char *test = find_test (self, marker, rgm_marker_value (this, values[i]));

      if (test != NULL)
        return test;
    }

  return g_strdup (this->id);
}

/*< private >
 * rgm_findings_states:
 * @self: findings
 *
 * Returns: (transfer none): an #RgmAnswer for each value of each marker, marker after marker
 */
const guint8 *
rgm_findings_states (RgmFindings *self)
{
  g_return_val_if_fail (RGM_IS_FINDINGS (self), NULL);

  return self->states;
}
