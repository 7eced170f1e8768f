/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "random-data-set.h"

#include <math.h>
#include <string.h>

#include "rgm-enum.h"
#include "rgm-estimate.h"
#include "rgm-record-check.h"

#define MEMBER RGM_FIELD_MEMBER

#define MAX_ELEMENTS 3
#define MAX_ATTEMPTS 200
#define MAX_GAPS 3

/* A record that references may refer to. */
typedef struct
{
  const RgmDescription *description;
  char                 *id;
  char                 *owner;   /* the id of the record that contains it */
  gpointer              record;
} Known;

typedef struct
{
  RgmCheck   parent;
  GRand     *rand;
  GPtrArray *known;
  guint      n_made;
  gboolean   has_fault;
  gboolean   has_gap;   /* something required could not be made, as there is nothing to refer to */
} Maker;

static void fill_record (Maker                *self,
                         const RgmDescription *description,
                         gpointer              record,
                         const char           *owner);
static gpointer make_record (Maker                *self,
                             const RgmDescription *description,
                             const char           *owner);

static void
known_free (Known *known)
{
  g_free (known->id);
  g_free (known->owner);
  g_free (known);
}

static guint
pick (Maker *self,
      guint  n)
{
  return (guint) g_rand_int_range (self->rand, 0, (gint32) n);
}

static gboolean
happens (Maker *self,
         guint  once_in)
{
  return pick (self, once_in) == 0;
}

static gconstpointer
find_known (RgmCheck             *check,
            const RgmDescription *description,
            const char           *id)
{
  Maker *self = (Maker *) check;

  for (guint i = 0; i < self->known->len; i++)
    {
      Known *known = g_ptr_array_index (self->known, i);

      if (known->description == description && g_str_equal (known->id, id))
        return known->record;
    }

  return NULL;
}

static void
note_fault (RgmCheck   *check,
            const char *key,
            int         index,
            const char *member,
            const char *message)
{
  ((Maker *) check)->has_fault = TRUE;
}

static gunichar
make_character (Maker *self)
{
  /* What a text may have; controls and noncharacters are refused. */
  static const gunichar odd[] = { '"', '\\', '/', '\n', '\t', ' ', 0xA0, 0xE9, 0x131, 0x3C4, 0x5E7, 0x62D, 0x200B, 0x2028,
                                  0x2212, 0x4E2D, 0xE000, 0xFEFF, 0xFFFD, 0x1F489, 0x10FFFD };

  return happens (self, 4) ? odd[pick (self, G_N_ELEMENTS (odd))] : (gunichar) g_rand_int_range (self->rand, 0x21, 0x7F);
}

static char *
make_text (Maker      *self,
           const char *prefix)
{
  GString *text = g_string_new (prefix);
  guint length = happens (self, 500) ? RGM_TEXT_MAX - 20 : 1 + pick (self, 30);

  for (guint i = 0; i < length; i++)
    g_string_append_unichar (text, make_character (self));
  /* Something to see, and no two alike. */
  g_string_append_printf (text, "%u", self->n_made++);

  return g_string_free (text, FALSE);
}

static char *
make_id (Maker          *self,
         const RgmField *field,
         const char     *owner)
{
  const char *characters = (field->flags & RGM_MIXED_CASE) != 0 ? "abcXYZ019.+-" : (field->flags & RGM_SCOPED) != 0 ? "abcxyz019.+-/"
                                                                                                                      : "abcxyz019.+-";
  GString *id = g_string_new (NULL);
  guint length = pick (self, 8);

  if ((field->flags & RGM_PREFIXED) != 0)
    g_string_append_printf (id, "%s:", owner);
  g_string_append_printf (id, "%u", self->n_made++);
  for (guint i = 0; i < length; i++)
    g_string_append_c (id, characters[pick (self, (guint) strlen (characters))]);

  return g_string_free (id, FALSE);
}

static char *
make_date (Maker    *self,
           gboolean  whole)
{
  guint year = happens (self, 10) ? 1 + pick (self, 9999) : 1950 + pick (self, 100);

  if (!whole && happens (self, 3))
    return g_strdup_printf ("%04u", year);
  if (!whole && happens (self, 2))
    return g_strdup_printf ("%04u-%02u", year, 1 + pick (self, 12));

  return g_strdup_printf ("%04u-%02u-%02u", year, 1 + pick (self, 12), 1 + pick (self, 28));
}

static double
make_number (Maker          *self,
             const RgmField *field)
{
  double number;

  switch (pick (self, 6))
    {
    case 0:
      return field->min;
    case 1:
      return field->max;
    case 2:
      number = g_rand_double_range (self->rand, field->min, field->max);
      break;
    case 3:
      number = ldexp (g_rand_double (self->rand), -g_rand_int_range (self->rand, 0, 1080));
      break;
    default:
      number = floor (10 * g_rand_double_range (self->rand, field->min, MIN (field->max, 100))) / 10;
      break;
    }

  return CLAMP (number, field->min, field->max);
}

