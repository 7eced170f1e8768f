/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <glib/gi18n-lib.h>

#include "rgm-readers.h"

/* The words of the format, in the order of the model's enumerations. */
static const char *const compartments[] = { "outside", "membrane", "cytoplasm", "nucleus", NULL };
static const char *const node_kinds[] = { "ligand", "receptor", "dimer", "protein", "process", "outcome", "target", "cell", NULL };
static const char *const edge_kinds[] = { "activates", "inhibits", "dimerises", "translocates", NULL };
static const char *const action_kinds[] = { "binds", "prevents", "inhibits", NULL };
static const char *const change_kinds[] = { "activates", "silences", "lowers", "raises", NULL };
static const char *const effect_kinds[] = { "payload", "immune", NULL };

/* Where an agent acts that acts at the kinase: a receptor has that one beside its domains. */
#define KINASE "kinase"

/* Opens one of a list; if it is no object, what it should name can't be known. */
static gboolean
open_named (RgmReader       *reader,
            const RgmCursor *cursor,
            const RgmField  *fields,
            RgmCursor       *at,
            RgmKind          kind)
{
  if (rgm_reader_open (reader, cursor, fields, at))
    return TRUE;

  reader->unsure[kind] = TRUE;

  return FALSE;
}

/* What everything in a pathway rests on: places in the sources, or the word that it is
 * textbook knowledge. Neither is a fault: nothing is to stand in it on no ground. */
static void
read_ground (RgmReader        *reader,
             const RgmCursor  *sources,
             const RgmCursor  *textbook,
             GPtrArray       **places,
             gboolean         *is_textbook)
{
  *places = rgm_read_places (reader, sources);
  *is_textbook = rgm_reader_boolean (reader, textbook);

  if (!*is_textbook && sources->node != NULL && JSON_NODE_HOLDS_ARRAY (sources->node) &&
      json_array_get_length (json_node_get_array (sources->node)) == 0)
    rgm_reader_fault (reader, sources, _("expected a place in a source, or \"textbook\": true beside it, found neither"));
}

static gpointer
read_node (RgmReader       *reader,
           const RgmCursor *cursor,
           const char      *within)
{
  enum { ID, NAME, KIND, COMPARTMENT, SOURCES, BASAL, DOMAINS, KINASE_WORKS, TEXT, TEXTBOOK, N };
  static const RgmField fields[] = { { "id", TRUE }, { "name", TRUE }, { "kind", TRUE }, { "compartment", TRUE },
                                     { "sources", TRUE }, { "basal" }, { "domains" }, { "kinase" }, { "text" },
                                     { "textbook" }, { NULL } };
  RgmCursor at[N];
  RgmPathwayNode node = { 0 };
  RgmPathwayNode *made;
  g_autofree char **domains = NULL;
  g_autoptr (GPtrArray) places = NULL;
  int kind, compartment;

  if (!open_named (reader, cursor, fields, at, RGM_KIND_NODE))
    return NULL;

  node.id = rgm_reader_id (reader, &at[ID], RGM_KIND_NODE, NULL);
  node.name = rgm_reader_text (reader, &at[NAME]);
  kind = rgm_reader_choice (reader, &at[KIND], node_kinds);
  compartment = rgm_reader_choice (reader, &at[COMPARTMENT], compartments);
  node.basal = rgm_reader_boolean (reader, &at[BASAL]);
  node.domains = domains = rgm_reader_texts (reader, &at[DOMAINS]);
  node.kinase = rgm_reader_boolean (reader, &at[KINASE_WORKS]);
  node.text = rgm_reader_text (reader, &at[TEXT]);
  read_ground (reader, &at[SOURCES], &at[TEXTBOOK], &places, &node.textbook);
  node.places = places;

  if (!rgm_reader_is_good (reader))
    return NULL;

  node.kind = (RgmNodeKind) kind;
  node.compartment = (RgmCompartment) compartment;
  made = rgm_pathway_node_new (&node);
  rgm_reader_set_known (reader, RGM_KIND_NODE, made->id, made);

  return made;
}

/* A pair is made of receptors: other edges may join what they like. */
static void
check_pairing (RgmReader            *reader,
               const RgmCursor      *from,
               const RgmPathwayNode *half,
               const RgmCursor      *to,
               const RgmPathwayNode *whole)
{
  if (half->kind != RGM_NODE_RECEPTOR)
    rgm_reader_fault (reader, from, _("expected the id of a node that is a receptor, found \"%s\""), half->id);
  if (whole->kind != RGM_NODE_DIMER)
    rgm_reader_fault (reader, to, _("expected the id of a node that is a dimer, found \"%s\""), whole->id);
}

