/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rgm-index-private.h"
#include "rgm-query-private.h"

G_BEGIN_DECLS

/**
 * RgmResolver:
 * @index: the names and values of the data set
 * @query: the query as parsed, whose terms are taken over one by one
 * @terms: the resolved terms
 */
typedef struct
{
  RgmIndex  *index;
  RgmQuery  *query;
  GPtrArray *terms;
} RgmResolver;

const char *rgm_resolver_get_bare          (const RgmTerm        *term);
RgmTerm    *rgm_resolver_get_term          (const RgmResolver    *self,
                                            GPtrArray            *children,
                                            guint                 i);
guint       rgm_resolver_count_followers   (const RgmResolver    *self,
                                            GPtrArray            *children,
                                            guint                 start);
char       *rgm_resolver_join_terms        (const RgmResolver    *self,
                                            GPtrArray            *children,
                                            guint                 start,
                                            guint                 n_followers);
RgmTerm    *rgm_resolver_take_text         (RgmTerm              *term,
                                            const RgmTerm        *first,
                                            const char           *text);
RgmTerm    *rgm_resolver_make_choice       (const RgmSearchValue *value);
void        rgm_resolver_put_term          (RgmResolver          *self,
                                            RgmQueryNode         *node,
                                            RgmTerm              *term);
void        rgm_resolver_join_alternatives (RgmResolver          *self,
                                            RgmQueryNode         *node);
gboolean    rgm_resolver_exclude_next      (RgmResolver          *self,
                                            GPtrArray            *children,
                                            guint                 start);
void        rgm_resolver_join_agent        (RgmResolver          *self,
                                            GPtrArray            *children,
                                            guint                 start);
gboolean    rgm_resolver_resolve_ongoing   (RgmResolver          *self,
                                            GPtrArray            *children,
                                            guint                 start,
                                            RgmQueryNode         *node);
gboolean    rgm_resolver_is_agent          (const RgmResolver    *self,
                                            const char           *text);
RgmTerm    *rgm_resolver_drop_suffix       (RgmResolver          *self,
                                            const RgmTerm        *term);
RgmTerm    *rgm_resolver_drop_salts        (RgmResolver          *self,
                                            GPtrArray            *children,
                                            guint                 start,
                                            guint                *n_taken);
RgmTerm    *rgm_resolver_merge_next        (RgmResolver          *self,
                                            GPtrArray            *children,
                                            guint                 start);
RgmTerm    *rgm_resolver_add_zero          (RgmResolver          *self,
                                            const RgmTerm        *term);
RgmTerm    *rgm_resolver_split_compound    (RgmResolver          *self,
                                            const RgmTerm        *term);
gboolean    rgm_resolver_resolve_alteration
                                           (RgmResolver          *self,
                                            GPtrArray            *children,
                                            guint                 start,
                                            RgmQueryNode         *node,
                                            guint                *n_taken);
guint       rgm_resolver_resolve_each      (RgmResolver          *self,
                                            GPtrArray            *children,
                                            guint                 start,
                                            RgmQueryNode         *node);

G_END_DECLS
