/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* Small immutable values of the model. Each is owned by the object that hands it out
 * and lives as long as that object. */

/**
 * RgmFact:
 * @topic: (nullable): 'prevalence', 'resistance', 'guideline', … as the data set names it
 * @text: a sentence
 * @places: (element-type RgmPlace): where the source says it
 *
 * A statement with its places.
 */
typedef struct
{
  const char *topic;
  const char *text;
  GPtrArray  *places;
} RgmFact;

/**
 * RgmTarget:
 * @name: what the agent binds: a receptor, an enzyme
 * @domain: (nullable): which part of it
 */
typedef struct
{
  const char *name;
  const char *domain;
} RgmTarget;

/**
 * RgmRegulatoryStep:
 * @kind: 'approval', 'designation' or 'guideline'
 * @date: (nullable): as precise as the source: '2023-01', '1998'
 * @body: who took the step
 * @indication: for what
 * @places: (element-type RgmPlace): where the source says it
 */
typedef struct
{
  const char *kind;
  const char *date;
  const char *body;
  const char *indication;
  GPtrArray  *places;
} RgmRegulatoryStep;

/**
 * RgmRule:
 * @biomarker: the id of the biomarker that it is about
 * @values: (array zero-terminated=1): ids of the biomarker's values
 * @excluded: whether the values are ruled out instead of asked for
 * @text: the rule in short words, for a chip
 * @places: (element-type RgmPlace): where the source says it
 *
 * One structured rule of eligibility: any one of @values will do. What no rule speaks
 * of is unknown, not false.
 */
typedef struct
{
  const char  *biomarker;
  char       **values;
  gboolean     excluded;
  const char  *text;
  GPtrArray   *places;
} RgmRule;

/**
 * RgmLines:
 * @text: as published
 * @min_prior: the least number of prior lines of therapy, or -1 where unknown
 * @max_prior: the greatest, 0 for first-line; -1 where unknown
 * @places: (element-type RgmPlace): where the source says it
 *
 * Prior lines of therapy.
 */
typedef struct
{
  const char *text;
  int         min_prior;
  int         max_prior;
  GPtrArray  *places;
} RgmLines;

/**
 * RgmBiomarkerValue:
 * @id: unique within the biomarker
 * @name: in words
 * @every: whether a whole has it only if every part has it (wild-type), instead of if any has (mutated)
 */
typedef struct
{
  const char *id;
  const char *name;
  gboolean    every;
} RgmBiomarkerValue;

/**
 * RgmEndpointKind:
 *
 * A rate is a percentage of patients, a time has a unit of time.
 */
typedef enum
{
  RGM_ENDPOINT_KIND_RATE,
  RGM_ENDPOINT_KIND_TIME,
} RgmEndpointKind;

/**
 * RgmEndpointDomain:
 *
 * What an endpoint tells of.
 */
typedef enum
{
  RGM_ENDPOINT_DOMAIN_EFFICACY,
  RGM_ENDPOINT_DOMAIN_SAFETY,
  RGM_ENDPOINT_DOMAIN_FOLLOW_UP,
} RgmEndpointDomain;

/**
 * RgmEndpoint:
 * @id: 'ORR', 'PFS', …
 * @name: in words
 * @kind: rate or time
 * @domain: what it tells of
 */
typedef struct
{
  const char        *id;
  const char        *name;
  RgmEndpointKind    kind;
  RgmEndpointDomain  domain;
} RgmEndpoint;

/**
 * RgmClass:
 * @id: 'ADC', …
 * @name: in words
 * @mark: the shape that stands for it in every picture: square, diamond, circle, triangle, pentagon or cross
 *
 * A class of agents.
 */
typedef struct
{
  const char *id;
  const char *name;
  const char *mark;
} RgmClass;

/**
 * RgmLicence:
 * @name: 'CC BY 4.0', …
 * @url: (nullable): its text
 * @credit: whom to name, in a sentence
 */
typedef struct
{
  const char *name;
  const char *url;
  const char *credit;
} RgmLicence;

RgmFact           *rgm_fact_new                 (const char  *topic,
                                                const char  *text,
                                                GPtrArray   *places);
void               rgm_fact_free                (RgmFact     *self);
RgmTarget         *rgm_target_new               (const char  *name,
                                                const char  *domain);
void               rgm_target_free              (RgmTarget   *self);
RgmRegulatoryStep *rgm_regulatory_step_new      (const char  *kind,
                                                const char  *date,
                                                const char  *body,
                                                const char  *indication,
                                                GPtrArray   *places);
void               rgm_regulatory_step_free     (RgmRegulatoryStep *self);
RgmRule           *rgm_rule_new                 (const char  *biomarker,
                                                char       **values,
                                                gboolean     excluded,
                                                const char  *text,
                                                GPtrArray   *places);
void               rgm_rule_free                (RgmRule     *self);
RgmLines          *rgm_lines_new                (const char  *text,
                                                int          min_prior,
                                                int          max_prior,
                                                GPtrArray   *places);
void               rgm_lines_free               (RgmLines    *self);
RgmBiomarkerValue *rgm_biomarker_value_new      (const char  *id,
                                                const char  *name,
                                                gboolean     every);
void               rgm_biomarker_value_free     (RgmBiomarkerValue *self);
RgmEndpoint       *rgm_endpoint_new             (const char  *id,
                                                const char  *name,
                                                RgmEndpointKind kind,
                                                RgmEndpointDomain domain);
void               rgm_endpoint_free            (RgmEndpoint *self);
RgmClass          *rgm_class_new                (const char  *id,
                                                const char  *name,
                                                const char  *mark);
void               rgm_class_free               (RgmClass    *self);
RgmLicence        *rgm_licence_new              (const char  *name,
                                                const char  *url,
                                                const char  *credit);
void               rgm_licence_free             (RgmLicence  *self);

G_END_DECLS
