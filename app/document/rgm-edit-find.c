/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "rgm-edit.h"
#include "rgm-edit-check.h"
#include "rgm-error.h"
#include "rgm-revision.h"

#define MEMBER RGM_FIELD_MEMBER
#define DESCRIPTION (&rgm_data_set_description)

/* How long the name of a record is before a number makes it unique. */
#define NAME_LENGTH 60

/* ── Paths ───────────────────────────────────────────────────────────────────── */

/**
 * rgm_edit_make_path:
 * @path: (nullable): a path; %NULL and "" are both the data set's
 * @segment: a key, an id or a position
 *
 * Returns: (transfer full): the path one step further
 */
char *
rgm_edit_make_path (const char *path,
                    const char *segment)
{
  g_autofree char *escaped = g_uri_escape_string (segment, ":+", TRUE);

  return path != NULL && *path != '\0' ? g_strconcat (path, "/", escaped, NULL) : g_steal_pointer (&escaped);
}

static gpointer
find_element (const RgmDescription *description,
              GPtrArray            *records,
              const char           *segment)
{
  guint64 position;

  if (rgm_description_find_id (description) != NULL)
    return rgm_record_find (description, records, segment);

  return g_ascii_string_to_unsigned (segment, 10, 0, G_MAXUINT, &position, NULL) && position < records->len
           ? g_ptr_array_index (records, position) : NULL;
}

/**
 * rgm_edit_find:
 * @data_set: a data set
 * @path: a path
 * @description: (out) (optional): what the record is
 * @field: (out) (optional) (nullable): the field of the record that the path leads to; %NULL where it leads to the record itself
 *
 * Returns: (transfer none) (nullable): the record at the end of the path, or the one that has its last field
 */
gconstpointer
rgm_edit_find (RgmDataSet            *data_set,
               const char            *path,
               const RgmDescription **description,
               const RgmField       **field)
{
  g_auto (GStrv) segments = g_strsplit (path, "/", -1);
  const RgmDescription *what = DESCRIPTION;
  const RgmField *found = NULL;
  gconstpointer record = data_set;

  for (guint i = 0; record != NULL && segments[i] != NULL; i++)
    {
      found = rgm_description_find_field (what, segments[i]);
      if (found == NULL)
        return NULL;
      if (found->kind == RGM_FIELD_INLINE)
        {
          what = found->element;
          record = &MEMBER (record, found, const char);
        }
      else if (found->kind == RGM_FIELD_RECORD && segments[i + 1] != NULL)
        {
          what = found->element;
          record = MEMBER (record, found, gconstpointer const);
        }
      else if (found->kind == RGM_FIELD_RECORDS && segments[i + 1] != NULL)
        {
          g_autofree char *segment = g_uri_unescape_string (segments[++i], NULL);

          record = segment != NULL ? find_element (found->element, MEMBER (record, found, GPtrArray *const), segment) : NULL;
          what = found->element;
          found = NULL;
        }
    }

  if (description != NULL)
    *description = what;
  if (field != NULL)
    *field = found;

  return record;
}

/* Where a record without an id is among others: it has moved, or the one in its place is what has become of it. */
static gboolean
follow_position (const RgmDescription *description,
                 GPtrArray            *before,
                 GPtrArray            *after,
                 const char           *segment,
                 guint                *position)
{
  gconstpointer record = find_element (description, before, segment);

  if (record == NULL || !g_ptr_array_find (before, record, position))
    return FALSE;
  if (*position < after->len && rgm_record_equal (description, record, g_ptr_array_index (after, *position)))
    return TRUE;

  for (guint i = 0; i < after->len; i++)
    if (rgm_record_equal (description, record, g_ptr_array_index (after, i)))
      {
        *position = i;
        return TRUE;
      }

  return before->len == after->len;
}

/**
 * rgm_edit_follow:
 * @data_set: a data set
 * @path: a path in it
 * @revision: another revision of it
 *
 * Follows a record, or a field of one, from one revision to another: a record without an id goes by its position, and has another one
 * once others are added, removed or moved.
 *
 * Returns: (transfer full) (nullable): its path in the revision; %NULL where it isn't there
 */
