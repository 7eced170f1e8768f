/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Where the program has the pages within it. */
#define RGM_HELP_PATH RGM_RESOURCE_PREFIX "/help/"

/**
 * RgmHelpBlockKind:
 * @RGM_HELP_HEADING: the title of a section
 * @RGM_HELP_PARAGRAPH: a paragraph
 * @RGM_HELP_ITEM: an item of a list
 * @RGM_HELP_STEP: a numbered step
 * @RGM_HELP_TERM: a term; its explanation follows as an indented paragraph
 * @RGM_HELP_INDENTED: an indented paragraph
 * @RGM_HELP_NOTE: a paragraph set off from the others
 * @RGM_HELP_SCREEN: commands or output, as they are
 * @RGM_HELP_CELL: a cell of a table with two columns
 * @RGM_HELP_PICTURE: a figure; the text describes it
 *
 * The parts of a help topic.
 */
typedef enum
{
  RGM_HELP_HEADING,
  RGM_HELP_PARAGRAPH,
  RGM_HELP_ITEM,
  RGM_HELP_STEP,
  RGM_HELP_TERM,
  RGM_HELP_INDENTED,
  RGM_HELP_NOTE,
  RGM_HELP_SCREEN,
  RGM_HELP_CELL,
  RGM_HELP_PICTURE,
} RgmHelpBlockKind;

/**
 * RgmHelpBlock:
 * @kind: what it is
 * @text: its text with inline elements, as in the source; plain text for %RGM_HELP_SCREEN
 * @id: (nullable): the id of the section, for %RGM_HELP_HEADING; the name of the figure, for %RGM_HELP_PICTURE
 * @number: the number of a step, from 1
 */
typedef struct
{
  RgmHelpBlockKind  kind;
  char             *text;
  char             *id;
  guint             number;
} RgmHelpBlock;

/**
 * RgmHelpTopic:
 * @id: its id
 * @section: (nullable): the section of the index that lists it; %NULL for the index
 * @sort: (nullable): what orders it among the topics of its section
 * @title: its title, in the language of the source
 * @summary: (nullable): a line about it
 * @blocks: (element-type RgmHelpBlock): its parts, in order
 *
 * A page of the help, written in Mallard.
 */
typedef struct
{
  char      *id;
  char      *section;
  char      *sort;
  char      *title;
  char      *summary;
  GPtrArray *blocks;
} RgmHelpTopic;

RgmHelpTopic       *rgm_help_topic_parse     (const char          *source,
                                              gssize               length,
                                              GError             **error);
RgmHelpTopic       *rgm_help_topic_load      (const char          *id,
                                              GError             **error);
void                rgm_help_topic_free      (RgmHelpTopic        *self);
const RgmHelpBlock *rgm_help_topic_find      (const RgmHelpTopic  *self,
                                              const char          *section);
char               *rgm_help_link_get_topic  (const char          *link,
                                              const char         **section);
char               *rgm_help_link_get_title  (const char          *link);
char               *rgm_help_text_to_markup  (const char          *text);
char               *rgm_help_text_to_plain   (const char          *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RgmHelpTopic, rgm_help_topic_free)

G_END_DECLS