/* Which inhibiting edges one overcomes is read once all edges are known. */
static gpointer
read_edge (RgmReader       *reader,
           const RgmCursor *cursor,
           const char      *within)
{
  enum { ID, FROM, TO, KIND, SOURCES, OVERCOMES, TEXT, TEXTBOOK, N };
  static const RgmField fields[] = { { "id", TRUE }, { "from", TRUE }, { "to", TRUE }, { "kind", TRUE }, { "sources", TRUE },
                                     { "overcomes" }, { "text" }, { "textbook" }, { NULL } };
  RgmCursor at[N];
  RgmPathwayEdge edge = { 0 };
  gpointer from = NULL, to = NULL;
  g_autofree char **overcomes = NULL;
  g_autoptr (GPtrArray) places = NULL;
  int kind;

  if (!open_named (reader, cursor, fields, at, RGM_KIND_EDGE))
    return NULL;

  edge.id = rgm_reader_id (reader, &at[ID], RGM_KIND_EDGE, NULL);
  edge.from = rgm_reader_reference (reader, &at[FROM], RGM_KIND_NODE, NULL, &from);
  edge.to = rgm_reader_reference (reader, &at[TO], RGM_KIND_NODE, NULL, &to);
  kind = rgm_reader_choice (reader, &at[KIND], edge_kinds);
  edge.overcomes = overcomes = rgm_reader_texts (reader, &at[OVERCOMES]);
  edge.text = rgm_reader_text (reader, &at[TEXT]);
  read_ground (reader, &at[SOURCES], &at[TEXTBOOK], &places, &edge.textbook);
  edge.places = places;

  if (kind == RGM_EDGE_DIMERISES && from != NULL && to != NULL)
    check_pairing (reader, &at[FROM], from, &at[TO], to);

  if (!rgm_reader_is_good (reader))
    return NULL;

  edge.kind = (RgmEdgeKind) kind;

  return rgm_pathway_edge_new (&edge);
}

/* The texts of @key in each object of a list, as references; that they are texts has
 * been seen to. */
static void
check_references (RgmReader       *reader,
                  const RgmCursor *list,
                  const char      *key,
                  RgmKind          kind)
{
  guint length = list->node != NULL && JSON_NODE_HOLDS_ARRAY (list->node) ? json_array_get_length (json_node_get_array (list->node)) : 0;

  for (guint i = 0; i < length; i++)
    {
      RgmCursor element = rgm_reader_element (list, i);
      RgmCursor member = { &element, key, 0, NULL };
      g_autofree char **ids = NULL;

      if (!JSON_NODE_HOLDS_OBJECT (element.node))
        continue;

      member.node = json_object_get_member (json_node_get_object (element.node), key);
      if (member.node == NULL || !JSON_NODE_HOLDS_ARRAY (member.node))
        continue;

      for (guint j = 0; j < MIN (json_array_get_length (json_node_get_array (member.node)), RGM_TEXTS_MAX); j++)
        {
          RgmCursor id = rgm_reader_element (&member, j);

          if (JSON_NODE_HOLDS_VALUE (id.node) && json_node_get_value_type (id.node) == G_TYPE_STRING)
            rgm_reader_reference (reader, &id, kind, NULL, NULL);
        }
    }
}

static gpointer
read_lane (RgmReader       *reader,
           const RgmCursor *cursor,
           const char      *within)
{
  enum { ID, NAME, NODES, N };
  static const RgmField fields[] = { { "id", TRUE }, { "name", TRUE }, { "nodes", TRUE }, { NULL } };
  RgmCursor at[N];
  RgmLane lane = { 0 };
  g_autofree char **nodes = NULL;

  if (!rgm_reader_open (reader, cursor, fields, at))
    return NULL;

  lane.id = rgm_reader_id (reader, &at[ID], RGM_KIND_LANE, NULL);
  lane.name = rgm_reader_text (reader, &at[NAME]);
  lane.nodes = nodes = rgm_reader_references (reader, &at[NODES], RGM_KIND_NODE, NULL, NULL);

  if (at[NODES].node != NULL && JSON_NODE_HOLDS_ARRAY (at[NODES].node) &&
      json_array_get_length (json_node_get_array (at[NODES].node)) == 0)
    rgm_reader_fault (reader, &at[NODES], _("expected at least one node, found none"));

  return rgm_reader_is_good (reader) ? rgm_lane_new (&lane) : NULL;
}