char *
rgm_edit_follow (RgmDataSet *data_set,
                 const char *path,
                 RgmDataSet *revision)
{
  g_auto (GStrv) segments = g_strsplit (path, "/", -1);
  const RgmDescription *what = DESCRIPTION;
  gconstpointer before = data_set;
  gconstpointer after = revision;

  for (guint i = 0; before != NULL && after != NULL && segments[i] != NULL; i++)
    {
      const RgmField *field = rgm_description_find_field (what, segments[i]);

      if (field == NULL)
        return NULL;
      if (field->kind == RGM_FIELD_INLINE)
        {
          before = &MEMBER (before, field, const char);
          after = &MEMBER (after, field, const char);
        }
      else if (field->kind == RGM_FIELD_RECORD)
        {
          before = MEMBER (before, field, gconstpointer const);
          after = MEMBER (after, field, gconstpointer const);
        }
      else if (field->kind == RGM_FIELD_RECORDS && segments[i + 1] != NULL)
        {
          GPtrArray *from = MEMBER (before, field, GPtrArray *const);
          GPtrArray *to = MEMBER (after, field, GPtrArray *const);
          g_autofree char *segment = g_uri_unescape_string (segments[++i], NULL);
          guint position;

          if (segment != NULL && rgm_description_find_id (field->element) == NULL)
            {
              if (!follow_position (field->element, from, to, segment, &position))
                return NULL;
              before = find_element (field->element, from, segment);
              after = g_ptr_array_index (to, position);
              g_free (segments[i]);
              segments[i] = g_strdup_printf ("%u", position);
            }
          else
            {
              before = segment != NULL ? find_element (field->element, from, segment) : NULL;
              after = segment != NULL ? find_element (field->element, to, segment) : NULL;
              if (before == NULL || after == NULL)
                return NULL;
            }
        }
      else
        break;
      what = field->element;
    }

  return g_strjoinv ("/", segments);
}

/* ── Names ───────────────────────────────────────────────────────────────────── */

/**
 * rgm_edit_get_name:
 * @description: what the record is
 * @record: a record
 *
 * Returns: (transfer none): what a person knows it by
 */
const char *
rgm_edit_get_name (const RgmDescription *description,
                   gconstpointer         record)
{
  static const char * const keys[] = { "name", "label", "title", "citation", "text", "endpoint", "id" };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      const RgmField *field = rgm_description_find_field (description, keys[i]);

      if (field != NULL && rgm_field_is_pointer (field) && MEMBER (record, field, const char *const) != NULL)
        return MEMBER (record, field, const char *const);
    }

  return "";
}

/* Lower-case letters, digits and dashes for a name in any script. */
static char *
make_word (const char *name)
{
  g_autofree char *ascii = g_str_to_ascii (name, "C");
  GString *word = g_string_new (NULL);

  for (const char *p = ascii; *p != '\0' && word->len < NAME_LENGTH; p++)
    if (g_ascii_isalnum (*p))
      g_string_append_c (word, g_ascii_tolower (*p));
    else if (word->len > 0 && word->str[word->len - 1] != '-' && *p != '?' && *p != '\'')
      g_string_append_c (word, '-');
  while (word->len > 0 && word->str[word->len - 1] == '-')
    g_string_truncate (word, word->len - 1);

  return g_string_free (word, FALSE);
}

/**
 * rgm_edit_make_id:
 * @data_set: a data set
 * @description: what the record is
 * @owner: (nullable): the id of the record that contains it, for an arm
 * @name: its name
 *
 * Returns: (transfer full): an id that the data set has not, as like the name as can be
 */
char *
rgm_edit_make_id (RgmDataSet           *data_set,
                  const RgmDescription *description,
                  const char           *owner,
                  const char           *name)
{
  g_autofree char *word = make_word (name);
  const char *stem = *word != '\0' ? word : description->name;
  g_autofree char *base = owner != NULL ? g_strconcat (owner, ":", stem, NULL) : g_strdup (stem);
  g_autofree char *id = NULL;

  if (strlen (base) > RGM_ID_MAX - 8)
    base[RGM_ID_MAX - 8] = '\0';
  id = g_strdup (base);
  for (guint n = 2; rgm_edit_look_up (data_set, description, id) != NULL; n++)
    {
      g_free (id);
      id = g_strdup_printf ("%s-%u", base, n);
    }

  return g_steal_pointer (&id);
}

/* ── References ──────────────────────────────────────────────────────────────── */

static void
add_users (GPtrArray            *users,
           const RgmField       *list,
           GPtrArray            *records,
           const RgmDescription *to,
           const char           *id,
           gconstpointer         except)
{
  for (guint i = 0; i < records->len; i++)
    {
      gpointer record = g_ptr_array_index (records, i);

      if (record != except && rgm_record_refers (list->element, record, to, id))
        g_ptr_array_add (users, g_strdup (rgm_edit_get_name (list->element, record)));
    }
}

/**
 * rgm_edit_list_users:
 * @data_set: a data set
 * @description: what a record is
 * @id: its id
 * @except: (nullable): a record of the data set that doesn't count
 *
 * Returns: (transfer full): the names of the records of the data set that refer to it, or contain what does
 */
