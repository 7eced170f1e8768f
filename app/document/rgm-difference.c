/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-difference.h"

#include "rgm-record-text.h"

#define MEMBER RGM_FIELD_MEMBER

static void
change_free (gpointer data)
{
  RgmFieldChange *self = data;

  g_free (self->field);
  g_free (self->old_value);
  g_free (self->new_value);
  g_free (self->unit);
  g_free (self->reason);
  g_free (self);
}

/**
 * rgm_difference_new:
 *
 * Returns: (transfer full) (element-type RgmFieldChange): no changes
 */
GPtrArray *
rgm_difference_new (void)
{
  return g_ptr_array_new_with_free_func (change_free);
}

/**
 * rgm_difference_add:
 * @changes: (element-type RgmFieldChange): changes
 * @field: which field
 * @old_value: (nullable): its value before
 * @new_value: (nullable): its value afterwards
 *
 * Returns: (transfer none): the change, which is taken
 */
RgmFieldChange *
rgm_difference_add (GPtrArray *changes,
                    const char *field,
                    const char *old_value,
                    const char *new_value)
{
  RgmFieldChange *change = g_new0 (RgmFieldChange, 1);

  change->field = g_strdup (field);
  change->old_value = g_strdup (old_value);
  change->new_value = g_strdup (new_value);
  change->taken = TRUE;
  g_ptr_array_add (changes, change);

  return change;
}

/**
 * rgm_difference_describe:
 * @description: what the record is
 * @record: a record
 *
 * Returns: (transfer full): what is the most telling of it, in one line
 */
char *
rgm_difference_describe (const RgmDescription *description,
                         gconstpointer record)
{
  static const char *const keys[] = { "published", "label", "name", "text", "citation", "date", "id" };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      const RgmField *field = rgm_description_find_field (description, keys[i]);
      char *text = field != NULL ? rgm_field_to_text (field, record, ", ") : NULL;

      if (text != NULL)
        return text;
    }

  return g_strdup (description->name);
}

/* What an element of a list is known by: its id, or the record that it is about. */
static char *
get_key (const RgmDescription *description,
         GPtrArray *records,
         guint index)
{
  gconstpointer record = g_ptr_array_index (records, index);
  const RgmField *first = &description->fields[0];
  const char *id = rgm_record_get_id (description, record);
  const char *subject = first->kind == RGM_FIELD_REFERENCE ? MEMBER (record, first, const char *const) : NULL;

  for (guint i = 0; subject != NULL && i < records->len; i++)
    if (i != index && g_strcmp0 (MEMBER (g_ptr_array_index (records, i), first, const char *const), subject) == 0)
      subject = NULL;

  if (id != NULL)
    return g_strdup (id);
  if (subject != NULL)
    return g_strdup (subject);

  return g_strdup_printf ("%u", index);
}

static gpointer
find_by_key (const RgmDescription *description,
             GPtrArray *records,
             const char *key)
{
  for (guint i = 0; i < records->len; i++)
    {
      g_autofree char *other = get_key (description, records, i);

      if (g_str_equal (other, key))
        return g_ptr_array_index (records, i);
    }

  return NULL;
}

static void
compare_lists (GPtrArray *changes,
               const char *path,
               const RgmField *field,
               GPtrArray *one,
               GPtrArray *other)
{
  for (guint i = 0; i < one->len; i++)
    {
      gpointer record = g_ptr_array_index (one, i);
      g_autofree char *key = get_key (field->element, one, i);
      g_autofree char *place = g_strdup_printf ("%s[%s]", path, key);
      gpointer counterpart = find_by_key (field->element, other, key);

      if (counterpart == NULL)
        {
          g_autofree char *text = rgm_difference_describe (field->element, record);

          rgm_difference_add (changes, place, text, NULL);
        }
      else
        {
          rgm_difference_add_record (changes, place, field->element, record, counterpart);
        }
    }

  for (guint i = 0; i < other->len; i++)
    {
      g_autofree char *key = get_key (field->element, other, i);

      if (find_by_key (field->element, one, key) == NULL)
        {
          g_autofree char *place = g_strdup_printf ("%s[%s]", path, key);
          g_autofree char *text = rgm_difference_describe (field->element, g_ptr_array_index (other, i));

          rgm_difference_add (changes, place, NULL, text);
        }
    }
}

