/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rgm-findings.h"

G_BEGIN_DECLS

#define RGM_TYPE_MATCHER (rgm_matcher_get_type ())

/**
 * RgmMatcher:
 *
 * The published criteria of all trials of a data set, prepared for matching. It answers for a
 * patient's findings whether anything in those criteria speaks against a trial, never whether
 * the patient is eligible. Immutable.
 */
G_DECLARE_FINAL_TYPE (RgmMatcher, rgm_matcher, RGM, MATCHER, GObject)

/**
 * RgmCriterion:
 * @text: the criterion in short words
 * @published: the words as published that it rests on
 * @answer: whether the findings meet it
 * @because: why, as a sentence
 * @question: (nullable): what could decide it where it is unknown; %NULL where nothing could
 * @alternative: (nullable): one of the criteria with the same word is enough
 * @best: the best answer among it and its alternatives
 * @asked_before: whether an alternative before it is open and can be asked about
 * @citations: (element-type RgmCitationRef): where the source says it
 */
typedef struct
{
  const char *text;
  const char *published;
  RgmAnswer   answer;
  char       *because;
  char       *question;
  const char *alternative;
  RgmAnswer   best;
  gboolean    asked_before;
  GPtrArray  *citations;
} RgmCriterion;

/**
 * RgmQuestion:
 * @fact: what to find out: the id of a marker, or of a marker and one of its tests, or 'lines'
 * @decides: in how many undecided trials an answer can decide
 */
typedef struct
{
  char  *fact;
  guint  decides;
} RgmQuestion;

RgmMatcher *rgm_matcher_new        (RgmDataSet  *data_set);

void        rgm_matcher_match      (RgmMatcher  *self,
                                    RgmFindings *findings,
                                    RgmAnswer   *answers);
RgmAnswer   rgm_matcher_fit        (RgmMatcher  *self,
                                    RgmFindings *findings,
                                    guint        trial);
GPtrArray  *rgm_matcher_explain    (RgmMatcher  *self,
                                    RgmFindings *findings,
                                    guint        trial);
char      **rgm_matcher_ask        (GPtrArray   *criteria);
char      **rgm_matcher_not_stated (RgmMatcher  *self,
                                    guint        trial);
GPtrArray  *rgm_matcher_rank       (RgmMatcher  *self,
                                    RgmFindings *findings,
                                    GArray      *trials);
gboolean    rgm_matcher_is_met_otherwise
                                   (const RgmCriterion *criterion);
gboolean    rgm_matcher_asks_about (RgmMatcher  *self,
                                    guint        marker);
const char *rgm_matcher_caveat     (void);

G_END_DECLS
