/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* One description of each record. What a record consists of is stated once: a struct of
 * its fields and beside it a table, one line a field. Constructing, copying, freeing,
 * properties, reading, writing, the JSON Schema and the difference between two records
 * work from the tables.
 *
 * Records with an identity are final types derived from RgmRecord; values are boxed. Both
 * are immutable: their structs are public to be read. To change one, copy its struct,
 * change members of the copy and hand it to rgm_record_new (), which shares every array
 * and object that is the same:
 *
 *     RgmTrial changed = *trial;
 *
 *     changed.name = "Another name";
 *     revised = rgm_record_new (&rgm_trial_description, &changed);
 *
 * A generic walker goes along description->fields, in the order of the canonical document,
 * and reads each member at RGM_FIELD_MEMBER (record, field, its C type):
 *
 *     kind        member            absent         in a document
 *     ID          const char *      NULL           a string; see the flags for its form
 *     TEXT        const char *      NULL           a string
 *     LINK        const char *      NULL           a string, http:// or https://
 *     DOI         const char *      NULL           a string, 10.…/…
 *     DATE        const char *      NULL           YYYY, YYYY-MM or YYYY-MM-DD, as precise as published
 *     DAY         GDate             not valid      YYYY-MM-DD
 *     CHOICE      const char *      NULL           a nick of the vocabulary field->type ()
 *     ENUM        an enumeration    0 if optional  a nick of the vocabulary field->type ()
 *     BOOLEAN     gboolean          FALSE          true or false
 *     INTEGER     gint64            -1             a whole number from field->min to field->max
 *     NUMBER      double            see below      a number from field->min to field->max
 *     BOUND       RgmBound          not reported   a number, or {"state": a nick of RgmState}
 *     TEXTS       char **           empty          a list of different strings
 *     REFERENCE   const char *      NULL           the id of a field->element
 *     REFERENCES  char **           empty          a list of ids of field->element
 *     OBJECT      RgmRecord *       NULL           the id of a field->element; the record itself in the struct
 *     OBJECTS     GPtrArray *       empty          a list of ids of field->element; the records in the struct
 *     RECORD      pointer           NULL           an object, described by field->element
 *     RECORDS     GPtrArray *       empty          a list of objects, each described by field->element
 *     INLINE      fields at offset  all absent     an object, described by field->element, whose members
 *                                                  are in this struct from field->offset on
 *
 * An absent NUMBER is 0 where field->min is above 0, else NaN. rgm_field_is_absent () knows
 * all of it: a field that is absent and not required is left out of a document. Lists and
 * arrays are never NULL once a record is made. */

typedef struct _RgmCheck RgmCheck;
typedef struct _RgmField RgmField;
typedef struct _RgmDescription RgmDescription;

typedef enum
{
  RGM_FIELD_ID,
  RGM_FIELD_TEXT,
  RGM_FIELD_LINK,
  RGM_FIELD_DOI,
  RGM_FIELD_DATE,
  RGM_FIELD_DAY,
  RGM_FIELD_CHOICE,
  RGM_FIELD_ENUM,
  RGM_FIELD_BOOLEAN,
  RGM_FIELD_INTEGER,
  RGM_FIELD_NUMBER,
  RGM_FIELD_BOUND,
  RGM_FIELD_TEXTS,
  RGM_FIELD_REFERENCE,
  RGM_FIELD_REFERENCES,
  RGM_FIELD_OBJECT,
  RGM_FIELD_OBJECTS,
  RGM_FIELD_RECORD,
  RGM_FIELD_RECORDS,
  RGM_FIELD_INLINE,
} RgmFieldKind;

/**
 * RgmFieldFlags:
 * @RGM_OPTIONAL: may be left out, or be null
 * @RGM_REQUIRED: must be there
 * @RGM_SHARED: a text that many records repeat, kept once in memory
 * @RGM_MIXED_CASE: an id that may have capitals
 * @RGM_SCOPED: an id that is unique within the record that contains it only, and may have slashes
 * @RGM_PREFIXED: an id, or a reference to one, that begins with the id of the record that
 *   contains it, and a colon
 * @RGM_FORWARD: references to records that may come later in the document
 * @RGM_FILLED: a list with at least one element
 */
