/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "rgm-document.h"
#include "rgm-edit.h"
#include "rgm-error.h"
#include "rgm-faults.h"
#include "rgm-load.h"
#include "rgm-store-write.h"

#define N_STEPS 10000
#define N_SEQUENCES 1000
#define N_SEQUENCES_SLOW 10000
#define LONGEST_SEQUENCE 40

static RgmDataSet *
load_bytes (GBytes *bytes)
{
  g_autoptr (RgmFaults) faults = NULL;
  g_autoptr (GError) error = NULL;
  RgmDataSet *data_set = rgm_load_bytes (bytes, "test", NULL, &faults, &error);

  if (faults != NULL)
    {
      g_autofree char *text = rgm_faults_to_text (faults, "test");

      g_error ("%s", text);
    }
  g_assert_no_error (error);

  return data_set;
}

static RgmDataSet *
load_sample (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "load", "sample.json", NULL);
  g_autofree char *data = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  gsize size;

  g_file_get_contents (path, &data, &size, &error);
  g_assert_no_error (error);
  bytes = g_bytes_new (data, size);

  return load_bytes (bytes);
}

static void
assert_equal (RgmDataSet *one,
              RgmDataSet *other)
{
  g_assert_true (rgm_record_equal (&rgm_data_set_description, one, other));
}

static const char *
get_trial_id (RgmDataSet *data_set,
              guint       position)
{
  return ((RgmTrial *) g_ptr_array_index (data_set->trials, position))->id;
}

/* ── Random edits ────────────────────────────────────────────────────────────── */

static RgmDataSet *
set_random_text (RgmDataSet *data_set,
                 RgmTrial   *trial,
                 GRand      *rand)
{
  static const char * const keys[] = { "name", "title", "acronym", "sponsor", "masking", "status/published" };
  g_autofree char *path = g_strdup_printf ("trials/%s/%s", trial->id, keys[g_rand_int_range (rand, 0, G_N_ELEMENTS (keys))]);
  g_autofree char *text = g_strdup_printf ("Text %d", g_rand_int_range (rand, 0, 1000));

  return rgm_edit_set_text (data_set, path, text, NULL);
}

static RgmDataSet *
edit_random_arm (RgmDataSet *data_set,
                 RgmTrial   *trial,
                 GRand      *rand)
{
  RgmArm *arm;
  g_autofree char *path = NULL;
  g_autofree char *n_path = NULL;
  g_autofree char *n = NULL;

  if (trial->arms->len == 0)
    return NULL;

  arm = g_ptr_array_index (trial->arms, (guint) g_rand_int_range (rand, 0, (gint32) trial->arms->len));
  path = g_strdup_printf ("trials/%s/arms/%s", trial->id, arm->id);
  n_path = g_strconcat (path, "/n", NULL);
  n = g_strdup_printf ("%d", g_rand_int_range (rand, 1, 1000));

  switch (g_rand_int_range (rand, 0, 4))
    {
    case 0:
      return rgm_edit_remove (data_set, path, NULL);
    case 1:
      return trial->arms->len < 6 ? rgm_edit_duplicate (data_set, path, NULL, NULL) : NULL;
    case 2:
      return rgm_edit_move (data_set, path, g_rand_int_range (rand, -2, 3), NULL);
    default:
      return rgm_edit_set_text (data_set, n_path, n, NULL);
    }
}

static RgmDataSet *
edit_random_record (RgmDataSet *data_set,
                    GRand      *rand)
{
  static const char * const lists[] = { "sources", "agents", "regimens" };
  const char *list = lists[g_rand_int_range (rand, 0, 3)];
  const RgmField *field = rgm_description_find_field (&rgm_data_set_description, list);
  GPtrArray *records = RGM_FIELD_MEMBER (data_set, field, GPtrArray *);
  g_autofree char *path = NULL;
  g_autofree char *text_path = NULL;
  g_autofree char *text = g_strdup_printf ("Name %d", g_rand_int_range (rand, 0, 1000));

  if (records->len == 0)
    return NULL;

  path = g_strdup_printf ("%s/%s", list, rgm_record_get_id (field->element, g_ptr_array_index (records, (guint) g_rand_int_range (rand, 0, (gint32) records->len))));
  text_path = g_strconcat (path, g_str_equal (list, "sources") ? "/citation" : "/name", NULL);

  switch (g_rand_int_range (rand, 0, 3))
    {
    case 0:
      return rgm_edit_remove (data_set, path, NULL);
    case 1:
      return records->len < 30 ? rgm_edit_duplicate (data_set, path, NULL, NULL) : NULL;
    default:
      return rgm_edit_set_text (data_set, text_path, text, NULL);
    }
}

