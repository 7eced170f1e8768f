/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "rgm-pptx-template.h"

#include "rgm-error.h"
#include "rgm-pptx-look.h"
#include "rgm-unzip.h"
#include "rgm-xml-node.h"

#define EMU_PER_POINT 12700.0

/* Limits of a slide's sides in the format, in EMU. */
#define MIN_SIDE 914400
#define MAX_SIDE 51206400

/* The smallest share of a slide's height to remain below its title. */
#define MIN_ROOM 0.5

static void
free_master (RgmPptxMaster *master)
{
  g_free (master->part);
  g_free (master);
}

void
rgm_pptx_template_free (RgmPptxTemplate *self)
{
  g_free (self->family);
  g_free (self->title_family);
  g_free (self->layout);
  g_free (self->notes_master);
  g_free (self->theme);
  g_clear_pointer (&self->masters, g_ptr_array_unref);
  g_clear_pointer (&self->contents, g_hash_table_unref);
  g_clear_pointer (&self->kept, g_ptr_array_unref);
  g_clear_pointer (&self->types, g_hash_table_unref);
  g_free (self);
}

static gboolean
fail (GError     **error,
      const char  *reason)
{
  g_set_error_literal (error, RGM_ERROR, RGM_ERROR_INPUT, reason);

  return FALSE;
}

/* ── Parts ───────────────────────────────────────────────────────────────────── */

static RgmXmlNode *
parse_part (const RgmPptxTemplate  *self,
            const char             *part,
            GError                **error)
{
  GBytes *content = part != NULL ? g_hash_table_lookup (self->contents, part) : NULL;
  RgmXmlNode *node = content != NULL ? rgm_xml_node_parse (content, NULL) : NULL;

  if (node == NULL)
    rgm_error_set (error, RGM_ERROR, RGM_ERROR_INPUT, _ ("The presentation is damaged: its part “%s” cannot be read."),
                   part != NULL ? part : "ppt/presentation.xml");

  return node;
}

static char *
get_relations_name (const char *part)
{
  g_autofree char *folder = g_path_get_dirname (part);
  g_autofree char *base = g_path_get_basename (part);

  return g_strdup_printf ("%s/_rels/%s.rels", folder, base);
}

/* The part that a target relative to @folder refers to, or %NULL if outside the package. */
static char *
resolve (const char *folder,
         const char *target)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autofree char *whole = *target == '/' ? g_strdup (target) : g_strconcat (folder, "/", target, NULL);
  g_auto (GStrv) parts = g_strsplit (whole, "/", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      if (*parts[i] == '\0' || g_str_equal (parts[i], "."))
        continue;
      if (!g_str_equal (parts[i], ".."))
        g_ptr_array_add (names, parts[i]);
      else if (names->len > 0)
        g_ptr_array_set_size (names, (int) names->len - 1);
      else
        return NULL;
    }
  g_ptr_array_add (names, NULL);

  return g_strjoinv ("/", (char **) names->pdata);
}

static RgmXmlNode *
parse_relations (const RgmPptxTemplate *self,
                 const char            *part)
{
  g_autofree char *name = *part == '\0' ? g_strdup ("_rels/.rels") : get_relations_name (part);
  GBytes *content = g_hash_table_lookup (self->contents, name);

  return content != NULL ? rgm_xml_node_parse (content, NULL) : NULL;
}

/* The target of a relationship: by its id, or the first whose type ends in @type. */
static char *
find_target (const RgmPptxTemplate *self,
             const char            *part,
             const char            *id,
             const char            *type)
{
  g_autoptr (RgmXmlNode) relations = parse_relations (self, part);
  g_autofree char *folder = *part != '\0' ? g_path_get_dirname (part) : g_strdup ("");

  for (guint i = 0; relations != NULL && i < relations->children->len; i++)
    {
      const RgmXmlNode *relation = relations->children->pdata[i];
      const char *found_type = rgm_xml_node_get (relation, "Type"), *target = rgm_xml_node_get (relation, "Target");

      if (target == NULL || (id != NULL ? g_strcmp0 (rgm_xml_node_get (relation, "Id"), id) != 0
                                        : found_type == NULL || !g_str_has_suffix (found_type, type)))
        continue;
      return resolve (folder, target);
    }

  return NULL;
}