typedef enum
{
  RGM_OPTIONAL = 0,
  RGM_REQUIRED = 1 << 0,
  RGM_SHARED = 1 << 1,
  RGM_MIXED_CASE = 1 << 2,
  RGM_SCOPED = 1 << 3,
  RGM_PREFIXED = 1 << 4,
  RGM_FORWARD = 1 << 5,
  RGM_FILLED = 1 << 6,
} RgmFieldFlags;

/**
 * RgmField:
 * @key: its name in documents
 * @kind: what it is
 * @flags: what is demanded of it
 * @offset: where it is in the struct
 * @help: a sentence about it, for the schema and for forms
 * @min: least value of a number
 * @max: greatest value of a number
 * @unit: (nullable): of a number
 * @type: the vocabulary of a choice or an enumeration
 * @element: what is contained, or referred to
 * @normalise: (nullable): gives a text that was typed the spelling in which it is stored
 * @within: (nullable): of references to scoped ids, the key of the reference, in the same
 *   record, to the record that they are unique in
 */
struct _RgmField
{
  const char            *key;
  RgmFieldKind           kind;
  RgmFieldFlags          flags;
  gsize                  offset;
  const char            *help;
  double                 min;
  double                 max;
  const char            *unit;
  GType                (*type) (void);
  const RgmDescription  *element;
  char                *(*normalise) (const char *text);
  const char            *within;
};

#define RGM_FIELD_MEMBER(record, field, ctype) G_STRUCT_MEMBER (ctype, (record), (field)->offset)

/* A line of a table; after the help come further members: .min = 1, .element = &… */
#define RGM_FIELD(Type, member, field_key, field_kind, field_flags, ...)            \
  { .key = field_key, .kind = RGM_FIELD_##field_kind, .flags = field_flags,         \
    .offset = G_STRUCT_OFFSET (Type, member), .help = __VA_ARGS__ }

/* The widest record has fewer fields. */
#define RGM_FIELDS_MAX 32

/* Limits of texts and lists; the schema says the same. */
#define RGM_TEXT_MAX 10000
#define RGM_ID_MAX 100
#define RGM_TEXTS_MAX 100
#define RGM_COUNT_MAX 1000000000
#define RGM_TIME_MAX 100000

/**
 * RgmDescription:
 * @name: its name in the schema
 * @help: a sentence about it
 * @type: its GObject or boxed type; %NULL for what is only ever inline
 * @size: of its struct
 * @is_object: whether @type derives from RgmRecord
 * @fields: (array length=n_fields): its table
 * @n_fields: how many
 * @check: (nullable): what must hold between fields, and between contained records
 * @schema: (nullable): JSON Schema keywords, as members of an object, for what @check demands and a schema can say
 * @complete: (nullable): computes further members from the fields, once they are set
 * @clear: (nullable): frees what @complete made
 * @expected: (nullable): "expected the id of a trial", to be translated
 * @free: frees one
 */
struct _RgmDescription
{
  const char      *name;
  const char      *help;
  GType          (*type) (void);
  gsize            size;
  gboolean         is_object;
  const RgmField  *fields;
  guint            n_fields;
  void           (*check) (gconstpointer record, RgmCheck *check);
  const char      *schema;
  void           (*complete) (gpointer record);
  void           (*clear) (gpointer record);
  const char      *expected;
  GDestroyNotify   free;
};

#define RGM_TYPE_RECORD (rgm_record_get_type ())

/**
 * RgmRecord:
 *
 * What every record with an identity is; its class knows its description.
 */
G_DECLARE_DERIVABLE_TYPE (RgmRecord, rgm_record, RGM, RECORD, GObject)

struct _RgmRecordClass
{
  GObjectClass           parent_class;

  const RgmDescription  *description;
};

void             rgm_record_class_describe  (RgmRecordClass        *klass,
                                             const RgmDescription  *description);

gpointer         rgm_record_new             (const RgmDescription  *description,
                                             gconstpointer          fields);
gpointer         rgm_record_alloc           (const RgmDescription  *description);
void             rgm_record_complete        (const RgmDescription  *description,
                                             gpointer               record);