static RgmDataSet *
edit_random (RgmDataSet *data_set,
             GRand      *rand)
{
  RgmTrial *trial = data_set->trials->len > 0
                      ? g_ptr_array_index (data_set->trials, (guint) g_rand_int_range (rand, 0, (gint32) data_set->trials->len)) : NULL;
  g_autofree char *path = trial != NULL ? g_strdup_printf ("trials/%s", trial->id) : NULL;
  g_autofree char *title = g_strdup_printf ("Title %d", g_rand_int_range (rand, 0, 1000));

  switch (trial != NULL ? g_rand_int_range (rand, 0, 8) : 7)
    {
    case 0:
      return data_set->trials->len < 30 ? rgm_edit_duplicate (data_set, path, NULL, NULL) : NULL;
    case 1:
      return rgm_edit_remove (data_set, path, NULL);
    case 2:
      return rgm_edit_move (data_set, path, g_rand_int_range (rand, -3, 4), NULL);
    case 3:
      return edit_random_record (data_set, rand);
    case 4:
    case 5:
      return edit_random_arm (data_set, trial, rand);
    case 6:
      return set_random_text (data_set, trial, rand);
    default:
      return rgm_edit_set_text (data_set, "title", title, NULL);
    }
}

/* Beside the document a list of every revision, which says where undo and redo have to lead. */
static void
test_random_edits (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (19);
  g_autoptr (RgmDataSet) first = load_sample ();
  g_autoptr (GBytes) before = rgm_store_write_data_set (first);
  g_autoptr (RgmDocument) document = rgm_document_new (first, NULL, NULL);
  g_autoptr (GPtrArray) revisions = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GBytes) after = NULL;
  guint at = 0;
  guint n_edits = 0;
  guint n_undone = 0;

  g_ptr_array_add (revisions, g_object_ref (first));
  for (guint i = 0; i < N_STEPS; i++)
    {
      int kind = g_rand_int_range (rand, 0, 10);

      if (kind < 6)
        {
          g_autoptr (RgmDataSet) revision = edit_random (rgm_document_get_data_set (document), rand);

          if (revision == NULL || revision == rgm_document_get_data_set (document))
            continue;
          rgm_document_apply (document, revision, "edit", NULL);
          g_ptr_array_set_size (revisions, (int) ++at);
          g_ptr_array_add (revisions, g_object_ref (revision));
          n_edits++;
        }
      else if (kind < 8)
        {
          g_assert_cmpint (rgm_document_undo (document), ==, at > 0);
          at -= at > 0;
          n_undone++;
        }
      else if (kind < 9)
        {
          g_assert_cmpint (rgm_document_redo (document), ==, at + 1 < revisions->len);
          at += at + 1 < revisions->len;
        }
      else if (i % 10 == 0)
        {
          while (rgm_document_undo (document))
            at--;
          g_assert_cmpuint (at, ==, 0);
        }

      assert_equal (rgm_document_get_data_set (document), g_ptr_array_index (revisions, at));
      g_assert_cmpint (rgm_document_is_changed (document), ==, at != 0);
      if (i % 500 == 0)
        {
          g_autoptr (GBytes) written = rgm_store_write_data_set (rgm_document_get_data_set (document));
          g_autoptr (RgmDataSet) loaded = load_bytes (written);

          assert_equal (rgm_document_get_data_set (document), loaded);
        }
    }

  while (rgm_document_undo (document))
    ;
  after = rgm_store_write_data_set (rgm_document_get_data_set (document));
  g_assert_true (g_bytes_equal (before, after));
  g_assert_cmpuint (n_edits, >, N_STEPS / 4);
  g_assert_cmpuint (n_undone, >, N_STEPS / 10);
}

