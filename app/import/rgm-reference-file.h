/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rgm-import.h"

G_BEGIN_DECLS

typedef enum
{
  RGM_REFERENCE_FILE_NONE,
  RGM_REFERENCE_FILE_RIS,
  RGM_REFERENCE_FILE_NBIB,
  RGM_REFERENCE_FILE_BIBTEX,
} RgmReferenceFileKind;

RgmReferenceFileKind rgm_reference_file_recognise (const char           *text);
void                 rgm_reference_file_read      (RgmImport            *self,
                                                   const char           *text,
                                                   RgmReferenceFileKind  kind,
                                                   GPtrArray            *notes);
char                *rgm_reference_file_find_doi  (const char           *text);

G_END_DECLS