/* One of two values may be missing; what is missing is compared as a record without values. */
static void
compare_records (GPtrArray *changes,
                 const char *path,
                 const RgmDescription *description,
                 gpointer one,
                 gpointer other)
{
  gpointer none = one == NULL || other == NULL ? rgm_record_alloc (description) : NULL;

  rgm_difference_add_record (changes, path, description, one != NULL ? one : none, other != NULL ? other : none);
  if (none != NULL)
    rgm_record_free (description, none);
}

/* A status is its state; the registry's word for it counts only where there is no state for it. */
static void
compare_statuses (GPtrArray *changes,
                  const char *path,
                  const RgmDescription *description,
                  gconstpointer one,
                  gconstpointer other)
{
  const RgmField *state = rgm_description_find_field (description, "state");
  const RgmField *published = rgm_description_find_field (description, "published");
  const RgmField *differs = rgm_field_equal (state, one, other) ? published : state;
  g_autofree char *before = rgm_field_to_text (differs, one, ", ");
  g_autofree char *after = rgm_field_to_text (differs, other, ", ");

  rgm_difference_add (changes, path, before, after);
}

/**
 * rgm_difference_add_field:
 * @changes: (element-type RgmFieldChange): where to add what differs
 * @prefix: (nullable): the path of the records
 * @field: one of their fields
 * @one: a record
 * @other: another record of its kind
 *
 * Compares one field of two records, down to single values.
 */
void
rgm_difference_add_field (GPtrArray *changes,
                          const char *prefix,
                          const RgmField *field,
                          gconstpointer one,
                          gconstpointer other)
{
  g_autofree char *path = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  RgmFieldChange *change;

  if (rgm_field_equal (field, one, other))
    return;

  path = prefix != NULL ? g_strdup_printf ("%s.%s", prefix, field->key) : g_strdup (field->key);

  switch ((int) field->kind)
    {
    case RGM_FIELD_INLINE:
      if (g_str_equal (field->key, "status"))
        compare_statuses (changes, path, field->element, &MEMBER (one, field, const char), &MEMBER (other, field, const char));
      else
        rgm_difference_add_record (changes, path, field->element, &MEMBER (one, field, const char), &MEMBER (other, field, const char));
      return;
    case RGM_FIELD_RECORD:
      compare_records (changes, path, field->element, MEMBER (one, field, gpointer const), MEMBER (other, field, gpointer const));
      return;
    case RGM_FIELD_RECORDS:
      compare_lists (changes, path, field, MEMBER (one, field, GPtrArray *const), MEMBER (other, field, GPtrArray *const));
      return;
    default:
      break;
    }

  before = rgm_field_to_text (field, one, ", ");
  after = rgm_field_to_text (field, other, ", ");
  change = rgm_difference_add (changes, path, before, after);
  change->is_number = field->kind == RGM_FIELD_INTEGER || field->kind == RGM_FIELD_NUMBER;
}

/**
 * rgm_difference_add_record:
 * @changes: (element-type RgmFieldChange): where to add what differs
 * @prefix: (nullable): the path of the records
 * @description: what they are
 * @one: a record
 * @other: another record of its kind
 *
 * Compares two records, field by field.
 */
void
rgm_difference_add_record (GPtrArray *changes,
                           const char *prefix,
                           const RgmDescription *description,
                           gconstpointer one,
                           gconstpointer other)
{
  for (guint i = 0; i < description->n_fields; i++)
    rgm_difference_add_field (changes, prefix, &description->fields[i], one, other);
}
