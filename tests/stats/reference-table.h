/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A table of numbers that an R script of tests/reference/ wrote: a line of names, then
 * lines of numbers, NA for an absent one (NAN here). A name or a number that isn't there
 * ends the test. */
typedef struct _ReferenceTable ReferenceTable;

ReferenceTable *reference_table_load  (const char           *name);
gsize           reference_table_rows  (const ReferenceTable *self);
double          reference_table_value (const ReferenceTable *self,
                                       gsize                 row,
                                       const char           *column);
void            reference_table_free  (ReferenceTable       *self);

/* Ends the test, naming the row, unless @found is @expected to within @relative of it or
 * to within @absolute. */
void            reference_assert_near (const char *what,
                                       gsize       row,
                                       double      found,
                                       double      expected,
                                       double      relative,
                                       double      absolute);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ReferenceTable, reference_table_free)

G_END_DECLS