static gint64
make_integer (Maker          *self,
              const RgmField *field)
{
  if (happens (self, 5))
    return (gint64) field->max;
  if (happens (self, 5))
    return (gint64) field->min;

  return (gint64) floor (g_rand_double_range (self->rand, field->min, happens (self, 2) ? field->max : MIN (field->max, field->min + 100)));
}

static const char *
make_nick (Maker *self,
           GType  vocabulary)
{
  const char *const *nicks = rgm_enum_get_nicks (vocabulary);

  return nicks[pick (self, g_strv_length ((char **) nicks))];
}

/* One that a reference in @record may refer to, or NULL if there is none. */
static Known *
pick_known (Maker                *self,
            const RgmDescription *description,
            const RgmField       *field,
            gconstpointer         record,
            const char           *owner)
{
  g_autoptr (GPtrArray) fitting = g_ptr_array_new ();
  const char *scope = NULL;

  if (field->within != NULL)
    {
      scope = MEMBER (record, rgm_description_find_field (description, field->within), const char *const);
      if (scope == NULL)
        return NULL;
    }
  else if ((field->flags & RGM_PREFIXED) != 0)
    scope = owner;

  for (guint i = 0; i < self->known->len; i++)
    {
      Known *known = g_ptr_array_index (self->known, i);

      if (known->description == field->element && (scope == NULL || g_strcmp0 (known->owner, scope) == 0))
        g_ptr_array_add (fitting, known);
    }

  return fitting->len > 0 ? g_ptr_array_index (fitting, pick (self, fitting->len)) : NULL;
}

/* A text for a list, at times a key: some lists have keys in them. */
static char *
make_item (Maker                *self,
           const RgmDescription *description)
{
  return happens (self, 2) ? g_strdup (description->fields[pick (self, description->n_fields)].key) : make_text (self, NULL);
}

static void
fill_strings (Maker                *self,
              const RgmDescription *description,
              const RgmField       *field,
              gpointer              record,
              const char           *owner)
{
  g_autoptr (GPtrArray) strings = g_ptr_array_new ();
  guint n = (field->flags & RGM_FILLED) != 0 ? 1 + pick (self, MAX_ELEMENTS) : pick (self, MAX_ELEMENTS + 1);

  for (guint i = 0; i < n; i++)
    {
      Known *known = field->kind == RGM_FIELD_REFERENCES ? pick_known (self, description, field, record, owner) : NULL;
      g_autofree char *string = known != NULL ? g_strdup (known->id)
                                : field->kind == RGM_FIELD_TEXTS ? make_item (self, description) : NULL;

      if (string != NULL && !g_ptr_array_find_with_equal_func (strings, string, g_str_equal, NULL))
        g_ptr_array_add (strings, g_steal_pointer (&string));
    }

  self->has_gap |= strings->len == 0 && (field->flags & RGM_FILLED) != 0;
  if (strings->len == 0)
    return;

  g_ptr_array_add (strings, NULL);
  MEMBER (record, field, char **) = (char **) g_ptr_array_steal (strings, NULL);
}

static void
fill_array (Maker                *self,
            const RgmDescription *description,
            const RgmField       *field,
            gpointer              record,
            const char           *owner)
{
  GPtrArray *array = rgm_description_new_array (field->element, MAX_ELEMENTS);
  GPtrArray **member = &MEMBER (record, field, GPtrArray *);
  guint n = (field->flags & RGM_FILLED) != 0 ? 1 + pick (self, MAX_ELEMENTS) : pick (self, MAX_ELEMENTS + 1);

  for (guint i = 0; i < n; i++)
    {
      Known *known;

      if (field->kind == RGM_FIELD_RECORDS)
        {
          gpointer element = make_record (self, field->element, owner);

          if (element != NULL)
            g_ptr_array_add (array, element);
          continue;
        }

      known = pick_known (self, description, field, record, owner);
      if (known != NULL && !g_ptr_array_find (array, known->record, NULL))
        g_ptr_array_add (array, g_object_ref (known->record));
    }

  self->has_gap |= array->len == 0 && (field->flags & RGM_FILLED) != 0;
  g_ptr_array_unref (*member);
  *member = array;
}

static void
fill_reference (Maker                *self,
                const RgmDescription *description,
                const RgmField       *field,
                gpointer              record,
                const char           *owner)
{
  Known *known = pick_known (self, description, field, record, owner);

  if (known == NULL)
    self->has_gap |= (field->flags & RGM_REQUIRED) != 0;
  else if (field->kind == RGM_FIELD_OBJECT)
    MEMBER (record, field, gpointer) = g_object_ref (known->record);
  else
    rgm_field_set_text (field, record, known->id);
}

