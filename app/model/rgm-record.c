/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <math.h>
#include <string.h>

#include "rgm-estimate.h"
#include "rgm-record.h"

G_DEFINE_ABSTRACT_TYPE (RgmRecord, rgm_record, G_TYPE_OBJECT)

#define MEMBER RGM_FIELD_MEMBER

static void clear_fields (const RgmDescription *description,
                          gpointer              record);
static void set_absent (const RgmDescription *description,
                        gpointer              record);

/* The list that every empty list is. */
static char *no_texts[] = { NULL };

static GPtrArray *
get_empty_array (void)
{
  static gsize empty = 0;

  if (g_once_init_enter (&empty))
    g_once_init_leave (&empty, (gsize) g_ptr_array_new ());

  return (GPtrArray *) empty;
}

static double
get_absent_number (const RgmField *field)
{
  return field->min > 0 ? 0 : NAN;
}

/* Whether a text is one of few that are repeated, so that one copy of it serves all. */
static gboolean
is_shared (const RgmField *field)
{
  return field->kind == RGM_FIELD_ID || field->kind == RGM_FIELD_REFERENCE || field->kind == RGM_FIELD_CHOICE ||
         (field->flags & RGM_SHARED) != 0;
}

/**
 * rgm_field_set_text:
 * @field: a field that is one text
 * @record: a new record
 * @text: (nullable): the text; copied
 */
void
rgm_field_set_text (const RgmField *field,
                    gpointer        record,
                    const char     *text)
{
  if (text == NULL)
    MEMBER (record, field, char *) = NULL;
  else
    MEMBER (record, field, char *) = is_shared (field) ? g_ref_string_new_intern (text) : g_strdup (text);
}

static void
clear_text (const RgmField *field,
            gpointer        record)
{
  char *text = MEMBER (record, field, char *);

  if (text != NULL && is_shared (field))
    g_ref_string_release (text);
  else
    g_free (text);
}

static void
set_field_absent (const RgmField *field,
                  gpointer        record)
{
  switch (field->kind)
    {
    case RGM_FIELD_INTEGER:
      MEMBER (record, field, gint64) = -1;
      break;
    case RGM_FIELD_NUMBER:
      MEMBER (record, field, double) = get_absent_number (field);
      break;
    case RGM_FIELD_BOUND:
      MEMBER (record, field, RgmBound) = (RgmBound) { RGM_STATE_NOT_REPORTED, 0 };
      break;
    case RGM_FIELD_TEXTS:
    case RGM_FIELD_REFERENCES:
      MEMBER (record, field, char **) = no_texts;
      break;
    case RGM_FIELD_OBJECTS:
    case RGM_FIELD_RECORDS:
      MEMBER (record, field, GPtrArray *) = g_ptr_array_ref (get_empty_array ());
      break;
    case RGM_FIELD_INLINE:
      set_absent (field->element, &MEMBER (record, field, char));
      break;
    case RGM_FIELD_ID:
    case RGM_FIELD_TEXT:
    case RGM_FIELD_LINK:
    case RGM_FIELD_DOI:
    case RGM_FIELD_DATE:
    case RGM_FIELD_DAY:
    case RGM_FIELD_CHOICE:
    case RGM_FIELD_ENUM:
    case RGM_FIELD_BOOLEAN:
    case RGM_FIELD_REFERENCE:
    case RGM_FIELD_OBJECT:
    case RGM_FIELD_RECORD:
    default:
      break;
    }
}

static void
set_absent (const RgmDescription *description,
            gpointer              record)
{
  for (guint i = 0; i < description->n_fields; i++)
    set_field_absent (&description->fields[i], record);
}

static void
clear_field (const RgmField *field,
             gpointer        record)
{
  gpointer *member = &MEMBER (record, field, gpointer);

  switch (field->kind)
    {
    case RGM_FIELD_ID:
    case RGM_FIELD_TEXT:
    case RGM_FIELD_LINK:
    case RGM_FIELD_DOI:
    case RGM_FIELD_DATE:
    case RGM_FIELD_CHOICE:
    case RGM_FIELD_REFERENCE:
      clear_text (field, record);
      break;
    case RGM_FIELD_TEXTS:
    case RGM_FIELD_REFERENCES:
      if (*member != no_texts)
        g_strfreev (*member);
      break;
    case RGM_FIELD_OBJECT:
      g_clear_object (member);
      break;
    case RGM_FIELD_RECORD:
      g_clear_pointer (member, field->element->free);
      break;
    case RGM_FIELD_OBJECTS:
    case RGM_FIELD_RECORDS:
      g_ptr_array_unref (*member);
      break;
    case RGM_FIELD_INLINE:
      clear_fields (field->element, member);
      break;
    case RGM_FIELD_DAY:
    case RGM_FIELD_ENUM:
    case RGM_FIELD_BOOLEAN:
    case RGM_FIELD_INTEGER:
    case RGM_FIELD_NUMBER:
    case RGM_FIELD_BOUND:
    default:
      break;
    }
}

