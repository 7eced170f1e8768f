/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rgm-enum.h"
#include "rgm-record.h"

G_BEGIN_DECLS

/* What registries state about a trial besides its design. */

#define RGM_TYPE_ENROLMENT   (rgm_enrolment_get_type ())
#define RGM_TYPE_STUDY_DATE  (rgm_study_date_get_type ())
#define RGM_TYPE_ORIGIN      (rgm_origin_get_type ())
#define RGM_TYPE_CERTAINTY   (rgm_certainty_get_type ())
#define RGM_TYPE_ORIGIN_KIND (rgm_origin_kind_get_type ())

/* Whether a count or a date is final or planned. */
typedef enum
{
  RGM_CERTAINTY_ACTUAL,
  RGM_CERTAINTY_ESTIMATED,
} RgmCertainty;

typedef enum
{
  RGM_ORIGIN_REGISTRY,
} RgmOriginKind;

typedef struct
{
  gint64      count;
  const char *type;         /* of RgmCertainty */
} RgmEnrolment;

typedef struct
{
  const char *date;         /* as precise as registered: '2024-03' */
  const char *type;         /* of RgmCertainty */
} RgmStudyDate;

/* Where a record was imported from. */
typedef struct
{
  const char *kind;         /* of RgmOriginKind */
  const char *file;
  const char *updated;      /* when the registry last changed it */
  const char *imported;
} RgmOrigin;

RGM_DECLARE_VALUE (RgmEnrolment, rgm_enrolment)
RGM_DECLARE_VALUE (RgmStudyDate, rgm_study_date)
RGM_DECLARE_VALUE (RgmOrigin, rgm_origin)

GType rgm_certainty_get_type   (void) G_GNUC_CONST;
GType rgm_origin_kind_get_type (void) G_GNUC_CONST;

G_END_DECLS
