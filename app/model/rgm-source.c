/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <glib/gi18n-lib.h>

#include "rgm-source.h"
#include "rgm-vocabulary.h"

static const RgmField fields[] = {
  RGM_FIELD (RgmSource, id, "id", ID, RGM_REQUIRED, "Unique among the sources."),
  RGM_FIELD (RgmSource, kind, "kind", CHOICE, RGM_REQUIRED, "The kind of publication.", .type = rgm_source_kind_get_type),
  RGM_FIELD (RgmSource, number, "number", INTEGER, RGM_OPTIONAL, "Its number in the review's list of references.",
             .min = 1, .max = 100000),
  RGM_FIELD (RgmSource, citation, "citation", TEXT, RGM_REQUIRED, "How to cite it."),
  RGM_FIELD (RgmSource, title, "title", TEXT, RGM_OPTIONAL, "Its title."),
  RGM_FIELD (RgmSource, year, "year", INTEGER, RGM_OPTIONAL, "The year of publication.", .min = 1600, .max = 2200),
  RGM_FIELD (RgmSource, doi, "doi", DOI, RGM_OPTIONAL, "Its DOI, without an address before it."),
  RGM_FIELD (RgmSource, url, "url", LINK, RGM_OPTIONAL, "The address of its page."),
  RGM_FIELD (RgmSource, licence, "licence", TEXT, RGM_OPTIONAL | RGM_SHARED, "The name of its licence."),
};

RGM_DEFINE_RECORD (RgmSource, rgm_source, fields, .name = "source", .help = "A publication.",
                   .expected = N_("expected the id of a source"))