/* Marks a part and everything it refers to as needed. */
static gboolean
keep_part (RgmPptxTemplate  *self,
           const char       *first,
           GError          **error)
{
  g_autoptr (GQueue) queue = g_queue_new ();
  g_autofree char *part = NULL;

  g_queue_push_tail (queue, g_strdup (first));
  while ((part = g_queue_pop_head (queue)) != NULL)
    {
      g_autofree char *folder = g_path_get_dirname (part);
      g_autofree char *relations_name = get_relations_name (part);
      g_autoptr (RgmXmlNode) relations = parse_relations (self, part);
      gboolean is_known = g_ptr_array_find_with_equal_func (self->kept, part, g_str_equal, NULL);
      gboolean is_slide = g_str_has_prefix (part, "ppt/slides/") || g_str_has_prefix (part, "ppt/notesSlides/");

      if (!is_known && (is_slide || !g_hash_table_contains (self->contents, part)))
        {
          rgm_error_set (error, RGM_ERROR, RGM_ERROR_INPUT, _ ("The template refers to “%s”, which is missing or is a slide."), part);
          g_queue_clear_full (queue, g_free);
          return FALSE;
        }
      for (guint i = 0; !is_known && relations != NULL && i < relations->children->len; i++)
        {
          const RgmXmlNode *relation = relations->children->pdata[i];
          const char *target = rgm_xml_node_get (relation, "Target");
          char *found = target != NULL && g_strcmp0 (rgm_xml_node_get (relation, "TargetMode"), "External") != 0
                          ? resolve (folder, target)
                          : NULL;

          if (found != NULL)
            g_queue_push_tail (queue, found);
        }
      if (!is_known)
        {
          if (relations != NULL)
            g_ptr_array_add (self->kept, g_steal_pointer (&relations_name));
          g_ptr_array_add (self->kept, g_steal_pointer (&part));
        }
      g_clear_pointer (&part, g_free);
    }

  return TRUE;
}

/* ── Types ───────────────────────────────────────────────────────────────────── */

static gboolean
read_types (RgmPptxTemplate  *self,
            GError          **error)
{
  g_autoptr (RgmXmlNode) types = parse_part (self, "[Content_Types].xml", error);

  for (guint i = 0; types != NULL && i < types->children->len; i++)
    {
      const RgmXmlNode *each = types->children->pdata[i];
      const char *name = rgm_xml_node_get (each, "PartName"), *ending = rgm_xml_node_get (each, "Extension");
      const char *type = rgm_xml_node_get (each, "ContentType");

      if (type != NULL && name != NULL && *name == '/')
        g_hash_table_insert (self->types, g_strdup (name + 1), g_strdup (type));
      else if (type != NULL && ending != NULL)
        g_hash_table_insert (self->types, g_strconcat ("*.", ending, NULL), g_strdup (type));
    }

  return types != NULL;
}

/* The content type of a part: its own, or that of its extension. */
static const char *
find_type (const RgmPptxTemplate *self,
           const char            *part,
           gboolean               by_ending)
{
  const char *dot = strrchr (part, '.');
  g_autofree char *ending = g_strconcat ("*", dot != NULL ? dot : ".", NULL);

  return g_hash_table_lookup (self->types, by_ending ? ending : part);
}

static void
write_type (RgmXml     *xml,
            const char *element,
            const char *attribute,
            const char *name,
            const char *type)
{
  rgm_xml_begin (xml, element);
  rgm_xml_attribute (xml, attribute, name);
  rgm_xml_attribute (xml, "ContentType", type);
  rgm_xml_end (xml);
}

/**
 * rgm_pptx_template_write_types:
 * @self: a template
 * @xml: the content types being written, which already hold those of .xml and .rels
 */
