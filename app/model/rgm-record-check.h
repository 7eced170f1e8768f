/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rgm-record.h"

G_BEGIN_DECLS

/* What is demanded of a record's values. A fault is a sentence: "expected …, found …". */

/**
 * RgmCheck:
 * @find: finds a record by its id, in the document that is being checked; %NULL if it isn't there
 * @fault: is given a fault, with the way to its place from the record that is checked: a key,
 *   or %NULL for the record itself; the index in that list, or -1; and a key of that element, or %NULL
 *
 * What a description's check looks records up with and reports to.
 */
struct _RgmCheck
{
  gconstpointer (*find)  (RgmCheck             *check,
                          const RgmDescription *description,
                          const char           *id);
  void          (*fault) (RgmCheck             *check,
                          const char           *key,
                          int                   index,
                          const char           *member,
                          const char           *message);
};

gconstpointer rgm_check_find          (RgmCheck             *self,
                                       const RgmDescription *description,
                                       const char           *id);
void          rgm_check_fault         (RgmCheck             *self,
                                       const char           *key,
                                       int                   index,
                                       const char           *member,
                                       const char           *format,
                                       ...) G_GNUC_PRINTF (5, 6);
void          rgm_check_at_most       (RgmCheck             *self,
                                       const char           *key,
                                       double                found,
                                       const char           *limit_key,
                                       double                limit);
void          rgm_check_at_least      (RgmCheck             *self,
                                       const char           *key,
                                       double                found,
                                       const char           *limit_key,
                                       double                limit);

char         *rgm_field_check_text    (const RgmField       *field,
                                       const char           *text,
                                       const char           *owner);
char         *rgm_field_check_choice  (const RgmField       *field,
                                       const char           *found);
char         *rgm_field_check_number  (const RgmField       *field,
                                       double                number);
char         *rgm_field_check_length  (const RgmField       *field,
                                       guint                 length);

gboolean      rgm_date_parse          (const char           *text,
                                       gboolean              whole,
                                       GDate                *date);
char         *rgm_quote_found         (const char           *text);

G_END_DECLS
