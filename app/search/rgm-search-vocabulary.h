/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rgm-data-set.h"

G_BEGIN_DECLS

/**
 * RgmSearchValue:
 * @number: a number of its own
 * @field: the field
 * @id: how a query writes it
 * @is_listed: whether it appears in lists of the field's values
 *
 * A value of a field with a closed list of values.
 */
typedef struct
{
  guint     number;
  char     *field;
  char     *id;
  gboolean  is_listed;
} RgmSearchValue;

/**
 * RgmSearchVocabulary:
 *
 * The values of fields under every name that people use for them, and the phrases that denote such a value wherever they are typed.
 */
typedef struct _RgmSearchVocabulary RgmSearchVocabulary;

RgmSearchVocabulary  *rgm_search_vocabulary_new         (RgmDataSet                *data_set);
void                  rgm_search_vocabulary_free        (RgmSearchVocabulary       *self);
const RgmSearchValue *rgm_search_vocabulary_get         (const RgmSearchVocabulary *self,
                                                         const char                *field,
                                                         const char                *id);
const RgmSearchValue *rgm_search_vocabulary_add         (RgmSearchVocabulary       *self,
                                                         const char                *field,
                                                         const char                *id,
                                                         gboolean                   is_listed);
const RgmSearchValue *rgm_search_vocabulary_find        (const RgmSearchVocabulary *self,
                                                         const char                *field,
                                                         const char                *text);
const RgmSearchValue *rgm_search_vocabulary_find_phrase (const RgmSearchVocabulary *self,
                                                         const char                *text);
const RgmSearchValue *rgm_search_vocabulary_find_prefix (const RgmSearchVocabulary *self,
                                                         const char                *field,
                                                         const char                *text);
GPtrArray            *rgm_search_vocabulary_list        (const RgmSearchVocabulary *self,
                                                         const char                *field);
guint                 rgm_search_vocabulary_count       (const RgmSearchVocabulary *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RgmSearchVocabulary, rgm_search_vocabulary_free)

G_END_DECLS
