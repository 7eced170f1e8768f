/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "rgm-figure-options.h"
#include "rgm-frame.h"
#include "rgm-table.h"

G_BEGIN_DECLS

/* Of the rooms model and search, which not everybody who shows a figure sees. */
typedef struct _RgmDataSet RgmDataSet;
typedef struct _RgmSelection RgmSelection;

/**
 * RgmSuggestion:
 * @text: (nullable): a text that an option takes; %NULL for an unset one
 * @label: what a person reads
 *
 * What is suggested for an option, of what the figure shows now.
 */
typedef struct
{
  char *text;
  char *label;
} RgmSuggestion;

#define RGM_TYPE_FIGURE (rgm_figure_get_type ())
G_DECLARE_DERIVABLE_TYPE (RgmFigure, rgm_figure, RGM, FIGURE, GObject)

/**
 * RgmFigureClass:
 * @kind: its id and the descriptions of its options
 * @update: works out text and table anew, and whatever @lay_out needs; called when
 *   something is asked for first after a change. Fills @text, whose strings the figure
 *   then owns, and returns the table (transfer full)
 * @lay_out: lays the figure out; @n_pages is never %NULL
 * @suggest: (nullable): adds what is suggested for an option of text whose description says nothing
 * @describe: (nullable): what an option's choices amount to in this figure, as text for a person;
 *   %NULL where there is nothing to say
 *
 * What each kind of figure implements.
 */
struct _RgmFigureClass
{
  GObjectClass parent_class;

  const RgmFigureKind *kind;

  RgmTable *(*update)  (RgmFigure             *self,
                        RgmFrame        *words);
  RgmScene *(*lay_out) (RgmFigure             *self,
                        const RgmLayout *layout,
                        guint                 *n_pages);
  void      (*suggest) (RgmFigure             *self,
                        const RgmOption       *option,
                        GPtrArray             *suggestions);
  char     *(*describe) (RgmFigure            *self,
                         const RgmOption      *option);
};

void                  rgm_figure_changed         (RgmFigure             *self);
const RgmFigureKind  *rgm_figure_get_kind        (RgmFigure             *self);
RgmSelection         *rgm_figure_get_selection   (RgmFigure             *self);
RgmDataSet           *rgm_figure_get_data_set    (RgmFigure             *self);

gconstpointer         rgm_figure_get_options     (RgmFigure             *self);
void                  rgm_figure_set_options     (RgmFigure             *self,
                                                  gconstpointer          options);
GVariant             *rgm_figure_get_option      (RgmFigure             *self,
                                                  const char            *key);
gboolean              rgm_figure_set_option      (RgmFigure             *self,
                                                  const char            *key,
                                                  GVariant              *value);
char                 *rgm_figure_describe_option (RgmFigure             *self,
                                                  const RgmOption       *option);
GPtrArray            *rgm_figure_list_suggestions
                                                 (RgmFigure             *self,
                                                  const RgmOption       *option);
void                  rgm_suggestion_free        (RgmSuggestion         *self);
void                  rgm_suggestion_add         (GPtrArray             *suggestions,
                                                  const char            *text,
                                                  const char            *label);
GVariant             *rgm_figure_save_options    (RgmFigure             *self);
void                  rgm_figure_restore_options (RgmFigure             *self,
                                                  GVariant              *saved);

const RgmFrame  *rgm_figure_get_frame        (RgmFigure             *self);
RgmTable             *rgm_figure_get_table       (RgmFigure             *self);
RgmScene             *rgm_figure_lay_out         (RgmFigure             *self,
                                                  const RgmLayout *layout,
                                                  guint                 *n_pages);

G_END_DECLS
