/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rgm-data-set.h"

G_BEGIN_DECLS

/**
 * RgmSearchFieldKind:
 * @RGM_SEARCH_FIELD_CHOICE: one of a closed list of values
 * @RGM_SEARCH_FIELD_NAME: a name or identifier, distinct for each trial
 * @RGM_SEARCH_FIELD_COUNT: a number of patients
 * @RGM_SEARCH_FIELD_RATE: a percentage
 * @RGM_SEARCH_FIELD_TIME: a time, in months
 *
 * The kinds of values that fields take.
 */
typedef enum
{
  RGM_SEARCH_FIELD_CHOICE,
  RGM_SEARCH_FIELD_NAME,
  RGM_SEARCH_FIELD_COUNT,
  RGM_SEARCH_FIELD_RATE,
  RGM_SEARCH_FIELD_TIME,
} RgmSearchFieldKind;

/**
 * RgmSearchField:
 * @name: its name in a query
 * @kind: the kind of its values
 */
typedef struct
{
  char               *name;
  RgmSearchFieldKind  kind;
} RgmSearchField;

/**
 * RgmSearchFields:
 *
 * The table of all fields that a query can name.
 */
typedef struct _RgmSearchFields RgmSearchFields;

/* What a trial has: results, remarks, an endpoint. */
#define RGM_SEARCH_HAS "has"

/* Whether a trial fits the patient whose findings are entered. */
#define RGM_SEARCH_FITS "fits"

/* What a person noted on a trial: is:bookmarked, is:noted, and words of the note. */
#define RGM_SEARCH_IS "is"
#define RGM_SEARCH_BOOKMARKED "bookmarked"
#define RGM_SEARCH_NOTED "noted"
#define RGM_SEARCH_NOTE "note"

char                **rgm_search_list_endpoint_names (const RgmEndpoint     *endpoint);
RgmSearchFields      *rgm_search_fields_new          (void);
RgmSearchFields      *rgm_search_fields_new_data_set (RgmDataSet            *data_set);
void                  rgm_search_fields_free         (RgmSearchFields       *self);
void                  rgm_search_fields_add          (RgmSearchFields       *self,
                                                      const char            *name,
                                                      RgmSearchFieldKind     kind);
void                  rgm_search_fields_add_alias    (RgmSearchFields       *self,
                                                      const char            *alias,
                                                      const char            *name);
const RgmSearchField *rgm_search_fields_find         (const RgmSearchFields *self,
                                                      const char            *name);
char                **rgm_search_fields_list         (const RgmSearchFields *self);
const char           *rgm_search_fields_find_near    (const RgmSearchFields *self,
                                                      const char            *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RgmSearchFields, rgm_search_fields_free)

static inline gboolean
rgm_search_field_is_number (const RgmSearchField *field)
{
  return field->kind >= RGM_SEARCH_FIELD_COUNT;
}

G_END_DECLS
