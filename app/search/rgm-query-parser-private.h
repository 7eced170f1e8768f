/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rgm-query-private.h"

G_BEGIN_DECLS

/**
 * RgmQueryParser:
 * @at: what is left of the text
 * @fields: the fields that a query can name
 * @query: what was read
 * @depth: the number of open parentheses
 */
typedef struct
{
  const char            *at;
  const RgmSearchFields *fields;
  RgmQuery              *query;
  guint                  depth;
} RgmQueryParser;

void      rgm_query_parser_add_fault   (RgmQueryParser *self,
                                        const char     *format,
                                        ...) G_GNUC_PRINTF (2, 3);
void      rgm_query_parser_add_missing (RgmQueryParser *self,
                                        const char     *format,
                                        ...) G_GNUC_PRINTF (2, 3);
void      rgm_query_parser_skip_blanks (RgmQueryParser *self);
RgmTerm  *rgm_query_parser_take_term   (RgmQueryParser *self);
const RgmSearchField
         *rgm_query_parser_take_spoken (RgmQueryParser   *self,
                                        RgmQueryOperator *comparison,
                                        const char      **rest);
const char
         *rgm_query_parser_pass_comparison
                                       (const char       *at,
                                        RgmQueryOperator *comparison);
RgmQueryNode
         *rgm_query_parser_take_lines  (RgmQueryParser   *self);
char     *rgm_query_parser_take_plain  (RgmQueryParser   *parser);
RgmTerm  *rgm_query_parser_take_number (RgmQueryParser       *parser,
                                        const char           *start,
                                        const RgmSearchField *field,
                                        RgmQueryOperator      comparison);
RgmTerm  *rgm_query_parser_take_reversed
                                       (RgmQueryParser       *parser,
                                        const char           *start,
                                        const RgmSearchField *field,
                                        RgmQueryOperator      comparison,
                                        const char           *rest);

G_END_DECLS
