/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "rgm-paper.h"

G_BEGIN_DECLS

/**
 * RgmPaperMake:
 * @choice: which of the layouts
 * @data: what was given with it
 *
 * Returns: (transfer full): what is printed in that layout
 */
typedef RgmPaper *(*RgmPaperMake) (guint    choice,
                                   gpointer data);

/**
 * RgmPaperChoices:
 * @label: what is chosen
 * @choices: (array zero-terminated=1): the layouts, as a person knows them
 * @chosen: the one that is shown first
 * @make: makes the pages
 * @data: what @make is given
 * @free_data: (nullable): frees @data
 */
typedef struct
{
  const char         *label;
  const char * const *choices;
  guint               chosen;
  RgmPaperMake        make;
  gpointer            data;
  GDestroyNotify      free_data;
} RgmPaperChoices;

void rgm_paper_print         (RgmPaper              *paper,
                              const char            *description,
                              GtkWidget             *widget);
void rgm_paper_print_choices (const RgmPaperChoices *choices,
                              const char            *description,
                              GtkWidget             *widget);

G_END_DECLS