static void
clear_fields (const RgmDescription *description,
              gpointer              record)
{
  for (guint i = 0; i < description->n_fields; i++)
    clear_field (&description->fields[i], record);
}

static void
set_array (GPtrArray **member,
           GPtrArray  *array)
{
  if (array == NULL)
    return;

  g_ptr_array_unref (*member);
  *member = g_ptr_array_ref (array);
}

/**
 * rgm_field_is_pointer:
 * @field: a field
 *
 * Returns: whether its member is a pointer; one that is none need not be aligned as one, and must not be read as one
 */
gboolean
rgm_field_is_pointer (const RgmField *field)
{
  return field->kind != RGM_FIELD_INLINE && field->kind != RGM_FIELD_DAY && field->kind != RGM_FIELD_ENUM &&
         field->kind != RGM_FIELD_BOOLEAN && field->kind != RGM_FIELD_INTEGER && field->kind != RGM_FIELD_NUMBER &&
         field->kind != RGM_FIELD_BOUND;
}

static void
copy_fields (const RgmDescription *description,
             gpointer              record,
             gconstpointer         from)
{
  for (guint i = 0; i < description->n_fields; i++)
    {
      const RgmField *field = &description->fields[i];
      gconstpointer given = rgm_field_is_pointer (field) ? MEMBER (from, field, gconstpointer) : NULL;

      switch (field->kind)
        {
        case RGM_FIELD_ID:
        case RGM_FIELD_TEXT:
        case RGM_FIELD_LINK:
        case RGM_FIELD_DOI:
        case RGM_FIELD_DATE:
        case RGM_FIELD_CHOICE:
        case RGM_FIELD_REFERENCE:
          rgm_field_set_text (field, record, given);
          break;
        case RGM_FIELD_TEXTS:
        case RGM_FIELD_REFERENCES:
          if (given != NULL && *(char *const *) given != NULL)
            MEMBER (record, field, char **) = g_strdupv ((char **) given);
          break;
        case RGM_FIELD_OBJECT:
          g_set_object (&MEMBER (record, field, GObject *), (GObject *) given);
          break;
        case RGM_FIELD_RECORD:
          if (given != NULL)
            MEMBER (record, field, gpointer) = field->element->is_object ? g_object_ref ((gpointer) given)
                                                                          : rgm_record_new (field->element, given);
          break;
        case RGM_FIELD_OBJECTS:
        case RGM_FIELD_RECORDS:
          set_array (&MEMBER (record, field, GPtrArray *), (GPtrArray *) given);
          break;
        case RGM_FIELD_INLINE:
          copy_fields (field->element, &MEMBER (record, field, char), &MEMBER (from, field, const char));
          break;
        case RGM_FIELD_DAY:
          MEMBER (record, field, GDate) = MEMBER (from, field, const GDate);
          break;
        case RGM_FIELD_ENUM:
        case RGM_FIELD_BOOLEAN:
          MEMBER (record, field, int) = MEMBER (from, field, const int);
          break;
        case RGM_FIELD_INTEGER:
          if (MEMBER (from, field, const gint64) >= (gint64) field->min)
            MEMBER (record, field, gint64) = MEMBER (from, field, const gint64);
          break;
        case RGM_FIELD_NUMBER:
          MEMBER (record, field, double) = MEMBER (from, field, const double);
          break;
        case RGM_FIELD_BOUND:
          MEMBER (record, field, RgmBound) = MEMBER (from, field, const RgmBound);
          break;
        default:
          g_assert_not_reached ();
        }
    }
}

/**
 * rgm_record_alloc:
 * @description: what to make
 *
 * Returns: (transfer full): one of which every field is absent, to be filled in and completed
 */
gpointer
rgm_record_alloc (const RgmDescription *description)
{
  gpointer record = description->is_object ? g_object_new (description->type (), NULL) : g_malloc0 (description->size);

  set_absent (description, record);

  return record;
}