/* Many short lives of a document: whatever was done, undoing all of it leads back to the same bytes, and redoing it to the last ones. */
static void
test_random_sequences (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1919);
  g_autoptr (RgmDataSet) first = load_sample ();
  g_autoptr (GBytes) before = rgm_store_write_data_set (first);
  guint n_sequences = g_test_slow () ? N_SEQUENCES_SLOW : N_SEQUENCES;
  guint n_edits = 0;

  for (guint i = 0; i < n_sequences; i++)
    {
      g_autoptr (RgmDocument) document = rgm_document_new (first, NULL, NULL);
      int n_steps = g_rand_int_range (rand, 1, LONGEST_SEQUENCE + 1);
      g_autoptr (GBytes) last = NULL;
      g_autoptr (GBytes) undone = NULL;
      g_autoptr (GBytes) redone = NULL;

      for (int step = 0; step < n_steps; step++)
        {
          int kind = g_rand_int_range (rand, 0, 10);
          g_autoptr (RgmDataSet) revision = kind < 6 ? edit_random (rgm_document_get_data_set (document), rand) : NULL;

          if (revision != NULL && revision != rgm_document_get_data_set (document))
            {
              rgm_document_apply (document, revision, "edit", NULL);
              n_edits++;
            }
          else if (kind < 8)
            rgm_document_undo (document);
          else
            rgm_document_redo (document);
        }

      while (rgm_document_redo (document))
        ;
      last = rgm_store_write_data_set (rgm_document_get_data_set (document));
      while (rgm_document_undo (document))
        ;
      undone = rgm_store_write_data_set (rgm_document_get_data_set (document));
      g_assert_true (g_bytes_equal (before, undone));
      g_assert_false (rgm_document_is_changed (document));
      while (rgm_document_redo (document))
        ;
      redone = rgm_store_write_data_set (rgm_document_get_data_set (document));
      g_assert_true (g_bytes_equal (last, redone));
    }

  g_assert_cmpuint (n_edits, >, n_sequences);
}

/* ── The document ────────────────────────────────────────────────────────────── */

static void
set_title (RgmDocument *document,
           const char  *title,
           const char  *key)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RgmDataSet) revision = rgm_edit_set_text (rgm_document_get_data_set (document), "title", title, &error);

  g_assert_no_error (error);
  rgm_document_apply (document, revision, title, key);
}

/* At the end of a list there is nowhere to go, and nothing to undo. */
static void
test_move_nowhere (void)
{
  static const struct
  {
    const char *path;
    int         by;
  } cases[] = { { "trials/first", -1 }, { "sources/ref-1", 1 }, { "trials/first/arms/first:onemab", -1 } };
  g_autoptr (RgmDataSet) first = load_sample ();
  const char *last = get_trial_id (first, first->trials->len - 1);
  g_autofree char *path = g_strconcat ("trials/", last, NULL);
  g_autoptr (RgmDataSet) below = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (RgmDataSet) moved = rgm_edit_move (first, cases[i].path, cases[i].by, &error);

      g_assert_no_error (error);
      g_assert_true (moved == first);
    }

  below = rgm_edit_move (first, path, 1, &error);
  g_assert_no_error (error);
  g_assert_true (below == first);
}

static void
test_names (void)
{
  g_autoptr (RgmDataSet) first = load_sample ();
  g_autoptr (RgmDocument) document = rgm_document_new (first, NULL, NULL);

  g_assert_null (rgm_document_get_undo_name (document));
  set_title (document, "one", NULL);
  set_title (document, "two", NULL);
  g_assert_cmpstr (rgm_document_get_undo_name (document), ==, "two");
  g_assert_true (rgm_document_undo (document));
  g_assert_cmpstr (rgm_document_get_undo_name (document), ==, "one");
  g_assert_cmpstr (rgm_document_get_redo_name (document), ==, "two");
  set_title (document, "three", NULL);
  g_assert_null (rgm_document_get_redo_name (document));
}

static void
test_coalescing (void)
{
  g_autoptr (RgmDataSet) first = load_sample ();
  g_autoptr (RgmDocument) document = rgm_document_new (first, NULL, NULL);

  set_title (document, "a", "title");
  set_title (document, "ab", "title");
  set_title (document, "abc", "title");
  g_assert_cmpstr (rgm_document_get_data_set (document)->title, ==, "abc");
  g_assert_true (rgm_document_undo (document));
  g_assert_true (rgm_document_get_data_set (document) == first);
  g_assert_false (rgm_document_undo (document));
  g_assert_true (rgm_document_redo (document));
  g_assert_cmpstr (rgm_document_get_data_set (document)->title, ==, "abc");
}