char **
rgm_edit_list_users (RgmDataSet           *data_set,
                     const RgmDescription *description,
                     const char           *id,
                     gconstpointer         except)
{
  g_autoptr (GPtrArray) users = g_ptr_array_new ();

  for (guint i = 0; i < DESCRIPTION->n_fields; i++)
    {
      const RgmField *field = &DESCRIPTION->fields[i];

      if (field->kind == RGM_FIELD_RECORDS)
        add_users (users, field, MEMBER (data_set, field, GPtrArray *), description, id, except);
      else if (field->kind == RGM_FIELD_RECORD && MEMBER (data_set, field, gpointer) != NULL &&
               rgm_record_refers (field->element, MEMBER (data_set, field, gpointer), description, id))
        g_ptr_array_add (users, g_strdup (field->element->name));
    }
  g_ptr_array_add (users, NULL);

  return (char **) g_ptr_array_free (g_steal_pointer (&users), FALSE);
}

/* Whether a record, or one that it contains, refers to a record that is unique within another one only. */
static gboolean
refers_within (const RgmDescription *description,
               gconstpointer         record,
               const RgmDescription *to,
               const char           *scope,
               const char           *id)
{
  for (guint i = 0; i < description->n_fields; i++)
    {
      const RgmField *field = &description->fields[i];
      const RgmField *within = field->within != NULL ? rgm_description_find_field (description, field->within) : NULL;

      if (within != NULL && field->element == to && g_strcmp0 (MEMBER (record, within, const char *const), scope) == 0 &&
          (field->kind == RGM_FIELD_REFERENCES ? g_strv_contains (MEMBER (record, field, const char *const *const), id)
                                               : g_strcmp0 (MEMBER (record, field, const char *const), id) == 0))
        return TRUE;
      if (field->kind == RGM_FIELD_INLINE && refers_within (field->element, &MEMBER (record, field, const char), to, scope, id))
        return TRUE;
      if (field->kind == RGM_FIELD_RECORD && MEMBER (record, field, gconstpointer const) != NULL &&
          refers_within (field->element, MEMBER (record, field, gconstpointer const), to, scope, id))
        return TRUE;
      for (guint j = 0; field->kind == RGM_FIELD_RECORDS && j < MEMBER (record, field, GPtrArray *const)->len; j++)
        if (refers_within (field->element, g_ptr_array_index (MEMBER (record, field, GPtrArray *const), j), to, scope, id))
          return TRUE;
    }

  return FALSE;
}

/**
 * rgm_edit_list_users_within:
 * @data_set: a data set
 * @description: what a record is that is unique within another one only, as a value is within its biomarker
 * @scope: the id of that other one
 * @id: its own id
 *
 * Returns: (transfer full): the names of the records of the data set that refer to it, or contain what does
 */
char **
rgm_edit_list_users_within (RgmDataSet           *data_set,
                            const RgmDescription *description,
                            const char           *scope,
                            const char           *id)
{
  g_autoptr (GStrvBuilder) users = g_strv_builder_new ();

  for (guint i = 0; i < DESCRIPTION->n_fields; i++)
    {
      const RgmField *list = &DESCRIPTION->fields[i];

      if (list->kind == RGM_FIELD_RECORD && MEMBER (data_set, list, gpointer) != NULL &&
          refers_within (list->element, MEMBER (data_set, list, gpointer), description, scope, id))
        g_strv_builder_add (users, list->element->name);
      for (guint j = 0; list->kind == RGM_FIELD_RECORDS && j < MEMBER (data_set, list, GPtrArray *)->len; j++)
        {
          gpointer record = g_ptr_array_index (MEMBER (data_set, list, GPtrArray *), j);

          if (refers_within (list->element, record, description, scope, id))
            g_strv_builder_add (users, rgm_edit_get_name (list->element, record));
        }
    }

  return g_strv_builder_end (users);
}

/* ── Copies ──────────────────────────────────────────────────────────────────── */

static char *
move_prefix (const char *id,
             const char *before,
             const char *after)
{
  return g_str_has_prefix (id, before) ? g_strconcat (after, id + strlen (before), NULL) : g_strdup (id);
}

static GPtrArray *
copy_arms (RgmTrial   *trial,
           const char *id)
{
  GPtrArray *arms = rgm_description_new_array (&rgm_arm_description, trial->arms->len);

  for (guint i = 0; i < trial->arms->len; i++)
    {
      RgmArm fields = *(RgmArm *) g_ptr_array_index (trial->arms, i);
      g_autofree char *arm_id = move_prefix (fields.id, trial->id, id);

      fields.id = arm_id;
      g_ptr_array_add (arms, rgm_record_new (&rgm_arm_description, &fields));
    }

  return arms;
}