void
rgm_record_complete (const RgmDescription *description,
                     gpointer              record)
{
  if (description->complete != NULL)
    description->complete (record);
}

/**
 * rgm_record_new:
 * @description: what to make
 * @fields: a struct of its fields, on the stack or another record; texts are copied, arrays
 *   and objects shared; %NULL stands for an empty list, and a count below the least that it
 *   can be for an absent one
 *
 * Returns: (transfer full): a record
 */
gpointer
rgm_record_new (const RgmDescription *description,
                gconstpointer         fields)
{
  gpointer record;

  g_return_val_if_fail (fields != NULL, NULL);

  record = rgm_record_alloc (description);
  copy_fields (description, record, fields);
  rgm_record_complete (description, record);

  return record;
}

/**
 * rgm_record_free:
 * @description: what it is
 * @record: (transfer full): a record
 */
void
rgm_record_free (const RgmDescription *description,
                 gpointer              record)
{
  if (description->is_object)
    {
      g_object_unref (record);
      return;
    }

  clear_fields (description, record);
  g_free (record);
}

/**
 * rgm_record_get_id:
 * @description: what it is
 * @record: a record
 *
 * Returns: (transfer none) (nullable): its id, if such records have one
 */
const char *
rgm_record_get_id (const RgmDescription *description,
                   gconstpointer         record)
{
  const RgmField *field = rgm_description_find_id (description);

  return field != NULL ? MEMBER (record, field, const char *const) : NULL;
}

const RgmField *
rgm_description_find_id (const RgmDescription *description)
{
  for (guint i = 0; i < description->n_fields; i++)
    if (description->fields[i].kind == RGM_FIELD_ID)
      return &description->fields[i];

  return NULL;
}

/**
 * rgm_record_find:
 * @description: what the records are
 * @records: records with ids
 * @id: an id
 *
 * Returns: (transfer none) (nullable): the first with that id
 */
gpointer
rgm_record_find (const RgmDescription *description,
                 GPtrArray            *records,
                 const char           *id)
{
  g_return_val_if_fail (id != NULL, NULL);

  for (guint i = 0; i < records->len; i++)
    if (g_str_equal (rgm_record_get_id (description, g_ptr_array_index (records, i)), id))
      return g_ptr_array_index (records, i);

  return NULL;
}

/**
 * rgm_record_make_table:
 * @description: what the records are
 * @records: records with ids, no two of them the same
 *
 * For who looks for many.
 *
 * Returns: (transfer full): the records by their ids; to be used no longer than the records live
 */
GHashTable *
rgm_record_make_table (const RgmDescription *description,
                       GPtrArray            *records)
{
  const RgmField *field = rgm_description_find_id (description);
  GHashTable *table = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < records->len; i++)
    {
      gpointer record = g_ptr_array_index (records, i);

      g_hash_table_insert (table, MEMBER (record, field, char *), record);
    }

  return table;
}

GPtrArray *
rgm_description_new_array (const RgmDescription *description,
                           guint                 length)
{
  return g_ptr_array_new_full (length, description->free);
}

const RgmField *
rgm_description_find_field (const RgmDescription *description,
                            const char           *key)
{
  for (guint i = 0; i < description->n_fields; i++)
    if (strcmp (description->fields[i].key, key) == 0)
      return &description->fields[i];

  return NULL;
}

/* Properties. */

