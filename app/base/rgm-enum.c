/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include "rgm-enum.h"

/* What GEnumClass has no room for. */
typedef struct
{
  const char         *context;
  const RgmEnumTerm  *terms;
  gsize               n_terms;
  const char        **nicks;
} Vocabulary;

static G_DEFINE_QUARK (rgm-vocabulary, vocabulary)

static const Vocabulary *
get_vocabulary (GType type)
{
  return g_type_get_qdata (type, vocabulary_quark ());
}

static const RgmEnumTerm *
find_term (GType type,
           int   value)
{
  const Vocabulary *self = get_vocabulary (type);

  g_return_val_if_fail (self != NULL, NULL);

  for (gsize i = 0; i < self->n_terms; i++)
    if (self->terms[i].value == value)
      return &self->terms[i];

  return NULL;
}

/**
 * rgm_enum_register:
 * @name: the name of an enumeration
 * @context: (nullable): the message context of the labels
 * @terms: (array length=n_terms): its terms; static, in the order of their values
 * @n_terms: how many
 *
 * Registers the enumeration with its vocabulary; see RGM_DEFINE_ENUM().
 *
 * Returns: the new type
 */
GType
rgm_enum_register (const char        *name,
                   const char        *context,
                   const RgmEnumTerm *terms,
                   gsize              n_terms)
{
  GEnumValue *values = g_new0 (GEnumValue, n_terms + 1);
  Vocabulary *self = g_new (Vocabulary, 1);
  GType type;

  *self = (Vocabulary) { context, terms, n_terms, g_new0 (const char *, n_terms + 1) };
  for (gsize i = 0; i < n_terms; i++)
    {
      values[i] = (GEnumValue) { terms[i].value, terms[i].name, terms[i].nick };
      self->nicks[i] = terms[i].nick;
    }

  /* All of it lives as long as the type, which is as long as the program. */
  type = g_enum_register_static (name, values);
  g_type_set_qdata (type, vocabulary_quark (), self);

  return type;
}

/**
 * rgm_enum_get_nick:
 * @type: a registered enumeration
 * @value: one of its values
 *
 * Returns: (transfer none) (nullable): what documents, calls and answers call it; %NULL for another value
 */
const char *
rgm_enum_get_nick (GType type,
                   int   value)
{
  const RgmEnumTerm *term = find_term (type, value);

  return term != NULL ? term->nick : NULL;
}

/**
 * rgm_enum_get_label:
 * @type: a registered enumeration
 * @value: one of its values
 *
 * Returns: (transfer none) (nullable): what people call it, in their language; %NULL for another value
 */
const char *
rgm_enum_get_label (GType type,
                    int   value)
{
  const RgmEnumTerm *term = find_term (type, value);
  const char *context;

  if (term == NULL)
    return NULL;
  if (term->label == NULL)
    return term->nick;

  context = get_vocabulary (type)->context;

  return context != NULL ? g_dpgettext2 (GETTEXT_PACKAGE, context, term->label)
                         : g_dgettext (GETTEXT_PACKAGE, term->label);
}

/**
 * rgm_enum_find:
 * @type: a registered enumeration
 * @nick: (nullable): a word
 *
 * Returns: the value with that nick, or -1 if there is none
 */
int
rgm_enum_find (GType       type,
               const char *nick)
{
  const Vocabulary *self = get_vocabulary (type);

  g_return_val_if_fail (self != NULL, -1);

  for (gsize i = 0; i < self->n_terms; i++)
    if (g_strcmp0 (self->terms[i].nick, nick) == 0)
      return self->terms[i].value;

  return -1;
}

/**
 * rgm_enum_get_nicks:
 * @type: a registered enumeration
 *
 * Returns: (transfer none) (array zero-terminated=1): its nicks, in the order of the values
 */
const char * const *
rgm_enum_get_nicks (GType type)
{
  const Vocabulary *self = get_vocabulary (type);

  g_return_val_if_fail (self != NULL, NULL);

  return self->nicks;
}
