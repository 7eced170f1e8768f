/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rgm-index.h"

G_BEGIN_DECLS

/* A trial that a token stands in, with the best tier of the texts that it stands in. */
#define POSTING(trial, tier) ((guint32) (trial) << 2 | (guint32) (tier))
#define POSTING_TRIAL(posting) ((posting) >> 2)
#define POSTING_TIER(posting) ((guint8) ((posting) & 3))

/* Where a word wasn't found. */
#define NOWHERE 255

/* The values of fields: how a value is looked up, as it stands or with its joints out. */
#define AS_IT_STANDS "\001"
#define JOINED "\002"

/* A number that an arm of a trial has. */
typedef struct
{
  guint32 trial;
  double  number;
} Measure;

struct _RgmIndex
{
  GObject      parent_instance;

  RgmDataSet  *data_set;
  GPtrArray   *trials;
  char       **fields;
  char       **numbers;

  /* The tokens in order, each with its postings in order. */
  GPtrArray   *tokens;
  GPtrArray   *postings;

  /* The tiers of all words that begin with a character: what is typed first finds most. */
  GHashTable  *tiers_by_letter;

  GHashTable  *values;
  GHashTable  *measures;
};

void     rgm_index_build     (RgmIndex       *self);
guint8  *rgm_index_new_tiers (RgmIndex       *self);
void     rgm_index_put_tiers (guint8         *tiers,
                              const GArray   *postings);

G_END_DECLS