static void
rgm_record_get_property (GObject    *object,
                         guint       prop_id,
                         GValue     *value,
                         GParamSpec *pspec)
{
  const RgmField *field = &RGM_RECORD_GET_CLASS (object)->description->fields[prop_id - 1];

  switch (field->kind)
    {
    case RGM_FIELD_ENUM:
      g_value_set_enum (value, MEMBER (object, field, int));
      break;
    case RGM_FIELD_BOOLEAN:
      g_value_set_boolean (value, MEMBER (object, field, gboolean));
      break;
    case RGM_FIELD_INTEGER:
      g_value_set_int64 (value, MEMBER (object, field, gint64));
      break;
    case RGM_FIELD_NUMBER:
      g_value_set_double (value, MEMBER (object, field, double));
      break;
    case RGM_FIELD_OBJECT:
      g_value_set_object (value, MEMBER (object, field, gpointer));
      break;
    case RGM_FIELD_RECORD:
      if (field->element->is_object)
        g_value_set_object (value, MEMBER (object, field, gpointer));
      else
        g_value_set_boxed (value, MEMBER (object, field, gpointer));
      break;
    case RGM_FIELD_TEXTS:
    case RGM_FIELD_REFERENCES:
    case RGM_FIELD_OBJECTS:
    case RGM_FIELD_RECORDS:
      g_value_set_boxed (value, MEMBER (object, field, gpointer));
      break;
    case RGM_FIELD_DAY:
      if (!rgm_field_is_absent (field, object))
        g_value_set_boxed (value, &MEMBER (object, field, GDate));
      break;
    case RGM_FIELD_ID:
    case RGM_FIELD_TEXT:
    case RGM_FIELD_LINK:
    case RGM_FIELD_DOI:
    case RGM_FIELD_DATE:
    case RGM_FIELD_CHOICE:
    case RGM_FIELD_REFERENCE:
      g_value_set_string (value, MEMBER (object, field, const char *));
      break;
    case RGM_FIELD_BOUND:
    case RGM_FIELD_INLINE:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static GParamSpec *
make_property (const RgmField *field)
{
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_NICK | G_PARAM_STATIC_BLURB;

  switch (field->kind)
    {
    case RGM_FIELD_ENUM:
      {
        g_autoptr (GEnumClass) terms = g_type_class_ref (field->type ());

        return g_param_spec_enum (field->key, NULL, field->help, field->type (), terms->minimum, flags);
      }
    case RGM_FIELD_BOOLEAN:
      return g_param_spec_boolean (field->key, NULL, field->help, FALSE, flags);
    case RGM_FIELD_INTEGER:
      return g_param_spec_int64 (field->key, NULL, field->help, -1, G_MAXINT64, -1, flags);
    case RGM_FIELD_NUMBER:
      return g_param_spec_double (field->key, NULL, field->help, -G_MAXDOUBLE, G_MAXDOUBLE, 0, flags);
    case RGM_FIELD_OBJECT:
      return g_param_spec_object (field->key, NULL, field->help, field->element->type (), flags);
    case RGM_FIELD_RECORD:
      if (field->element->is_object)
        return g_param_spec_object (field->key, NULL, field->help, field->element->type (), flags);
      return g_param_spec_boxed (field->key, NULL, field->help, field->element->type (), flags);
    case RGM_FIELD_TEXTS:
    case RGM_FIELD_REFERENCES:
      return g_param_spec_boxed (field->key, NULL, field->help, G_TYPE_STRV, flags);
    case RGM_FIELD_OBJECTS:
    case RGM_FIELD_RECORDS:
      return g_param_spec_boxed (field->key, NULL, field->help, G_TYPE_PTR_ARRAY, flags);
    case RGM_FIELD_DAY:
      return g_param_spec_boxed (field->key, NULL, field->help, G_TYPE_DATE, flags);
    case RGM_FIELD_ID:
    case RGM_FIELD_TEXT:
    case RGM_FIELD_LINK:
    case RGM_FIELD_DOI:
    case RGM_FIELD_DATE:
    case RGM_FIELD_CHOICE:
    case RGM_FIELD_REFERENCE:
      return g_param_spec_string (field->key, NULL, field->help, NULL, flags);
    case RGM_FIELD_BOUND:
    case RGM_FIELD_INLINE:
    default:
      return NULL;
    }
}

static void
rgm_record_finalize (GObject *object)
{
  const RgmDescription *description = RGM_RECORD_GET_CLASS (object)->description;

  if (description->clear != NULL)
    description->clear (object);
  clear_fields (description, object);

  G_OBJECT_CLASS (rgm_record_parent_class)->finalize (object);
}

static void
rgm_record_class_init (RgmRecordClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = rgm_record_finalize;
}

static void
rgm_record_init (RgmRecord *self)
{
}

/**
 * rgm_record_class_describe:
 * @klass: the class of a record
 * @description: (transfer none): its description
 *
 * Installs a property, to be read, for each field that a value can hold.
 */
void
rgm_record_class_describe (RgmRecordClass       *klass,
                           const RgmDescription *description)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  klass->description = description;
  object_class->get_property = rgm_record_get_property;

  for (guint i = 0; i < description->n_fields; i++)
    {
      GParamSpec *property = make_property (&description->fields[i]);

      if (property != NULL)
        g_object_class_install_property (object_class, i + 1, property);
    }
}