static GPtrArray *
copy_remarks (RgmTrial   *trial,
              const char *id)
{
  GPtrArray *remarks = rgm_description_new_array (&rgm_remark_description, trial->remarks->len);

  for (guint i = 0; i < trial->remarks->len; i++)
    {
      RgmRemark fields = *(RgmRemark *) g_ptr_array_index (trial->remarks, i);
      g_autofree char *arm_id = fields.arm != NULL ? move_prefix (fields.arm, trial->id, id) : NULL;

      fields.arm = arm_id;
      g_ptr_array_add (remarks, rgm_record_new (&rgm_remark_description, &fields));
    }

  return remarks;
}

/* A copy isn't registered under the numbers of the original: they would make it a duplicate. */
static gpointer
copy_trial (RgmTrial   *trial,
            const char *id,
            const char *name)
{
  g_autoptr (GPtrArray) arms = copy_arms (trial, id);
  g_autoptr (GPtrArray) remarks = copy_remarks (trial, id);
  RgmTrial fields = *trial;

  fields.id = id;
  fields.name = name;
  fields.arms = arms;
  fields.remarks = remarks;
  fields.registrations = NULL;
  fields.origin = NULL;

  return rgm_record_new (&rgm_trial_description, &fields);
}

static gpointer
copy_record (const RgmDescription *description,
             gconstpointer         record,
             const char           *id,
             const char           *name)
{
  g_autofree char *fields = g_memdup2 (record, description->size);
  const RgmField *id_field = rgm_description_find_id (description);
  const RgmField *name_field = rgm_description_find_field (description, "name");

  if (description == &rgm_trial_description)
    return copy_trial ((RgmTrial *) record, id, name);

  if (name_field == NULL)
    name_field = rgm_description_find_field (description, "label");
  if (id_field != NULL)
    MEMBER (fields, id_field, const char *) = id;
  if (id_field != NULL && name_field != NULL)
    MEMBER (fields, name_field, const char *) = name;

  return rgm_record_new (description, fields);
}

static guint
find_position (RgmDataSet    *data_set,
               const char    *list_path,
               gconstpointer  record)
{
  const RgmField *field;
  gconstpointer owner = rgm_edit_find (data_set, list_path, NULL, &field);
  guint position = 0;

  if (owner != NULL && field != NULL && field->kind == RGM_FIELD_RECORDS)
    g_ptr_array_find (MEMBER (owner, field, GPtrArray *const), record, &position);

  return position;
}

/**
 * rgm_edit_duplicate:
 * @data_set: a data set
 * @path: the path of a record in a list
 * @copy_path: (out) (optional) (transfer full): the path of its copy
 * @error: return location for an error
 *
 * Adds a copy after the record, with an id and a name of its own.
 *
 * Returns: (transfer full) (nullable): the revision
 */
RgmDataSet *
rgm_edit_duplicate (RgmDataSet  *data_set,
                    const char  *path,
                    char       **copy_path,
                    GError     **error)
{
  const RgmDescription *description;
  const RgmField *field;
  gconstpointer record = rgm_edit_find (data_set, path, &description, &field);
  const char *slash = strrchr (path, '/');
  g_autoptr (GPtrArray) made = NULL;
  g_autoptr (RgmDataSet) revised = NULL;
  g_autofree char *list_path = slash != NULL ? g_strndup (path, (gsize) (slash - path)) : NULL;
  g_autofree char *name = NULL;
  g_autofree char *id = NULL;
  g_autofree char *segment = NULL;
  guint position;

  if (record == NULL || field != NULL || list_path == NULL)
    {
      rgm_error_set (error, RGM_ERROR, RGM_ERROR_INPUT, _("There is no “%s” to change."), path);
      return NULL;
    }

  /* Translators: the name of a copy. */
  name = g_strdup_printf (_("%s (copy)"), rgm_edit_get_name (description, record));
  if (rgm_description_find_id (description) != NULL)
    {
      RgmTrial *trial = NULL;

      if (description == &rgm_arm_description)
        rgm_data_set_find_arm (data_set, rgm_record_get_id (description, record), &trial);
      id = rgm_edit_make_id (data_set, description, trial != NULL ? trial->id : NULL, name);
    }

  made = rgm_description_new_array (description, 1);
  g_ptr_array_add (made, copy_record (description, record, id, name));
  position = find_position (data_set, list_path, record) + 1;
  revised = rgm_edit_add (data_set, list_path, g_ptr_array_index (made, 0), (int) position, error);
  if (revised == NULL)
    return NULL;

  segment = id != NULL ? g_strdup (id) : g_strdup_printf ("%u", position);
  if (copy_path != NULL)
    *copy_path = rgm_edit_make_path (list_path, segment);

  return g_steal_pointer (&revised);
}
