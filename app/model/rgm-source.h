/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define RGM_TYPE_SOURCE (rgm_source_get_type ())

/**
 * RgmSource:
 *
 * Something that was published: the review, a paper that it cites, a guideline.
 */
G_DECLARE_FINAL_TYPE (RgmSource, rgm_source, RGM, SOURCE, GObject)

/**
 * RgmSourceParts:
 *
 * What a #RgmSource is made of; see its getters. Words are copied and arrays referenced, so
 * an array that was given away must not be changed any more; %NULL stands for an empty one.
 */
typedef struct
{
  const char   *id;
  const char   *kind;
  int           number;
  const char   *citation;
  const char   *title;
  int           year;
  const char   *doi;
  const char   *url;
  const char   *licence;
} RgmSourceParts;

RgmSource *rgm_source_new (const RgmSourceParts *parts);

const char *rgm_source_get_id       (RgmSource *self);
const char *rgm_source_get_kind     (RgmSource *self);
int         rgm_source_get_number   (RgmSource *self);
const char *rgm_source_get_citation (RgmSource *self);
const char *rgm_source_get_title    (RgmSource *self);
int         rgm_source_get_year     (RgmSource *self);
const char *rgm_source_get_doi      (RgmSource *self);
const char *rgm_source_get_url      (RgmSource *self);
const char *rgm_source_get_licence  (RgmSource *self);

G_END_DECLS
