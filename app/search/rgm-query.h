/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * RgmTermKind:
 * @RGM_TERM_WORD: a word, looked for at the beginning of words
 * @RGM_TERM_PHRASE: words in quotes, looked for as they stand
 * @RGM_TERM_FIELD: 'field:value', which matches as a whole
 * @RGM_TERM_NUMBER: 'field>number', true of a trial if any of its arms fulfils it
 *
 * What a part of a query asks.
 */
typedef enum
{
  RGM_TERM_WORD,
  RGM_TERM_PHRASE,
  RGM_TERM_FIELD,
  RGM_TERM_NUMBER,
} RgmTermKind;

/**
 * RgmComparison:
 *
 * How a number is compared.
 */
typedef enum
{
  RGM_COMPARISON_EQUAL,
  RGM_COMPARISON_ABOVE,
  RGM_COMPARISON_AT_LEAST,
  RGM_COMPARISON_BELOW,
  RGM_COMPARISON_AT_MOST,
} RgmComparison;

/**
 * RgmTerm:
 * @kind: what it asks
 * @is_negated: whether trials that fulfil it are left out
 * @text: as it was typed
 * @field: (nullable): the field's name, folded
 * @words: (array zero-terminated=1): a word or phrase's words, folded; a name with joints is one word
 * @value: (nullable): a field's value, folded as a whole
 * @joined: (nullable): a word or value with its joints taken out
 * @comparison: how @number is compared
 * @number: the number
 *
 * One part of a query; all of them must hold.
 */
typedef struct
{
  RgmTermKind     kind;
  gboolean        is_negated;
  char           *text;
  char           *field;
  char          **words;
  char           *value;
  char           *joined;
  RgmComparison   comparison;
  double          number;
} RgmTerm;

#define RGM_TYPE_QUERY (rgm_query_get_type ())

/**
 * RgmQuery:
 *
 * What a person looks for, taken apart. Immutable.
 */
typedef struct _RgmQuery RgmQuery;

/**
 * RgmRange:
 * @start: where it begins, in bytes
 * @end: where it ends
 */
typedef struct
{
  gsize start;
  gsize end;
} RgmRange;

GType           rgm_query_get_type     (void) G_GNUC_CONST;
RgmQuery       *rgm_query_parse        (const char         *text,
                                        const char *const  *fields,
                                        const char *const  *numbers,
                                        GError            **error);
RgmQuery       *rgm_query_ref          (RgmQuery           *self);
void            rgm_query_unref        (RgmQuery           *self);
guint           rgm_query_get_n_terms  (const RgmQuery     *self);
const RgmTerm  *rgm_query_get_term     (const RgmQuery     *self,
                                        guint               index);
char           *rgm_query_without      (const RgmQuery     *self,
                                        guint               index);
GArray         *rgm_query_match_ranges (const RgmQuery     *self,
                                        const char         *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RgmQuery, rgm_query_unref)

G_END_DECLS
