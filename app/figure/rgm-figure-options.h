/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * RgmOptionKind:
 * @RGM_OPTION_SWITCH: a #gboolean
 * @RGM_OPTION_CHOICE: an enumeration, as an int
 * @RGM_OPTION_TEXT: a string, or %NULL for the default; what is suggested is not all it takes
 * @RGM_OPTION_NUMBER: a double
 * @RGM_OPTION_IDS: a %NULL-terminated array of ids, or %NULL for the default
 * @RGM_OPTION_TIMES: a %NULL-terminated array of times as a file has them, '6', '12.5', or %NULL for none
 *
 * What an option holds.
 */
typedef enum
{
  RGM_OPTION_SWITCH,
  RGM_OPTION_CHOICE,
  RGM_OPTION_TEXT,
  RGM_OPTION_NUMBER,
  RGM_OPTION_IDS,
  RGM_OPTION_TIMES,
} RgmOptionKind;

/**
 * RgmOptionUnit:
 * @RGM_OPTION_PERCENT: in percent
 * @RGM_OPTION_PERCENT_OR_NONE: in percent; a negative number stands for none
 * @RGM_OPTION_SHARE: from 0 to 1, shown in percent
 * @RGM_OPTION_TIME_OR_AUTOMATIC: a time in the unit of the figure; 0 leaves the choice to the figure
 *
 * How a number is shown.
 */
typedef enum
{
  RGM_OPTION_PERCENT,
  RGM_OPTION_PERCENT_OR_NONE,
  RGM_OPTION_SHARE,
  RGM_OPTION_TIME_OR_AUTOMATIC,
} RgmOptionUnit;

/**
 * RgmOptionSuggestion:
 * @text: a text; %NULL for an unset one
 * @label: what a person reads, to be translated; %NULL ends a list
 */
typedef struct
{
  const char *text;
  const char *label;
} RgmOptionSuggestion;

/**
 * RgmOption:
 * @key: what it is called in files and on the command line
 * @kind: what it holds
 * @offset: where it stands in the struct of options
 * @label: (nullable): what a person reads, to be translated; %NULL for an option that the
 *   options panel doesn't show
 * @help: (nullable): a sentence on what it changes, to be translated
 * @topic: the place in the help that explains it, a page and perhaps its section: 'survival#axes'. The
 *   options panel shows those that follow one another with the same one as a group
 * @type: (nullable): the vocabulary of a choice
 * @suggestions: (nullable): of a text; ends with an entry without a label. %NULL where they depend
 *   on what the figure shows: rgm_figure_list_suggestions()
 * @initial: the default of a switch, choice or number
 * @min: of a number
 * @max: of a number
 * @step: of a number
 * @unit: of a number
 * @why_idle: (nullable): the reason why the option has no effect beside the others, in
 *   words for a person, or %NULL if it has
 *
 * The description of one option of a figure.
 */
typedef struct
{
  const char                *key;
  RgmOptionKind              kind;
  gsize                      offset;
  const char                *label;
  const char                *help;
  const char                *topic;
  GType                    (*type) (void);
  const RgmOptionSuggestion *suggestions;
  double                     initial;
  double                     min;
  double                     max;
  double                     step;
  RgmOptionUnit              unit;
  const char              *(*why_idle) (gconstpointer options);
} RgmOption;

/**
 * RgmFigureKind:
 * @id: its name in files and on the command line
 * @label: what a person reads, to be translated
 * @options_size: the size of its struct of options
 * @options: their descriptions
 * @n_options: how many
 * @statistics: (nullable): the places in the help that explain the statistics it states; ends with %NULL
 * @is_page: whether it is a page of words: upright on paper
 *
 * A kind of figure, and what can be set in it. A struct of options is a plain value:
 * everything that is done with it goes by the descriptions.
 */
typedef struct
{
  const char      *id;
  const char      *label;
  gsize            options_size;
  const RgmOption *options;
  guint            n_options;
  const char * const *statistics;
  gboolean         is_page;
} RgmFigureKind;

const RgmOption *rgm_figure_kind_find_option (const RgmFigureKind  *kind,
                                              const char           *key);

gpointer         rgm_figure_options_new      (const RgmFigureKind  *kind);
void             rgm_figure_options_free     (const RgmFigureKind  *kind,
                                              gpointer              options);
gboolean         rgm_figure_options_equal    (const RgmFigureKind  *kind,
                                              gconstpointer         a,
                                              gconstpointer         b);
void             rgm_figure_options_assign   (const RgmFigureKind  *kind,
                                              gpointer              options,
                                              gconstpointer         from);
GVariant        *rgm_figure_options_save     (const RgmFigureKind  *kind,
                                              gconstpointer         options);
void             rgm_figure_options_restore  (const RgmFigureKind  *kind,
                                              gpointer              options,
                                              GVariant             *saved);

GVariant        *rgm_option_get              (const RgmOption      *self,
                                              gconstpointer         options);
gboolean         rgm_option_set              (const RgmOption      *self,
                                              gpointer              options,
                                              GVariant             *value);

G_END_DECLS
