/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-citation-ref.h"
#include "rgm-source.h"

static const RgmField fields[] = {
  RGM_FIELD (RgmCitationRef, source, "id", REFERENCE, RGM_REQUIRED, "The id of the source.", .element = &rgm_source_description),
  RGM_FIELD (RgmCitationRef, location, "place", TEXT, RGM_REQUIRED | RGM_SHARED,
             "Where in it: a table and its row, a footnote, a section."),
};

RGM_DEFINE_VALUE (RgmCitationRef, rgm_citation_ref, fields, .name = "citation", .help = "A location in a source.")
