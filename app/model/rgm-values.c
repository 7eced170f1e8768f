/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-model-private.h"
#include "rgm-values.h"

/* Each value copies its words and references its array of places; each is freed by the
 * function beside its constructor. */

RgmFact *
rgm_fact_new (const char *topic,
              const char *text,
              GPtrArray  *places)
{
  RgmFact *self = g_new (RgmFact, 1);

  self->topic = rgm_word_new (topic);
  self->text = g_strdup (text);
  self->places = rgm_array_ref (places);

  return self;
}

void
rgm_fact_free (RgmFact *self)
{
  rgm_word_free ((char *) self->topic);
  g_free ((char *) self->text);
  g_ptr_array_unref (self->places);
  g_free (self);
}

RgmTarget *
rgm_target_new (const char *name,
                const char *domain)
{
  RgmTarget *self = g_new (RgmTarget, 1);

  self->name = rgm_word_new (name);
  self->domain = rgm_word_new (domain);

  return self;
}

void
rgm_target_free (RgmTarget *self)
{
  rgm_word_free ((char *) self->name);
  rgm_word_free ((char *) self->domain);
  g_free (self);
}

RgmRegulatoryStep *
rgm_regulatory_step_new (const char *kind,
                         const char *date,
                         const char *body,
                         const char *indication,
                         GPtrArray  *places)
{
  RgmRegulatoryStep *self = g_new (RgmRegulatoryStep, 1);

  self->kind = rgm_word_new (kind);
  self->date = g_strdup (date);
  self->body = rgm_word_new (body);
  self->indication = g_strdup (indication);
  self->places = rgm_array_ref (places);

  return self;
}

void
rgm_regulatory_step_free (RgmRegulatoryStep *self)
{
  rgm_word_free ((char *) self->kind);
  g_free ((char *) self->date);
  rgm_word_free ((char *) self->body);
  g_free ((char *) self->indication);
  g_ptr_array_unref (self->places);
  g_free (self);
}

RgmRule *
rgm_rule_new (const char  *biomarker,
              char       **values,
              gboolean     excluded,
              const char  *text,
              GPtrArray   *places)
{
  RgmRule *self = g_new (RgmRule, 1);

  self->biomarker = rgm_word_new (biomarker);
  self->values = rgm_words_dup (values);
  self->excluded = excluded;
  self->text = rgm_word_new (text);
  self->places = rgm_array_ref (places);

  return self;
}

void
rgm_rule_free (RgmRule *self)
{
  rgm_word_free ((char *) self->biomarker);
  g_strfreev (self->values);
  rgm_word_free ((char *) self->text);
  g_ptr_array_unref (self->places);
  g_free (self);
}

RgmLines *
rgm_lines_new (const char *text,
               int         min_prior,
               int         max_prior,
               GPtrArray  *places)
{
  RgmLines *self = g_new (RgmLines, 1);

  self->text = rgm_word_new (text);
  self->min_prior = min_prior;
  self->max_prior = max_prior;
  self->places = rgm_array_ref (places);

  return self;
}

void
rgm_lines_free (RgmLines *self)
{
  rgm_word_free ((char *) self->text);
  g_ptr_array_unref (self->places);
  g_free (self);
}

RgmBiomarkerValue *
rgm_biomarker_value_new (const char *id,
                         const char *name,
                         gboolean    every)
{
  RgmBiomarkerValue *self = g_new (RgmBiomarkerValue, 1);

  self->id = rgm_word_new (id);
  self->name = rgm_word_new (name);
  self->every = every;

  return self;
}

void
rgm_biomarker_value_free (RgmBiomarkerValue *self)
{
  rgm_word_free ((char *) self->id);
  rgm_word_free ((char *) self->name);
  g_free (self);
}

RgmEndpoint *
rgm_endpoint_new (const char        *id,
                  const char        *name,
                  RgmEndpointKind    kind,
                  RgmEndpointDomain  domain)
{
  RgmEndpoint *self = g_new (RgmEndpoint, 1);

  self->id = rgm_word_new (id);
  self->name = rgm_word_new (name);
  self->kind = kind;
  self->domain = domain;

  return self;
}

void
rgm_endpoint_free (RgmEndpoint *self)
{
  rgm_word_free ((char *) self->id);
  rgm_word_free ((char *) self->name);
  g_free (self);
}

RgmClass *
rgm_class_new (const char *id,
               const char *name,
               const char *mark)
{
  RgmClass *self = g_new (RgmClass, 1);

  self->id = rgm_word_new (id);
  self->name = rgm_word_new (name);
  self->mark = rgm_word_new (mark);

  return self;
}

void
rgm_class_free (RgmClass *self)
{
  rgm_word_free ((char *) self->id);
  rgm_word_free ((char *) self->name);
  rgm_word_free ((char *) self->mark);
  g_free (self);
}

RgmLicence *
rgm_licence_new (const char *name,
                 const char *url,
                 const char *credit)
{
  RgmLicence *self = g_new (RgmLicence, 1);

  self->name = g_strdup (name);
  self->url = g_strdup (url);
  self->credit = g_strdup (credit);

  return self;
}

void
rgm_licence_free (RgmLicence *self)
{
  g_free ((char *) self->name);
  g_free ((char *) self->url);
  g_free ((char *) self->credit);
  g_free (self);
}