/* Back at the saved revision it is unchanged, and changed where no undo leads there. */
static void
test_saved (void)
{
  g_autoptr (RgmDataSet) first = load_sample ();
  g_autoptr (GFile) file = g_file_new_for_path ("/tmp/set.json");
  g_autoptr (RgmDocument) document = rgm_document_new (first, NULL, NULL);

  set_title (document, "a", "title");
  rgm_document_mark_saved (document, file, "tag");
  g_assert_false (rgm_document_is_changed (document));
  g_assert_true (rgm_document_get_file (document) == file);
  g_assert_cmpstr (rgm_document_get_etag (document), ==, "tag");
  set_title (document, "b", "title");
  g_assert_true (rgm_document_is_changed (document));
  rgm_document_undo (document);
  g_assert_false (rgm_document_is_changed (document));
  rgm_document_undo (document);
  g_assert_true (rgm_document_is_changed (document));
  set_title (document, "c", NULL);
  rgm_document_undo (document);
  g_assert_true (rgm_document_is_changed (document));
}

/* ── Edits ───────────────────────────────────────────────────────────────────── */

static void
assert_refused (RgmDataSet *data_set,
                const char *path,
                const char *text,
                const char *part)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RgmDataSet) revision = rgm_edit_set_text (data_set, path, text, &error);

  g_assert_null (revision);
  g_assert_nonnull (error);
  if (strstr (error->message, part) == NULL)
    g_error ("%s: “%s” does not contain “%s”", path, error->message, part);
}

