/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rgm-citation-ref.h"

G_BEGIN_DECLS

/* Small values of the model. Each is owned by the record that contains it. An array of
 * citations is of RgmCitationRef: where the sources say it. */

#define RGM_TYPE_FACT             (rgm_fact_get_type ())
#define RGM_TYPE_TARGET           (rgm_target_get_type ())
#define RGM_TYPE_REGULATORY_STEP  (rgm_regulatory_step_get_type ())
#define RGM_TYPE_BIOMARKER_VALUE  (rgm_biomarker_value_get_type ())
#define RGM_TYPE_ENDPOINT         (rgm_endpoint_get_type ())
#define RGM_TYPE_CLASS            (rgm_class_get_type ())
#define RGM_TYPE_LICENCE          (rgm_licence_get_type ())
#define RGM_TYPE_ENDPOINT_KIND    (rgm_endpoint_kind_get_type ())
#define RGM_TYPE_ENDPOINT_DOMAIN  (rgm_endpoint_domain_get_type ())
#define RGM_TYPE_MARK             (rgm_mark_get_type ())

/* A statement with its citations. */
typedef struct
{
  const char *topic;
  const char *text;
  GPtrArray  *citations;
} RgmFact;

/* What an agent binds. */
typedef struct
{
  const char *name;
  const char *domain;
} RgmTarget;

/* An approval, a designation or a guideline. */
typedef struct
{
  const char *kind;         /* of RgmRegulatoryKind */
  const char *date;         /* as precise as the source: '2023-01', '1998' */
  const char *body;
  const char *indication;
  GPtrArray  *citations;
} RgmRegulatoryStep;

typedef struct
{
  const char  *id;
  const char  *name;
  char       **synonyms;
  gboolean     every;       /* a composite biomarker has it only if every component does (wild-type), not if any does (mutated) */
  const char  *test;        /* what shows it: ihc, ish, … */
  char       **implies;     /* ids of values of the same biomarker */
  char       **excludes;
  char       **all_of;      /* it holds where all of these do, and only there */
  gboolean     closed;      /* ruled out where everything that implies it is */
  char       **codes;       /* 'LOINC:LA26203-2', 'LOINC:48676-1=SNOMED:10828004': results that show it */
} RgmBiomarkerValue;

typedef enum
{
  RGM_ENDPOINT_KIND_RATE,   /* a percentage of patients */
  RGM_ENDPOINT_KIND_TIME,
} RgmEndpointKind;

typedef enum
{
  RGM_ENDPOINT_DOMAIN_EFFICACY,
  RGM_ENDPOINT_DOMAIN_SAFETY,
  RGM_ENDPOINT_DOMAIN_FOLLOW_UP,
} RgmEndpointDomain;

typedef struct
{
  const char        *id;    /* 'ORR', 'PFS', … */
  const char        *name;
  RgmEndpointKind    kind;
  RgmEndpointDomain  domain;
} RgmEndpoint;

/* The shapes that stand for classes in charts. */
typedef enum
{
  RGM_MARK_SQUARE,
  RGM_MARK_DIAMOND,
  RGM_MARK_CIRCLE,
  RGM_MARK_TRIANGLE,
  RGM_MARK_PENTAGON,
  RGM_MARK_CROSS,
} RgmMark;

/* A class of agents. */
typedef struct
{
  const char *id;           /* 'ADC', … */
  const char *name;
  const char *mark;         /* of RgmMark */
} RgmClass;

typedef struct
{
  const char *name;         /* 'CC BY 4.0', … */
  const char *url;
  const char *credit;
} RgmLicence;

RGM_DECLARE_VALUE (RgmFact, rgm_fact)
RGM_DECLARE_VALUE (RgmTarget, rgm_target)
RGM_DECLARE_VALUE (RgmRegulatoryStep, rgm_regulatory_step)
RGM_DECLARE_VALUE (RgmBiomarkerValue, rgm_biomarker_value)
RGM_DECLARE_VALUE (RgmEndpoint, rgm_endpoint)
RGM_DECLARE_VALUE (RgmClass, rgm_class)
RGM_DECLARE_VALUE (RgmLicence, rgm_licence)

/* A fact without a topic. */
extern const RgmDescription rgm_statement_description;

GType rgm_endpoint_kind_get_type   (void) G_GNUC_CONST;
GType rgm_endpoint_domain_get_type (void) G_GNUC_CONST;
GType rgm_mark_get_type            (void) G_GNUC_CONST;

G_END_DECLS
