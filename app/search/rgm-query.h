/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

#include "rgm-query-signs.h"
#include "rgm-search-fields.h"

G_BEGIN_DECLS

/**
 * RgmTermKind:
 * @RGM_TERM_WORD: a word, matched as a prefix
 * @RGM_TERM_PHRASE: words in quotation marks, matched in sequence
 * @RGM_TERM_FIELD: 'field:value', an exact match
 * @RGM_TERM_NUMBER: 'field>number' or 'field:number-number', which holds for a trial if it holds for any of its arms
 *
 * The kinds of terms.
 */
typedef enum
{
  RGM_TERM_WORD,
  RGM_TERM_PHRASE,
  RGM_TERM_FIELD,
  RGM_TERM_NUMBER,
} RgmTermKind;

/**
 * RgmTerm:
 * @kind: what it asks for
 * @is_negated: whether matching trials are excluded
 * @text: as typed, without the dash of a negated term
 * @field: (nullable): the field's name
 * @words: (array zero-terminated=1): the normalised words of a word or phrase; a compound name is one word
 * @value: (nullable): a phrase or a field's value, normalised as a whole
 * @joined: (nullable): a word or value without separators between its parts
 * @choice: (nullable): the field's value that it names
 * @comparison: how @number is compared
 * @number: the number; times in months
 * @upper: the second number of a span
 *
 * A term of a query.
 */
typedef struct
{
  RgmTermKind       kind;
  gboolean          is_negated;
  char             *text;
  char             *field;
  char            **words;
  char             *value;
  char             *joined;
  char             *choice;
  RgmQueryOperator  comparison;
  double            number;
  double            upper;
} RgmTerm;

/**
 * RgmQueryNode:
 * @term: the position of a term, or -1 for a group
 * @is_any: whether one matching child is enough
 * @is_bracketed: whether the group was typed in parentheses
 * @children: (nullable) (element-type RgmQueryNode): the children of a group
 *
 * How the terms of a query are combined.
 */
typedef struct
{
  int         term;
  gboolean    is_any;
  gboolean    is_bracketed;
  GPtrArray  *children;
} RgmQueryNode;

#define RGM_TYPE_QUERY (rgm_query_get_type ())

/**
 * RgmQuery:
 *
 * A parsed query. Immutable.
 */
typedef struct _RgmQuery RgmQuery;

/**
 * RgmRange:
 * @start: its start, in bytes
 * @end: its end, in bytes
 */
typedef struct
{
  gsize start;
  gsize end;
} RgmRange;

GType                rgm_query_get_type     (void) G_GNUC_CONST;
RgmQuery            *rgm_query_parse        (const char             *text,
                                             const RgmSearchFields  *fields,
                                             GError                **error);
RgmQuery            *rgm_query_ref          (RgmQuery               *self);
void                 rgm_query_unref        (RgmQuery               *self);
guint                rgm_query_get_n_terms  (const RgmQuery         *self);
const RgmTerm       *rgm_query_get_term     (const RgmQuery         *self,
                                             guint                   index);
const RgmQueryNode  *rgm_query_get_root     (const RgmQuery         *self);
const char          *rgm_query_get_unfinished (const RgmQuery       *self,
                                             guint                   index);
char                *rgm_query_replace      (const RgmQuery         *self,
                                             guint                   index,
                                             const char             *text);
GArray              *rgm_query_match_ranges (const RgmQuery         *self,
                                             const char             *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RgmQuery, rgm_query_unref)

G_END_DECLS