void
rgm_pptx_template_write_types (const RgmPptxTemplate *self,
                               RgmXml                *xml)
{
  g_autoptr (GHashTable) endings = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < self->kept->len; i++)
    {
      const char *part = self->kept->pdata[i], *dot = strrchr (part, '.');
      const char *type = find_type (self, part, TRUE);

      if (find_type (self, part, FALSE) != NULL || dot == NULL || type == NULL || g_str_equal (dot, ".xml") || g_str_equal (dot, ".rels"))
        continue;
      if (g_hash_table_add (endings, (gpointer) (dot + 1)))
        write_type (xml, "Default", "Extension", dot + 1, type);
    }
  for (guint i = 0; i < self->kept->len; i++)
    {
      g_autofree char *name = g_strconcat ("/", self->kept->pdata[i], NULL);
      const char *type = find_type (self, self->kept->pdata[i], FALSE);

      if (type != NULL)
        write_type (xml, "Override", "PartName", name, type);
    }
}

/**
 * rgm_pptx_template_add_parts:
 * @self: a template
 * @zip: the package being written
 * @error: return location for an error
 *
 * Returns: %TRUE if all parts that masters and layouts need were added
 */
gboolean
rgm_pptx_template_add_parts (const RgmPptxTemplate  *self,
                             RgmZip                 *zip,
                             GError                **error)
{
  for (guint i = 0; i < self->kept->len; i++)
    if (!rgm_zip_add (zip, self->kept->pdata[i], g_hash_table_lookup (self->contents, self->kept->pdata[i]), TRUE, error))
      return FALSE;

  return TRUE;
}

/* ── Reading ─────────────────────────────────────────────────────────────────── */

static gboolean
read_size (RgmPptxTemplate   *self,
           const RgmXmlNode  *presentation,
           GError           **error)
{
  const RgmXmlNode *size = rgm_xml_node_child (presentation, "sldSz");
  gint64 width, height;

  if (!rgm_xml_node_get_int (size, "cx", &width) || !rgm_xml_node_get_int (size, "cy", &height) ||
      width < MIN_SIDE || width > MAX_SIDE || height < MIN_SIDE || height > MAX_SIDE)
    return fail (error, _ ("The presentation does not state the size of its slides."));

  self->width = (double) width / EMU_PER_POINT;
  self->height = (double) height / EMU_PER_POINT;

  return TRUE;
}

static gboolean
read_masters (RgmPptxTemplate   *self,
              const char        *part,
              const RgmXmlNode  *presentation,
              GError           **error)
{
  const RgmXmlNode *list = rgm_xml_node_child (presentation, "sldMasterIdLst");
  const RgmXmlNode *notes = rgm_xml_node_find (presentation, "notesMasterIdLst/notesMasterId");

  for (guint i = 0; list != NULL && i < list->children->len; i++)
    {
      const RgmXmlNode *each = list->children->pdata[i];
      const char *id = rgm_xml_node_get (each, "r:id");
      RgmPptxMaster *master = g_new0 (RgmPptxMaster, 1);

      g_ptr_array_add (self->masters, master);
      master->part = id != NULL ? find_target (self, part, id, NULL) : NULL;
      if (master->part == NULL || !rgm_xml_node_get_int (each, "id", &master->id) || !keep_part (self, master->part, error))
        return error != NULL && *error != NULL ? FALSE : fail (error, _ ("The presentation has a master that cannot be read."));
    }
  if (self->masters->len == 0)
    return fail (error, _ ("The presentation has no master for slides."));

  self->notes_master = rgm_xml_node_get (notes, "r:id") != NULL ? find_target (self, part, rgm_xml_node_get (notes, "r:id"), NULL) : NULL;

  return self->notes_master == NULL || keep_part (self, self->notes_master, error);
}

/* As wide as the master's body text and down to its lower edge, or as wide as the title. */
static void
read_body (RgmPptxTemplate  *self,
           const RgmXmlNode *master)
{
  double top = self->title.y + self->title.height;
  RgmRect body;

  if (!rgm_pptx_find_body (master, &body) || body.y + body.height < top + self->height * MIN_ROOM)
    body = (RgmRect){ self->title.x, top, self->title.width, self->height - top };

  self->body.x = MAX (body.x, 0);
  self->body.y = top;
  self->body.width = MIN (body.width, self->width - self->body.x);
  self->body.height = MIN (body.y + body.height, self->height) - top;
}

