/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rgm-search-fields.h"

G_BEGIN_DECLS

/* The operators of the query language in every form in which they are typed, printed or pasted. */

/**
 * RgmQueryOperator:
 * @RGM_QUERY_BETWEEN: from one number to another, both included
 *
 * Comparison operators.
 */
typedef enum
{
  RGM_QUERY_EQUAL,
  RGM_QUERY_ABOVE,
  RGM_QUERY_AT_LEAST,
  RGM_QUERY_BELOW,
  RGM_QUERY_AT_MOST,
  RGM_QUERY_BETWEEN,
} RgmQueryOperator;

/**
 * RgmQuoteStyle:
 *
 * Kinds of quotation marks. A quotation ends with a mark of its own kind.
 */
typedef enum
{
  RGM_QUOTE_NONE,
  RGM_QUOTE_DOUBLE,
  RGM_QUOTE_SINGLE,
  RGM_QUOTE_SINGLE_ANGLE,
  RGM_QUOTE_WHITE_CORNER,
} RgmQuoteStyle;

/**
 * RgmConnective:
 * @RGM_CONNECTIVE_AND: a word in capitals, which needs a term on both sides
 * @RGM_CONNECTIVE_AND_WORD: 'and', which is a word where it doesn't stand between terms
 * @RGM_CONNECTIVE_AND_SIGN: a sign between terms that must all match anyway
 *
 * Connectives between terms.
 */
typedef enum
{
  RGM_CONNECTIVE_NONE,
  RGM_CONNECTIVE_AND,
  RGM_CONNECTIVE_AND_WORD,
  RGM_CONNECTIVE_AND_SIGN,
  RGM_CONNECTIVE_OR,
  RGM_CONNECTIVE_NOT,
} RgmConnective;

/**
 * RgmNumberForm:
 * @RGM_NUMBER_AMBIGUOUS: a mark in it groups its digits to some readers and begins its decimals to others: '1,234'
 *
 * What a text turned out to be where a number was expected.
 */
typedef enum
{
  RGM_NUMBER_NONE,
  RGM_NUMBER_AMBIGUOUS,
  RGM_NUMBER_PLAIN,
  RGM_NUMBER_WITH_UNIT,
} RgmNumberForm;

gboolean       rgm_query_is_blank        (const char          *at);
RgmQuoteStyle  rgm_query_get_quote       (const char          *at);
char           rgm_query_get_sign        (const char          *at);
gboolean       rgm_query_is_relation     (char                 sign);
gboolean       rgm_query_take_relation   (const char         **at,
                                          RgmQueryOperator    *comparison);
const char    *rgm_query_get_relation    (RgmQueryOperator     comparison);
RgmConnective  rgm_query_get_connective  (const char          *at,
                                          const char         **after);
gboolean       rgm_query_find_unit       (const char          *text,
                                          RgmSearchFieldKind   kind,
                                          double              *factor);
RgmNumberForm  rgm_query_read_number     (const char          *text,
                                          RgmSearchFieldKind   kind,
                                          double              *number,
                                          double              *factor);
gboolean       rgm_query_is_address      (const char          *text);
char          *rgm_query_find_identifier (const char          *text);

G_END_DECLS