static gpointer
read_condition (RgmReader       *reader,
                const RgmCursor *cursor,
                const char      *within)
{
  enum { ID, NAME, NODE, USUAL, N };
  static const RgmField fields[] = { { "id", TRUE }, { "name", TRUE }, { "node", TRUE }, { "usual" }, { NULL } };
  RgmCursor at[N];
  RgmCondition condition = { 0 };

  if (!rgm_reader_open (reader, cursor, fields, at))
    return NULL;

  condition.id = rgm_reader_id (reader, &at[ID], RGM_KIND_CONDITION, NULL);
  condition.name = rgm_reader_text (reader, &at[NAME]);
  condition.node = rgm_reader_reference (reader, &at[NODE], RGM_KIND_NODE, NULL, NULL);
  condition.usual = rgm_reader_boolean (reader, &at[USUAL]);

  return rgm_reader_is_good (reader) ? rgm_condition_new (&condition) : NULL;
}

static gpointer
read_variant (RgmReader       *reader,
              const RgmCursor *cursor,
              const char      *within)
{
  enum { NAME, DOMAIN_OF, N };
  static const RgmField fields[] = { { "name", TRUE }, { "domain", TRUE }, { NULL } };
  RgmCursor at[N];
  RgmVariant variant;

  if (!rgm_reader_open (reader, cursor, fields, at))
    return NULL;

  variant.name = rgm_reader_text (reader, &at[NAME]);
  variant.domain = rgm_reader_text (reader, &at[DOMAIN_OF]);

  return rgm_reader_is_good (reader) ? rgm_variant_new (&variant) : NULL;
}

static gpointer
read_change (RgmReader       *reader,
             const RgmCursor *cursor,
             const char      *within)
{
  enum { KIND, NODE, SOURCES, RESISTS, BYPASS, TEXT, TEXTBOOK, N };
  static const RgmField fields[] = { { "kind", TRUE }, { "node", TRUE }, { "sources", TRUE }, { "resists" }, { "bypass" },
                                     { "text" }, { "textbook" }, { NULL } };
  RgmCursor at[N];
  RgmChange change = { 0 };
  g_autoptr (GPtrArray) places = NULL;
  int kind;

  if (!rgm_reader_open (reader, cursor, fields, at))
    return NULL;

  kind = rgm_reader_choice (reader, &at[KIND], change_kinds);
  change.node = rgm_reader_reference (reader, &at[NODE], RGM_KIND_NODE, NULL, NULL);
  change.resists = rgm_reader_boolean (reader, &at[RESISTS]);
  change.bypass = rgm_reader_boolean (reader, &at[BYPASS]);
  change.text = rgm_reader_text (reader, &at[TEXT]);
  read_ground (reader, &at[SOURCES], &at[TEXTBOOK], &places, &change.textbook);
  change.places = places;

  if (!rgm_reader_is_good (reader))
    return NULL;

  change.kind = (RgmChangeKind) kind;

  return rgm_change_new (&change);
}

static gpointer
read_alteration (RgmReader       *reader,
                 const RgmCursor *cursor,
                 const char      *within)
{
  enum { ID, NAME, NODE, CHANGES, VARIANTS, TEXT, N };
  static const RgmField fields[] = { { "id", TRUE }, { "name", TRUE }, { "node", TRUE }, { "changes", TRUE }, { "variants" },
                                     { "text" }, { NULL } };
  RgmCursor at[N];
  RgmAlteration alteration = { 0 };
  g_autoptr (GPtrArray) changes = NULL;
  g_autoptr (GPtrArray) variants = NULL;

  if (!open_named (reader, cursor, fields, at, RGM_KIND_ALTERATION))
    return NULL;

  alteration.id = rgm_reader_id (reader, &at[ID], RGM_KIND_ALTERATION, NULL);
  alteration.name = rgm_reader_text (reader, &at[NAME]);
  alteration.node = rgm_reader_reference (reader, &at[NODE], RGM_KIND_NODE, NULL, NULL);
  alteration.changes = changes = rgm_read_list (reader, &at[CHANGES], read_change, NULL, (GDestroyNotify) rgm_change_free);
  alteration.variants = variants = rgm_read_list (reader, &at[VARIANTS], read_variant, NULL, (GDestroyNotify) rgm_variant_free);
  alteration.text = rgm_reader_text (reader, &at[TEXT]);

  return rgm_reader_is_good (reader) ? rgm_alteration_new (&alteration) : NULL;
}