static void
test_fields (void)
{
  g_autoptr (RgmDataSet) data_set = load_sample ();
  g_autofree char *trial = rgm_edit_make_path ("trials", get_trial_id (data_set, 0));
  g_autofree char *phase = rgm_edit_make_path (trial, "phase");
  g_autofree char *name = rgm_edit_make_path (trial, "name");
  g_autofree char *id = rgm_edit_make_path (trial, "id");
  g_autofree char *count = g_strconcat (trial, "/enrolment/count", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (RgmDataSet) revision = rgm_edit_set_text (data_set, phase, "III", &error);
  g_autoptr (RgmDataSet) same = NULL;
  g_autoptr (RgmDataSet) enrolled = NULL;

  g_assert_no_error (error);
  g_assert_cmpstr (((RgmTrial *) g_ptr_array_index (revision->trials, 0))->phase, ==, "III");
  g_assert_true (g_ptr_array_index (revision->trials, 1) == g_ptr_array_index (data_set->trials, 1));
  same = rgm_edit_set_text (revision, phase, "III", &error);
  g_assert_true (same == revision);
  /* A value that was not there is made with its first field. */
  enrolled = rgm_edit_set_text (data_set, count, "120", &error);
  g_assert_no_error (error);
  g_assert_cmpint (((RgmTrial *) g_ptr_array_index (enrolled->trials, 0))->enrolment->count, ==, 120);

  assert_refused (data_set, phase, "3", "\"III\"");
  assert_refused (data_set, name, "", "cannot be empty");
  assert_refused (data_set, id, "other", "no “id”");
  assert_refused (data_set, count, "many", "“many”");
  assert_refused (data_set, "trials/nowhere/name", "x", "nowhere");
}

/* A command and a field that it is not for: none has an effect, and each says why. */
static void
assert_nothing_made (RgmDataSet  *revision,
                     GError     **error,
                     const char  *path)
{
  if (revision != NULL)
    g_error ("%s: taken", path);
  g_assert_nonnull (*error);
  g_assert_nonnull ((*error)->message);
  g_clear_error (error);
}

static void
refuse_wrong_commands (RgmDataSet     *data_set,
                       const RgmField *field,
                       const char     *path)
{
  static const char * const two[] = { "one", "two", NULL };
  gboolean is_list = field->kind == RGM_FIELD_TEXTS || field->kind == RGM_FIELD_REFERENCES || field->kind == RGM_FIELD_OBJECTS;
  g_autoptr (GError) error = NULL;

  if (is_list || field->kind == RGM_FIELD_RECORDS || field->kind == RGM_FIELD_RECORD || field->kind == RGM_FIELD_INLINE)
    {
      assert_nothing_made (rgm_edit_set_text (data_set, path, "one", &error), &error, path);
      assert_nothing_made (rgm_edit_set_text (data_set, path, "", &error), &error, path);
      assert_nothing_made (rgm_edit_set_text (data_set, path, NULL, &error), &error, path);
    }
  if (!is_list)
    assert_nothing_made (rgm_edit_set_texts (data_set, path, two, &error), &error, path);
  if (field->kind == RGM_FIELD_BOOLEAN)
    assert_nothing_made (rgm_edit_set_text (data_set, path, "maybe", &error), &error, path);
  if (field->kind != RGM_FIELD_RECORD)
    assert_nothing_made (rgm_edit_remove (data_set, path, &error), &error, path);
  assert_nothing_made (rgm_edit_move (data_set, path, 1, &error), &error, path);
  assert_nothing_made (rgm_edit_duplicate (data_set, path, NULL, &error), &error, path);
}

static guint
walk_wrong_commands (RgmDataSet           *data_set,
                     const RgmDescription *description,
                     gconstpointer         record,
                     const char           *path)
{
  guint n = 0;

  for (guint i = 0; i < description->n_fields; i++)
    {
      const RgmField *field = &description->fields[i];
      g_autofree char *at = rgm_edit_make_path (path, field->key);

      refuse_wrong_commands (data_set, field, at);
      n++;
      if (field->kind == RGM_FIELD_INLINE)
        n += walk_wrong_commands (data_set, field->element, &RGM_FIELD_MEMBER (record, field, const char), at);
      else if (field->kind == RGM_FIELD_RECORD && RGM_FIELD_MEMBER (record, field, gconstpointer const) != NULL)
        n += walk_wrong_commands (data_set, field->element, RGM_FIELD_MEMBER (record, field, gconstpointer const), at);
      else if (field->kind == RGM_FIELD_RECORDS && RGM_FIELD_MEMBER (record, field, GPtrArray *const)->len > 0)
        {
          gconstpointer first = g_ptr_array_index (RGM_FIELD_MEMBER (record, field, GPtrArray *const), 0);
          const char *id = rgm_record_get_id (field->element, first);
          g_autofree char *element = rgm_edit_make_path (at, id != NULL ? id : "0");

          n += walk_wrong_commands (data_set, field->element, first, element);
        }
    }

  return n;
}

static void
test_wrong_commands (void)
{
  g_autoptr (RgmDataSet) data_set = load_sample ();

  g_assert_cmpuint (walk_wrong_commands (data_set, &rgm_data_set_description, data_set, ""), >, 100);
}

static void
assert_followed (RgmDataSet *before,
                 const char *path,
                 RgmDataSet *after,
                 const char *expected)
{
  g_autofree char *found = rgm_edit_follow (before, path, after);

  g_assert_cmpstr (found, ==, expected);
}

/* What has no id goes by its place, and is found where it went; what has one, by that. */
static void
test_follow (void)
{
  g_autoptr (RgmDataSet) first = load_sample ();
  RgmTrial *trial = g_ptr_array_index (first->trials, 0);
  const RgmArm *arm = g_ptr_array_index (trial->arms, 0);
  g_autofree char *arm_path = g_strdup_printf ("trials/%s/arms/%s", trial->id, arm->id);
  g_autofree char *zero = g_strconcat (arm_path, "/outcomes/0", NULL);
  g_autofree char *one = g_strconcat (arm_path, "/outcomes/1", NULL);
  g_autofree char *zero_note = g_strconcat (zero, "/published", NULL);
  g_autofree char *one_note = g_strconcat (one, "/published", NULL);
  g_autofree char *n = g_strconcat (arm_path, "/n", NULL);
  g_autofree char *count = g_strdup_printf ("trials/%s/enrolment/count", trial->id);
  g_autofree char *trial_path = g_strdup_printf ("trials/%s", trial->id);
  g_autoptr (RgmDataSet) moved = rgm_edit_move (first, zero, 1, NULL);
  g_autoptr (RgmDataSet) changed = rgm_edit_set_text (first, zero_note, "As the investigator saw it", NULL);
  g_autoptr (RgmDataSet) shorter = rgm_edit_remove (first, zero, NULL);
  g_autoptr (RgmDataSet) without = NULL;

  g_assert_cmpuint (arm->outcomes->len, >=, 2);
  g_assert_nonnull (moved);
  g_assert_nonnull (changed);
  g_assert_nonnull (shorter);
  assert_followed (first, zero_note, first, zero_note);
  assert_followed (first, zero_note, moved, one_note);
  assert_followed (first, one, moved, zero);
  assert_followed (moved, one_note, first, zero_note);
  assert_followed (first, zero_note, changed, zero_note);
  assert_followed (first, one_note, shorter, zero_note);
  assert_followed (first, zero_note, shorter, NULL);
  assert_followed (first, n, moved, n);
  assert_followed (first, count, moved, count);
  assert_followed (first, "title", moved, "title");
  assert_followed (first, "trials/none/name", moved, NULL);

  without = rgm_edit_remove (first, trial_path, NULL);
  if (without != NULL)
    assert_followed (first, n, without, NULL);
}

static void
test_references (void)
{
  g_autoptr (RgmDataSet) data_set = load_sample ();
  RgmArm *arm = g_ptr_array_index (((RgmTrial *) g_ptr_array_index (data_set->trials, 0))->arms, 0);
  g_autofree char *regimen = rgm_edit_make_path ("regimens", arm->regimen->id);
  g_autofree char *regimen_name = rgm_edit_make_path (regimen, "name");
  g_autofree char *arm_regimen = g_strdup_printf ("trials/%s/arms/%s/regimen", get_trial_id (data_set, 0), arm->id);
  g_autoptr (GError) error = NULL;
  g_autoptr (RgmDataSet) removed = rgm_edit_remove (data_set, regimen, &error);
  g_autoptr (RgmDataSet) renamed = NULL;

  g_assert_null (removed);
  g_assert_error (error, RGM_ERROR, RGM_ERROR_REFUSED);
  g_assert_nonnull (strstr (error->message, ((RgmTrial *) g_ptr_array_index (data_set->trials, 0))->name));
  g_clear_error (&error);

  /* Who refers to a record has the new one. */
  renamed = rgm_edit_set_text (data_set, regimen_name, "Renamed", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (rgm_data_set_find_arm (renamed, arm->id, NULL)->regimen->name, ==, "Renamed");
  assert_refused (data_set, arm_regimen, "none-such", "none-such");
}

/* A value is unique within its biomarker only: another biomarker's of the same id is not in its way. */
static void
test_values (void)
{
  g_autoptr (RgmDataSet) data_set = load_sample ();
  g_autofree char *slashed = rgm_edit_make_path ("biomarkers/gene/values", "ihc-2+/ish+");
  const char *used[] = { "biomarkers/gene/values/wt", slashed };
  g_autoptr (GError) error = NULL;
  g_autoptr (RgmDataSet) revision = rgm_edit_remove (data_set, "biomarkers/gene-a/values/wt", &error);

  g_assert_no_error (error);
  g_assert_cmpuint (rgm_data_set_find_biomarker (revision, "gene-a")->values->len, ==, 0);
  for (gsize i = 0; i < G_N_ELEMENTS (used); i++)
    {
      g_autoptr (RgmDataSet) refused = rgm_edit_remove (data_set, used[i], &error);

      g_assert_null (refused);
      g_assert_error (error, RGM_ERROR, RGM_ERROR_REFUSED);
      g_assert_nonnull (strstr (error->message, ((RgmTrial *) g_ptr_array_index (data_set->trials, 0))->name));
      g_clear_error (&error);
    }
}

/* What the Data view edits: a copy is a record of its own, and what is used stays, with the names of what uses it. */
static void
test_records_of_the_data_set (void)
{
  static const char * const used[] = { "agents/onemab", "regimens/onemab", "biomarkers/gene", "sources/review" };
  g_autoptr (RgmDataSet) data_set = load_sample ();

  for (gsize i = 0; i < G_N_ELEMENTS (used); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (RgmDataSet) refused = rgm_edit_remove (data_set, used[i], &error);
      g_autofree char *copy_path = NULL;
      g_autoptr (RgmDataSet) copied = NULL;
      g_autoptr (RgmDataSet) removed = NULL;

      g_assert_null (refused);
      g_assert_error (error, RGM_ERROR, RGM_ERROR_REFUSED);
      g_assert_nonnull (strstr (error->message, "is used by: "));
      g_clear_error (&error);

      copied = rgm_edit_duplicate (data_set, used[i], &copy_path, &error);
      g_assert_no_error (error);
      g_assert_cmpstr (copy_path, !=, used[i]);
      removed = rgm_edit_remove (copied, copy_path, &error);
      g_assert_no_error (error);
      assert_equal (removed, data_set);
    }
}

static void
test_duplicate (void)
{
  g_autoptr (RgmDataSet) data_set = load_sample ();
  RgmTrial *trial = g_ptr_array_index (data_set->trials, 0);
  g_autofree char *path = rgm_edit_make_path ("trials", trial->id);
  g_autofree char *copy_path = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (RgmDataSet) revision = rgm_edit_duplicate (data_set, path, &copy_path, &error);
  const RgmTrial *copy;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (RgmDataSet) loaded = NULL;

  g_assert_no_error (error);
  copy = rgm_edit_find (revision, copy_path, NULL, NULL);
  g_assert_true (g_ptr_array_index (revision->trials, 1) == (gpointer) copy);
  g_assert_cmpstr (copy->id, !=, trial->id);
  g_assert_cmpuint (copy->arms->len, ==, trial->arms->len);
  g_assert_null (copy->registrations[0]);
  bytes = rgm_store_write_data_set (revision);
  loaded = load_bytes (bytes);
  assert_equal (revision, loaded);
}

/* Every list of a record at @path: a copy of its first record comes after it, and what is written loads again. */
static void
duplicate_in_lists (RgmDataSet *data_set,
                    const char *path)
{
  const RgmDescription *description = NULL;
  gconstpointer record = rgm_edit_find (data_set, path, &description, NULL);

  g_assert_nonnull (record);
  for (guint i = 0; i < description->n_fields; i++)
    {
      const RgmField *field = &description->fields[i];
      GPtrArray *records = field->kind == RGM_FIELD_RECORDS ? RGM_FIELD_MEMBER (record, field, GPtrArray *) : NULL;
      const char *id;
      g_autofree char *list = NULL;
      g_autofree char *first = NULL;
      g_autofree char *copy_path = NULL;
      g_autoptr (RgmDataSet) revision = NULL;
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (RgmDataSet) loaded = NULL;
      g_autoptr (GError) error = NULL;

      if (records == NULL || records->len == 0)
        continue;
      id = rgm_record_get_id (field->element, g_ptr_array_index (records, 0));
      list = g_strdup_printf ("%s/%s", path, field->key);
      first = rgm_edit_make_path (list, id != NULL ? id : "0");
      revision = rgm_edit_duplicate (data_set, first, &copy_path, &error);
      g_assert_no_error (error);
      g_assert_cmpstr (copy_path, !=, first);
      bytes = rgm_store_write_data_set (revision);
      loaded = load_bytes (bytes);
      assert_equal (revision, loaded);
    }
}

static void
test_duplicates_in_lists (void)
{
  g_autoptr (RgmDataSet) data_set = load_sample ();
  RgmTrial *trial = g_ptr_array_index (data_set->trials, 0);
  g_autofree char *path = rgm_edit_make_path ("trials", trial->id);

  duplicate_in_lists (data_set, path);
  for (guint i = 0; i < trial->arms->len; i++)
    {
      g_autofree char *arms = g_strconcat (path, "/arms", NULL);
      g_autofree char *arm = rgm_edit_make_path (arms, ((const RgmArm *) g_ptr_array_index (trial->arms, i))->id);

      duplicate_in_lists (data_set, arm);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/document/random-edits", test_random_edits);
  g_test_add_func ("/document/random-sequences", test_random_sequences);
  g_test_add_func ("/document/move-nowhere", test_move_nowhere);
  g_test_add_func ("/document/names", test_names);
  g_test_add_func ("/document/coalescing", test_coalescing);
  g_test_add_func ("/document/saved", test_saved);
  g_test_add_func ("/document/fields", test_fields);
  g_test_add_func ("/document/wrong-commands", test_wrong_commands);
  g_test_add_func ("/document/follow", test_follow);
  g_test_add_func ("/document/references", test_references);
  g_test_add_func ("/document/values", test_values);
  g_test_add_func ("/document/records-of-the-data-set", test_records_of_the_data_set);
  g_test_add_func ("/document/duplicate", test_duplicate);
  g_test_add_func ("/document/duplicates-in-lists", test_duplicates_in_lists);

  return g_test_run ();
}