/* A layout with only a title is preferred; then any with a title. */
static gboolean
read_layout (RgmPptxTemplate   *self,
             const RgmXmlNode  *master,
             GError           **error)
{
  static const char *const types[] = { "titleOnly", "obj", "tx", "blank" };
  const char *part = ((RgmPptxMaster *) self->masters->pdata[0])->part;
  const RgmXmlNode *list = rgm_xml_node_child (master, "sldLayoutIdLst");
  guint best = G_N_ELEMENTS (types) + 1;

  for (guint i = 0; list != NULL && i < list->children->len; i++)
    {
      const char *id = rgm_xml_node_get (list->children->pdata[i], "r:id");
      g_autofree char *found = id != NULL ? find_target (self, part, id, NULL) : NULL;
      g_autoptr (RgmXmlNode) layout = found != NULL ? parse_part (self, found, error) : NULL;
      guint rank = 0;
      RgmRect title;
      double size;

      if (layout == NULL)
        return error != NULL && *error != NULL ? FALSE : fail (error, _ ("The presentation has a layout that cannot be read."));
      while (rank < G_N_ELEMENTS (types) && g_strcmp0 (rgm_xml_node_get (layout, "type"), types[rank]) != 0)
        rank++;
      if (rank >= best || !rgm_pptx_find_title (layout, master, &title, &size) ||
          title.y + title.height > self->height * (1 - MIN_ROOM))
        continue;
      best = rank;
      self->title = title;
      self->title_size = size;
      g_free (self->layout);
      self->layout = g_steal_pointer (&found);
    }

  return self->layout != NULL || fail (error, _ ("The presentation has no layout with a title at the top and room below it."));
}

static gboolean
read_template (RgmPptxTemplate  *self,
               GError          **error)
{
  g_autofree char *part = find_target (self, "", NULL, "/officeDocument");
  g_autoptr (RgmXmlNode) presentation = NULL;
  g_autoptr (RgmXmlNode) master = NULL;
  g_autoptr (RgmXmlNode) theme = NULL;

  if (part == NULL || !g_hash_table_contains (self->contents, part) || strchr (part, '/') == NULL)
    return fail (error, _ ("The file is not a PowerPoint presentation."));

  presentation = parse_part (self, part, error);
  if (presentation == NULL)
    return FALSE;
  if (!g_str_equal (presentation->name, "presentation"))
    return fail (error, _ ("The file is not a PowerPoint presentation."));
  if (!read_types (self, error) || !read_size (self, presentation, error) || !read_masters (self, part, presentation, error))
    return FALSE;

  master = parse_part (self, ((RgmPptxMaster *) self->masters->pdata[0])->part, error);
  if (master == NULL || !read_layout (self, master, error))
    return FALSE;
  read_body (self, master);

  self->theme = find_target (self, ((RgmPptxMaster *) self->masters->pdata[0])->part, NULL, "/theme");
  theme = parse_part (self, self->theme, error);
  if (theme == NULL)
    return FALSE;
  self->family = rgm_pptx_find_family (theme, "minorFont");
  self->title_family = rgm_pptx_find_family (theme, "majorFont");
  self->is_dark = rgm_pptx_is_dark (master, theme);

  return TRUE;
}

/**
 * rgm_pptx_template_read:
 * @bytes: the bytes of a PPTX or POTX file
 * @error: return location for an error of %RGM_ERROR_INPUT
 *
 * Reads a presentation for use as a template. Its slides are ignored.
 *
 * Returns: (transfer full) (nullable): the template
 */
RgmPptxTemplate *
rgm_pptx_template_read (GBytes  *bytes,
                        GError **error)
{
  g_autoptr (RgmPptxTemplate) self = g_new0 (RgmPptxTemplate, 1);
  g_autoptr (GError) fault = NULL;

  self->masters = g_ptr_array_new_with_free_func ((GDestroyNotify) free_master);
  self->kept = g_ptr_array_new_with_free_func (g_free);
  self->types = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->contents = rgm_unzip (bytes, &fault);
  if (self->contents != NULL && read_template (self, &fault))
    return g_steal_pointer (&self);

  g_propagate_error (error, g_steal_pointer (&fault));

  return NULL;
}