void             rgm_record_free            (const RgmDescription  *description,
                                             gpointer               record);
const char      *rgm_record_get_id          (const RgmDescription  *description,
                                             gconstpointer          record);
gboolean         rgm_record_equal           (const RgmDescription  *description,
                                             gconstpointer          one,
                                             gconstpointer          other);

gpointer         rgm_record_find            (const RgmDescription  *description,
                                             GPtrArray             *records,
                                             const char            *id);
GHashTable      *rgm_record_make_table      (const RgmDescription  *description,
                                             GPtrArray             *records);

GPtrArray       *rgm_description_new_array  (const RgmDescription  *description,
                                             guint                  length);
const RgmField  *rgm_description_find_field (const RgmDescription  *description,
                                             const char            *key);
const RgmField  *rgm_description_find_id    (const RgmDescription  *description);

gboolean         rgm_field_is_pointer       (const RgmField        *field);
gboolean         rgm_field_is_absent        (const RgmField        *field,
                                             gconstpointer          record);
gboolean         rgm_field_equal            (const RgmField        *field,
                                             gconstpointer          one,
                                             gconstpointer          other);
void             rgm_field_set_text         (const RgmField        *field,
                                             gpointer               record,
                                             const char            *text);

/* A type can't be put in parentheses. NOLINTBEGIN(bugprone-macro-parentheses) */

/* The description, the type and what its class needs of a record that is named TypeName;
 * after the table come further members of the description: .help = "…", .check = … */
#define RGM_DEFINE_RECORD(TypeName, type_name, table, ...)                                  \
  const RgmDescription type_name##_description = {                                          \
    .type = type_name##_get_type,                                                           \
    .size = sizeof (TypeName),                                                              \
    .is_object = TRUE,                                                                      \
    .fields = table,                                                                        \
    .n_fields = G_N_ELEMENTS (table),                                                       \
    .free = g_object_unref,                                                                 \
    __VA_ARGS__                                                                             \
  };                                                                                        \
                                                                                            \
  G_DEFINE_FINAL_TYPE (TypeName, type_name, RGM_TYPE_RECORD)                                \
                                                                                            \
  static void                                                                               \
  type_name##_class_init (TypeName##Class *klass)                                           \
  {                                                                                         \
    rgm_record_class_describe (RGM_RECORD_CLASS (klass), &type_name##_description);         \
  }                                                                                         \
                                                                                            \
  static void                                                                               \
  type_name##_init (TypeName *self)                                                         \
  {                                                                                         \
  }

/* The same for a value, which is a boxed type. */
#define RGM_DEFINE_VALUE(TypeName, type_name, table, ...)                                   \
  const RgmDescription type_name##_description = {                                          \
    .type = type_name##_get_type,                                                           \
    .size = sizeof (TypeName),                                                              \
    .fields = table,                                                                        \
    .n_fields = G_N_ELEMENTS (table),                                                       \
    .free = (GDestroyNotify) type_name##_free,                                              \
    __VA_ARGS__                                                                             \
  };                                                                                        \
                                                                                            \
  G_DEFINE_BOXED_TYPE (TypeName, type_name, type_name##_copy, type_name##_free)             \
                                                                                            \
  TypeName *                                                                                \
  type_name##_copy (const TypeName *self)                                                   \
  {                                                                                         \
    return rgm_record_new (&type_name##_description, self);                                 \
  }                                                                                         \
                                                                                            \
  void                                                                                      \
  type_name##_free (TypeName *self)                                                         \
  {                                                                                         \
    rgm_record_free (&type_name##_description, self);                                       \
  }

#define RGM_DECLARE_VALUE(TypeName, type_name)                                              \
  GType     type_name##_get_type (void) G_GNUC_CONST;                                       \
  TypeName *type_name##_copy (const TypeName *self);                                        \
  void      type_name##_free (TypeName *self);                                              \
                                                                                            \
  extern const RgmDescription type_name##_description;                                      \
                                                                                            \
  G_DEFINE_AUTOPTR_CLEANUP_FUNC (TypeName, type_name##_free)

/* NOLINTEND(bugprone-macro-parentheses) */

G_END_DECLS