static void
fill_field (Maker                *self,
            const RgmDescription *description,
            const RgmField       *field,
            gpointer              record,
            const char           *owner)
{
  g_autofree char *text = NULL;
  RgmBound *bound;

  switch (field->kind)
    {
    case RGM_FIELD_ID:
      text = make_id (self, field, owner);
      rgm_field_set_text (field, record, text);
      break;
    case RGM_FIELD_TEXT:
      text = make_text (self, NULL);
      rgm_field_set_text (field, record, text);
      break;
    case RGM_FIELD_LINK:
      text = make_text (self, happens (self, 2) ? "http://" : "https://");
      rgm_field_set_text (field, record, text);
      break;
    case RGM_FIELD_DOI:
      text = make_text (self, "10.1000/");
      rgm_field_set_text (field, record, text);
      break;
    case RGM_FIELD_DATE:
      text = make_date (self, FALSE);
      rgm_field_set_text (field, record, text);
      break;
    case RGM_FIELD_DAY:
      text = make_date (self, TRUE);
      rgm_date_parse (text, TRUE, &MEMBER (record, field, GDate));
      break;
    case RGM_FIELD_CHOICE:
      rgm_field_set_text (field, record, make_nick (self, field->type ()));
      break;
    case RGM_FIELD_ENUM:
      MEMBER (record, field, int) = rgm_enum_find (field->type (), make_nick (self, field->type ()));
      break;
    case RGM_FIELD_BOOLEAN:
      MEMBER (record, field, gboolean) = happens (self, 2);
      break;
    case RGM_FIELD_INTEGER:
      MEMBER (record, field, gint64) = make_integer (self, field);
      break;
    case RGM_FIELD_NUMBER:
      MEMBER (record, field, double) = make_number (self, field);
      break;
    case RGM_FIELD_BOUND:
      bound = &MEMBER (record, field, RgmBound);
      bound->state = (RgmState) rgm_enum_find (RGM_TYPE_STATE, make_nick (self, RGM_TYPE_STATE));
      bound->value = bound->state == RGM_STATE_REPORTED ? make_number (self, field) : 0;
      break;
    case RGM_FIELD_TEXTS:
    case RGM_FIELD_REFERENCES:
      fill_strings (self, description, field, record, owner);
      break;
    case RGM_FIELD_REFERENCE:
    case RGM_FIELD_OBJECT:
      fill_reference (self, description, field, record, owner);
      break;
    case RGM_FIELD_OBJECTS:
    case RGM_FIELD_RECORDS:
      fill_array (self, description, field, record, owner);
      break;
    case RGM_FIELD_RECORD:
      MEMBER (record, field, gpointer) = make_record (self, field->element, owner);
      self->has_gap |= MEMBER (record, field, gpointer) == NULL;
      break;
    case RGM_FIELD_INLINE:
      fill_record (self, field->element, &MEMBER (record, field, char), owner);
      break;
    default:
      g_assert_not_reached ();
    }
}

static void
fill_record (Maker                *self,
             const RgmDescription *description,
             gpointer              record,
             const char           *owner)
{
  for (guint i = 0; i < description->n_fields; i++)
    {
      const RgmField *field = &description->fields[i];

      if ((field->flags & RGM_REQUIRED) == 0 && happens (self, 2))
        continue;

      fill_field (self, description, field, record, owner);
      if (field->kind == RGM_FIELD_ID)
        owner = MEMBER (record, field, const char *);
    }
}

static void
add_known (Maker                *self,
           const RgmDescription *description,
           gpointer              record,
           const char           *owner)
{
  const char *id = rgm_record_get_id (description, record);
  Known *known = NULL;

  if (id == NULL)
    return;

  known = g_new0 (Known, 1);
  *known = (Known) { description, g_strdup (id), g_strdup (owner), record };
  g_ptr_array_add (self->known, known);
}

static gpointer
try_record (Maker                *self,
            const RgmDescription *description,
            const char           *owner)
{
  guint n_known = self->known->len;
  gpointer record = rgm_record_alloc (description);

  self->has_gap = FALSE;
  fill_record (self, description, record, owner);
  self->has_fault = FALSE;
  if (!self->has_gap && description->check != NULL)
    description->check (record, &self->parent);

  if (!self->has_gap && !self->has_fault)
    return record;

  rgm_record_free (description, record);
  g_ptr_array_set_size (self->known, (int) n_known);

  return NULL;
}

/* Makes records until one passes the check of its description; NULL if none does. */
static gpointer
make_record (Maker                *self,
             const RgmDescription *description,
             const char           *owner)
{
  gboolean has_outer_gap = self->has_gap;
  gpointer record = NULL;
  guint n_gaps = 0;

  for (guint i = 0; record == NULL && n_gaps < MAX_GAPS && i < MAX_ATTEMPTS; i++)
    {
      record = try_record (self, description, owner);
      if (self->has_gap)
        n_gaps++;
    }

  self->has_gap = has_outer_gap;
  if (record == NULL)
    return NULL;

  rgm_record_complete (description, record);
  add_known (self, description, record, owner);

  return record;
}

RgmDataSet *
random_data_set (guint32 seed)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  g_autoptr (GPtrArray) known = g_ptr_array_new_with_free_func ((GDestroyNotify) known_free);
  Maker self = { { find_known, note_fault }, rand, known, 0, FALSE, FALSE };
  RgmDataSet *data_set = make_record (&self, &rgm_data_set_description, NULL);

  g_assert_nonnull (data_set);

  return data_set;
}
