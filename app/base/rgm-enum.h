/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * RgmEnumTerm:
 * @value: an enumerator, not negative; in the order of the values the terms are ranked
 * @name: the enumerator's name
 * @nick: what documents, calls and answers call it
 * @label: (nullable): what people call it, to be translated; %NULL for the nick
 *
 * One term of a vocabulary.
 */
typedef struct
{
  int         value;
  const char *name;
  const char *nick;
  const char *label;
} RgmEnumTerm;

#define RGM_ENUM_TERM(value, nick, label) { value, #value, nick, label }

/**
 * RGM_DEFINE_ENUM:
 * @TypeName: an enumeration
 * @type_name: the same in lower case with underscores
 * @context: (nullable): the message context of the labels
 * @terms: a static array of #RgmEnumTerm, in the order of their values
 *
 * Defines `type_name_get_type ()`, so that the enumeration has its nicks and labels in one place.
 */
#define RGM_DEFINE_ENUM(TypeName, type_name, context, terms)                                           \
  GType                                                                                                \
  type_name##_get_type (void)                                                                          \
  {                                                                                                    \
    static gsize type = 0;                                                                             \
                                                                                                       \
    if (g_once_init_enter (&type))                                                                     \
      g_once_init_leave (&type, rgm_enum_register (#TypeName, context, terms, G_N_ELEMENTS (terms)));  \
                                                                                                       \
    return (GType) type;                                                                               \
  }

GType               rgm_enum_register  (const char        *name,
                                        const char        *context,
                                        const RgmEnumTerm *terms,
                                        gsize              n_terms);
const char         *rgm_enum_get_nick  (GType              type,
                                        int                value);
const char         *rgm_enum_get_label (GType              type,
                                        int                value);
int                 rgm_enum_find      (GType              type,
                                        const char        *nick);
const char * const *rgm_enum_get_nicks (GType              type);

G_END_DECLS
