/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rgm-query.h"

G_BEGIN_DECLS

/* @faults: faults of the text, one sentence each; @unfinished: quotation marks and parentheses that it leaves open; @is_incomplete:
   whether it can't be answered until they are closed. */
struct _RgmQuery
{
  gatomicrefcount  ref_count;
  GPtrArray       *terms;
  RgmQueryNode    *root;
  GPtrArray       *faults;
  GPtrArray       *unfinished;
  gboolean         is_incomplete;
};

RgmQuery     *rgm_query_read          (const char             *text,
                                       const RgmSearchFields  *fields);
RgmQuery     *rgm_query_finish        (RgmQuery               *self,
                                       GError                **error);
RgmTerm      *rgm_term_new_word       (const char             *text);
RgmTerm      *rgm_term_new_phrase     (const char             *text);
void          rgm_term_free           (RgmTerm                *term);
RgmQueryNode *rgm_query_node_new      (int                     term);
void          rgm_query_node_free     (RgmQueryNode           *node);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RgmTerm, rgm_term_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RgmQueryNode, rgm_query_node_free)

G_END_DECLS
