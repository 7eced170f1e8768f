/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* The trees of a list of records, made on all processors a little ahead of who reads them, each
 * in the place of one that is read: however long the list is, there are never more than a few. */
typedef struct _RgmReadAhead RgmReadAhead;

RgmReadAhead *rgm_read_ahead_new  (const char   *bytes,
                                   const GArray *slices);
void          rgm_read_ahead_free (RgmReadAhead *self);
JsonNode     *rgm_read_ahead_next (RgmReadAhead *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RgmReadAhead, rgm_read_ahead_free)

G_END_DECLS