static gpointer
read_action (RgmReader       *reader,
             const RgmCursor *cursor,
             const char      *within)
{
  enum { AGENT, NODE, KIND, SOURCES, DOMAIN_OF, EDGES, ONLY, TEXT, TEXTBOOK, N };
  static const RgmField fields[] = { { "agent", TRUE }, { "node", TRUE }, { "kind", TRUE }, { "sources", TRUE }, { "domain" },
                                     { "edges" }, { "only" }, { "text" }, { "textbook" }, { NULL } };
  RgmCursor at[N];
  RgmAction action = { 0 };
  g_autofree char **edges = NULL;
  g_autoptr (GPtrArray) places = NULL;
  gpointer node = NULL;
  int kind;

  if (!rgm_reader_open (reader, cursor, fields, at))
    return NULL;

  action.agent = rgm_reader_reference (reader, &at[AGENT], RGM_KIND_AGENT, NULL, NULL);
  action.node = rgm_reader_reference (reader, &at[NODE], RGM_KIND_NODE, NULL, &node);
  kind = rgm_reader_choice (reader, &at[KIND], action_kinds);
  action.domain = rgm_reader_text (reader, &at[DOMAIN_OF]);
  action.edges = edges = rgm_reader_references (reader, &at[EDGES], RGM_KIND_EDGE, NULL, NULL);
  action.only = rgm_reader_reference (reader, &at[ONLY], RGM_KIND_ALTERATION, NULL, NULL);
  action.text = rgm_reader_text (reader, &at[TEXT]);
  read_ground (reader, &at[SOURCES], &at[TEXTBOOK], &places, &action.textbook);
  action.places = places;

  if (node != NULL && action.domain != NULL && !g_str_equal (action.domain, KINASE) &&
      !g_strv_contains ((const char *const *) ((RgmPathwayNode *) node)->domains, action.domain))
    rgm_reader_fault (reader, &at[DOMAIN_OF], _("expected a domain of \"%s\", or \"%s\", found \"%s\""), action.node, KINASE,
                      action.domain);

  if (!rgm_reader_is_good (reader))
    return NULL;

  action.kind = (RgmActionKind) kind;

  return rgm_action_new (&action);
}

static gpointer
read_effect (RgmReader       *reader,
             const RgmCursor *cursor,
             const char      *within)
{
  enum { AGENT, KIND, TEXT, SOURCES, AT, NEEDS, WEAK, TEXTBOOK, N };
  static const RgmField fields[] = { { "agent", TRUE }, { "kind", TRUE }, { "text", TRUE }, { "sources", TRUE }, { "at" },
                                     { "needs" }, { "weak" }, { "textbook" }, { NULL } };
  RgmCursor at[N];
  RgmEffect effect = { 0 };
  g_autoptr (GPtrArray) places = NULL;
  int kind;

  if (!rgm_reader_open (reader, cursor, fields, at))
    return NULL;

  effect.agent = rgm_reader_reference (reader, &at[AGENT], RGM_KIND_AGENT, NULL, NULL);
  kind = rgm_reader_choice (reader, &at[KIND], effect_kinds);
  effect.text = rgm_reader_text (reader, &at[TEXT]);
  effect.at = rgm_reader_reference (reader, &at[AT], RGM_KIND_NODE, NULL, NULL);
  effect.needs = rgm_reader_reference (reader, &at[NEEDS], RGM_KIND_NODE, NULL, NULL);
  effect.weak = rgm_reader_text (reader, &at[WEAK]);
  read_ground (reader, &at[SOURCES], &at[TEXTBOOK], &places, &effect.textbook);
  effect.places = places;

  if (!rgm_reader_is_good (reader))
    return NULL;

  effect.kind = (RgmEffectKind) kind;

  return rgm_effect_new (&effect);
}

static gpointer
read_elsewhere (RgmReader       *reader,
                const RgmCursor *cursor,
                const char      *within)
{
  enum { AGENT, TEXT, SOURCES, TEXTBOOK, N };
  static const RgmField fields[] = { { "agent", TRUE }, { "text", TRUE }, { "sources", TRUE }, { "textbook" }, { NULL } };
  RgmCursor at[N];
  RgmElsewhere elsewhere = { 0 };
  g_autoptr (GPtrArray) places = NULL;

  if (!rgm_reader_open (reader, cursor, fields, at))
    return NULL;

  elsewhere.agent = rgm_reader_reference (reader, &at[AGENT], RGM_KIND_AGENT, NULL, NULL);
  elsewhere.text = rgm_reader_text (reader, &at[TEXT]);
  read_ground (reader, &at[SOURCES], &at[TEXTBOOK], &places, &elsewhere.textbook);
  elsewhere.places = places;

  return rgm_reader_is_good (reader) ? rgm_elsewhere_new (&elsewhere) : NULL;
}

