/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <glib/gi18n-lib.h>

#include "rgm-readers.h"

/* The things that trials refer to. Each is remembered under its id, for the references. */

static void
remember (RgmReader  *reader,
          RgmKind     kind,
          const char *id,
          gpointer    object)
{
  if (id != NULL && object != NULL)
    rgm_reader_set_known (reader, kind, id, object);
}

/*< private >
 * rgm_read_source:
 * @reader: a reader
 * @cursor: a source
 * @within: unused
 *
 * Returns: (transfer full) (nullable): a #RgmSource
 */
gpointer
rgm_read_source (RgmReader       *reader,
                 const RgmCursor *cursor,
                 const char      *within)
{
  enum { ID, KIND, CITATION, NUMBER, TITLE, YEAR, DOI, URL, LICENCE, N };
  static const RgmField fields[] = { { "id", TRUE }, { "kind", TRUE }, { "citation", TRUE }, { "number" }, { "title" },
                                     { "year" }, { "doi" }, { "url" }, { "licence" }, { NULL } };
  static const char *const kinds[] = { "review", "primary", "reference", "guideline", "press-release", NULL };
  RgmCursor at[N];
  RgmSourceParts parts = { 0 };
  RgmSource *source;
  int kind;

  if (!rgm_reader_open (reader, cursor, fields, at))
    return NULL;

  parts.id = rgm_reader_id (reader, &at[ID], RGM_KIND_SOURCE, NULL);
  kind = rgm_reader_choice (reader, &at[KIND], kinds);
  parts.number = MAX (0, (int) rgm_reader_integer (reader, &at[NUMBER], 1, 100000));
  parts.citation = rgm_reader_text (reader, &at[CITATION]);
  parts.title = rgm_reader_text (reader, &at[TITLE]);
  parts.year = MAX (0, (int) rgm_reader_integer (reader, &at[YEAR], 1600, 2200));
  parts.doi = rgm_reader_doi (reader, &at[DOI]);
  parts.url = rgm_reader_link (reader, &at[URL]);
  parts.licence = rgm_reader_text (reader, &at[LICENCE]);

  if (!rgm_reader_is_good (reader))
    return NULL;

  parts.kind = kinds[kind];
  source = rgm_source_new (&parts);
  remember (reader, RGM_KIND_SOURCE, parts.id, source);

  return source;
}

/*< private >
 * rgm_read_class:
 * @reader: a reader
 * @cursor: a class of agents
 * @within: unused
 *
 * Returns: (transfer full) (nullable): a #RgmClass
 */
gpointer
rgm_read_class (RgmReader       *reader,
                const RgmCursor *cursor,
                const char      *within)
{
  enum { ID, NAME, MARK, N };
  static const RgmField fields[] = { { "id", TRUE }, { "name", TRUE }, { "mark", TRUE }, { NULL } };
  static const char *const marks[] = { "square", "diamond", "circle", "triangle", "pentagon", "cross", NULL };
  RgmCursor at[N];
  const char *id, *name;
  int mark;

  if (!rgm_reader_open (reader, cursor, fields, at))
    return NULL;

  id = rgm_reader_id (reader, &at[ID], RGM_KIND_CLASS, NULL);
  name = rgm_reader_text (reader, &at[NAME]);
  mark = rgm_reader_choice (reader, &at[MARK], marks);

  return rgm_reader_is_good (reader) ? rgm_class_new (id, name, marks[mark]) : NULL;
}

/*< private >
 * rgm_read_endpoint:
 * @reader: a reader
 * @cursor: an endpoint
 * @within: unused
 *
 * An endpoint that is good is made even if something else was at fault: whether it is
 * a rate or a time says what else is.
 *
 * Returns: (transfer full) (nullable): a #RgmEndpoint
 */
gpointer
rgm_read_endpoint (RgmReader       *reader,
                   const RgmCursor *cursor,
                   const char      *within)
{
  enum { ID, NAME, KIND, DOMAIN, N };
  static const RgmField fields[] = { { "id", TRUE }, { "name", TRUE }, { "kind", TRUE }, { "domain", TRUE }, { NULL } };
  static const char *const kinds[] = { "rate", "time", NULL };
  static const char *const domains[] = { "efficacy", "safety", "follow-up", NULL };
  RgmCursor at[N];
  RgmEndpoint *endpoint;
  const char *id, *name;
  int kind, domain;

  if (!rgm_reader_open (reader, cursor, fields, at))
    return NULL;

  id = rgm_reader_id (reader, &at[ID], RGM_KIND_ENDPOINT, NULL);
  name = rgm_reader_text (reader, &at[NAME]);
  kind = rgm_reader_choice (reader, &at[KIND], kinds);
  domain = rgm_reader_choice (reader, &at[DOMAIN], domains);

  if (id == NULL || name == NULL || kind < 0 || domain < 0)
    return NULL;

  endpoint = rgm_endpoint_new (id, name, kind == 0 ? RGM_ENDPOINT_KIND_RATE : RGM_ENDPOINT_KIND_TIME,
                               domain == 0 ? RGM_ENDPOINT_DOMAIN_EFFICACY
                               : domain == 1 ? RGM_ENDPOINT_DOMAIN_SAFETY : RGM_ENDPOINT_DOMAIN_FOLLOW_UP);
  remember (reader, RGM_KIND_ENDPOINT, id, endpoint);

  return endpoint;
}

static gpointer
read_target (RgmReader       *reader,
             const RgmCursor *cursor,
             const char      *within)
{
  enum { NAME, DOMAIN, N };
  static const RgmField fields[] = { { "name", TRUE }, { "domain" }, { NULL } };
  RgmCursor at[N];
  const char *name, *domain;

  if (!rgm_reader_open (reader, cursor, fields, at))
    return NULL;

  name = rgm_reader_text (reader, &at[NAME]);
  domain = rgm_reader_text (reader, &at[DOMAIN]);

  return rgm_reader_is_good (reader) ? rgm_target_new (name, domain) : NULL;
}

