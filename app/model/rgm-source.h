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