static void
read_compartments (RgmReader        *reader,
                   const RgmCursor  *cursor,
                   const char      **names)
{
  static const RgmField fields[] = { { "outside", TRUE }, { "membrane", TRUE }, { "cytoplasm", TRUE }, { "nucleus", TRUE }, { NULL } };
  RgmCursor at[RGM_N_COMPARTMENTS];

  if (!rgm_reader_open (reader, cursor, fields, at))
    return;

  for (guint i = 0; i < RGM_N_COMPARTMENTS; i++)
    names[i] = rgm_reader_text (reader, &at[i]);
}

/* A pathway's caveat is a fact without a topic. */
static RgmFact *
read_caveat (RgmReader       *reader,
             const RgmCursor *cursor)
{
  enum { TEXT, SOURCES, N };
  static const RgmField fields[] = { { "text", TRUE }, { "sources", TRUE }, { NULL } };
  RgmCursor at[N];
  const char *text;
  g_autoptr (GPtrArray) places = NULL;

  if (!rgm_reader_open (reader, cursor, fields, at))
    return NULL;

  text = rgm_reader_text (reader, &at[TEXT]);
  places = rgm_read_places (reader, &at[SOURCES]);

  return rgm_reader_is_good (reader) ? rgm_fact_new (NULL, text, places) : NULL;
}

/*< private >
 * rgm_read_pathway:
 * @reader: a reader that has read the sources and agents
 * @cursor: a pathway, or what was left out
 *
 * Returns: (transfer full) (nullable): the pathway
 */
RgmPathway *
rgm_read_pathway (RgmReader       *reader,
                  const RgmCursor *cursor)
{
  enum { COMPARTMENTS, CAVEAT, NODES, EDGES, LANES, CONDITIONS, ALTERATIONS, ACTIONS, EFFECTS, ELSEWHERE, N };
  static const RgmField fields[] = { { "compartments", TRUE }, { "caveat", TRUE }, { "nodes", TRUE }, { "edges", TRUE },
                                     { "pathways", TRUE }, { "conditions", TRUE }, { "alterations", TRUE },
                                     { "actions", TRUE }, { "effects", TRUE }, { "elsewhere", TRUE }, { NULL } };
  RgmCursor at[N];
  RgmPathwayParts parts = { 0 };
  RgmPathway *pathway = NULL;
  RgmFact *caveat;
  g_autoptr (GPtrArray) nodes = NULL;
  g_autoptr (GPtrArray) edges = NULL;
  g_autoptr (GPtrArray) lanes = NULL;
  g_autoptr (GPtrArray) conditions = NULL;
  g_autoptr (GPtrArray) alterations = NULL;
  g_autoptr (GPtrArray) actions = NULL;
  g_autoptr (GPtrArray) effects = NULL;
  g_autoptr (GPtrArray) elsewhere = NULL;

  if (!rgm_reader_has (cursor) || !rgm_reader_open (reader, cursor, fields, at))
    return NULL;

  read_compartments (reader, &at[COMPARTMENTS], parts.compartments);
  parts.caveat = caveat = read_caveat (reader, &at[CAVEAT]);
  parts.nodes = nodes = rgm_read_list (reader, &at[NODES], read_node, NULL, (GDestroyNotify) rgm_pathway_node_free);
  parts.edges = edges = rgm_read_list (reader, &at[EDGES], read_edge, NULL, (GDestroyNotify) rgm_pathway_edge_free);
  check_references (reader, &at[EDGES], "overcomes", RGM_KIND_EDGE);
  parts.lanes = lanes = rgm_read_list (reader, &at[LANES], read_lane, NULL, (GDestroyNotify) rgm_lane_free);
  parts.conditions = conditions = rgm_read_list (reader, &at[CONDITIONS], read_condition, NULL,
                                                 (GDestroyNotify) rgm_condition_free);
  parts.alterations = alterations = rgm_read_list (reader, &at[ALTERATIONS], read_alteration, NULL,
                                                   (GDestroyNotify) rgm_alteration_free);
  parts.actions = actions = rgm_read_list (reader, &at[ACTIONS], read_action, NULL, (GDestroyNotify) rgm_action_free);
  parts.effects = effects = rgm_read_list (reader, &at[EFFECTS], read_effect, NULL, (GDestroyNotify) rgm_effect_free);
  parts.elsewhere = elsewhere = rgm_read_list (reader, &at[ELSEWHERE], read_elsewhere, NULL,
                                               (GDestroyNotify) rgm_elsewhere_free);

  if (rgm_reader_is_good (reader))
    pathway = rgm_pathway_new (&parts);
  g_clear_pointer (&caveat, rgm_fact_free);

  return pathway;
}