/*< private >
 * rgm_read_agent:
 * @reader: a reader
 * @cursor: an agent
 * @within: unused
 *
 * Returns: (transfer full) (nullable): a #RgmAgent
 */
gpointer
rgm_read_agent (RgmReader       *reader,
                const RgmCursor *cursor,
                const char      *within)
{
  enum { ID, NAME, SOURCES, SYNONYMS, CLASS, GROUP, TARGETS, MECHANISM, PAYLOAD, LINKER, SELECTIVITY, FACTS, REGULATORY, N };
  static const RgmField fields[] = { { "id", TRUE }, { "name", TRUE }, { "sources", TRUE }, { "synonyms" }, { "class" },
                                     { "group" }, { "targets" }, { "mechanism" }, { "payload" }, { "linker" },
                                     { "selectivity" }, { "facts" }, { "regulatory" }, { NULL } };
  RgmCursor at[N];
  RgmAgentParts parts = { 0 };
  RgmAgent *agent;
  g_autofree char **synonyms = NULL;
  g_autoptr (GPtrArray) targets = NULL;
  g_autoptr (GPtrArray) facts = NULL;
  g_autoptr (GPtrArray) regulatory = NULL;
  g_autoptr (GPtrArray) places = NULL;

  if (!rgm_reader_open (reader, cursor, fields, at))
    return NULL;

  parts.id = rgm_reader_id (reader, &at[ID], RGM_KIND_AGENT, NULL);
  parts.name = rgm_reader_text (reader, &at[NAME]);
  parts.synonyms = synonyms = rgm_reader_texts (reader, &at[SYNONYMS]);
  parts.class_id = rgm_reader_reference (reader, &at[CLASS], RGM_KIND_CLASS, NULL, NULL);
  parts.group = rgm_reader_text (reader, &at[GROUP]);
  parts.targets = targets = rgm_read_list (reader, &at[TARGETS], read_target, NULL, (GDestroyNotify) rgm_target_free);
  parts.mechanism = rgm_reader_text (reader, &at[MECHANISM]);
  parts.payload = rgm_reader_text (reader, &at[PAYLOAD]);
  parts.linker = rgm_reader_text (reader, &at[LINKER]);
  parts.selectivity = rgm_reader_text (reader, &at[SELECTIVITY]);
  parts.facts = facts = rgm_read_facts (reader, &at[FACTS]);
  parts.regulatory = regulatory = rgm_read_regulatory (reader, &at[REGULATORY]);
  parts.places = places = rgm_read_places (reader, &at[SOURCES]);

  if (!rgm_reader_is_good (reader))
    return NULL;

  agent = rgm_agent_new (&parts);
  remember (reader, RGM_KIND_AGENT, parts.id, agent);

  return agent;
}

/*< private >
 * rgm_read_regimen:
 * @reader: a reader
 * @cursor: a regimen
 * @within: unused
 *
 * Returns: (transfer full) (nullable): a #RgmRegimen
 */
gpointer
rgm_read_regimen (RgmReader       *reader,
                  const RgmCursor *cursor,
                  const char      *within)
{
  enum { ID, NAME, AGENTS, REGULATORY, OUTCOMES, SOURCES, N };
  static const RgmField fields[] = { { "id", TRUE }, { "name", TRUE }, { "agents", TRUE }, { "regulatory" }, { "outcomes" },
                                     { "sources" }, { NULL } };
  RgmCursor at[N];
  RgmRegimenParts parts = { 0 };
  RgmRegimen *regimen;
  g_autofree char **ids = NULL;
  g_autoptr (GPtrArray) agents = NULL;
  g_autoptr (GPtrArray) regulatory = NULL;
  g_autoptr (GPtrArray) outcomes = NULL;
  g_autoptr (GPtrArray) places = NULL;

  if (!rgm_reader_open (reader, cursor, fields, at))
    return NULL;

  parts.id = rgm_reader_id (reader, &at[ID], RGM_KIND_REGIMEN, NULL);
  parts.name = rgm_reader_text (reader, &at[NAME]);
  ids = rgm_reader_references (reader, &at[AGENTS], RGM_KIND_AGENT, NULL, &agents);
  parts.agents = agents;
  parts.regulatory = regulatory = rgm_read_regulatory (reader, &at[REGULATORY]);
  parts.outcomes = outcomes = rgm_read_outcomes (reader, &at[OUTCOMES]);
  parts.places = places = rgm_read_places (reader, &at[SOURCES]);

  if (!rgm_reader_is_good (reader))
    return NULL;

  regimen = rgm_regimen_new (&parts);
  remember (reader, RGM_KIND_REGIMEN, parts.id, regimen);

  return regimen;
}

/*< private >
 * rgm_read_licence:
 * @reader: a reader
 * @cursor: the data set's licence
 *
 * Returns: (transfer full) (nullable): the licence
 */
RgmLicence *
rgm_read_licence (RgmReader       *reader,
                  const RgmCursor *cursor)
{
  enum { NAME, CREDIT, URL, N };
  static const RgmField fields[] = { { "name", TRUE }, { "credit", TRUE }, { "url" }, { NULL } };
  RgmCursor at[N];
  const char *name, *credit, *url;

  if (!rgm_reader_open (reader, cursor, fields, at))
    return NULL;

  name = rgm_reader_text (reader, &at[NAME]);
  credit = rgm_reader_text (reader, &at[CREDIT]);
  url = rgm_reader_link (reader, &at[URL]);

  return rgm_reader_is_good (reader) ? rgm_licence_new (name, url, credit) : NULL;
}
