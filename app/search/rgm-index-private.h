/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rgm-index.h"
#include "rgm-index-texts.h"
#include "rgm-search-vocabulary.h"
#include "rgm-token-pool.h"

G_BEGIN_DECLS

/* The tier of a trial that doesn't contain a word. */
#define NOWHERE 255

/* The value of a numeric field for one arm of a trial. */
typedef struct
{
  guint32 trial;
  double  number;
} Measure;

/* Rows of different lengths in one array: row i runs from starts[i] up to, but not including, starts[i + 1]. */
typedef struct
{
  guint32 *starts;
  guint32 *items;
} RgmRows;

struct _RgmIndex
{
  GObject              parent_instance;

  RgmDataSet          *data_set;
  GPtrArray           *trials;
  RgmSearchFields     *fields;
  RgmSearchVocabulary *vocabulary;

  gboolean             is_built;

  /* The tokens in alphabetical order, by their number in the pool, with their postings in the same order, so that the postings of a
     prefix are contiguous. */
  RgmIndexTexts       *texts;
  RgmTokenPool        *tokens;    /* of the texts, which have those of other revisions too */
  guint32             *order;
  guint                n_tokens;  /* in the order */
  RgmRows              postings;

  /* The tiers of all words that begin with a character: the first character typed matches most. */
  GHashTable          *tiers_by_letter;

  /* Names that many trials share, by their joined form: 'tdxd' is 't dxd'. */
  GHashTable          *compounds;

  /* The trials of each value of the vocabulary. */
  RgmRows              values;
  guint                n_values;
  GHashTable          *measures;

  /* The titles of trials and of what they cite, by the hash of their joined form; made for the first query that could be one. */
  GHashTable          *titles;

  /* The trials' criteria, made when a patient is first matched. */
  RgmMatcher          *matcher;
};

void       rgm_index_build      (RgmIndex        *self);
void       rgm_index_need       (RgmIndex        *self);
guint8    *rgm_index_new_tiers  (RgmIndex        *self);
void       rgm_index_put_tiers  (RgmIndex        *self,
                                 guint8          *tiers,
                                 guint            first,
                                 guint            end);
void       rgm_index_find_range (RgmIndex        *self,
                                 const char      *prefix,
                                 guint           *first,
                                 guint           *end);
void       rgm_index_find_prefix (RgmIndex       *self,
                                 const char      *prefix,
                                 guint8          *tiers);
guint8    *rgm_index_find_all   (RgmIndex        *self,
                                 char           **words);
void       rgm_index_find_registration
                                (RgmIndex        *self,
                                 const char      *word,
                                 guint8          *tiers);
guint8    *rgm_index_find_text  (RgmIndex        *self,
                                 const RgmTerm   *term);
gboolean   rgm_term_asks_for_notes
                                (const RgmTerm   *term);
void       rgm_index_find_noted (RgmIndex        *self,
                                 const RgmTerm   *term,
                                 RgmBitSet       *bits);
gboolean   rgm_index_has_token  (RgmIndex        *self,
                                 const char      *token);
guint      rgm_index_count      (RgmIndex        *self,
                                 const RgmSearchValue *value);
RgmQuery  *rgm_index_take_title (RgmIndex        *self,
                                 const char      *text);
RgmQuery  *rgm_index_resolve    (RgmIndex        *self,
                                 RgmQuery        *query);

G_END_DECLS
