/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <glib/gi18n-lib.h>

#include "rgm-compare-page.h"
#include "rgm-data-page.h"
#include "rgm-pages.h"
#include "rgm-pathway-page.h"
#include "rgm-response-page.h"
#include "rgm-survival-page.h"
#include "rgm-trial-page.h"

/* How a view that is a widget of its own is made. */
#define DEFINE_PAGE(name, TYPE)                                             \
  static GtkWidget *                                                        \
  name##_page_new (RgmWorkspace *workspace)                                 \
  {                                                                         \
    GtkWidget *page = g_object_new (RGM_TYPE_##TYPE##_PAGE, NULL);          \
                                                                            \
    rgm_##name##_page_set_workspace (RGM_##TYPE##_PAGE (page), workspace);  \
    return page;                                                            \
  }

DEFINE_PAGE (trial, TRIAL)
DEFINE_PAGE (compare, COMPARE)
DEFINE_PAGE (pathway, PATHWAY)
DEFINE_PAGE (data, DATA)

/* The views, in the order of the switcher. */
static const RgmPage pages[] = {
  { "trial", N_("Trial"), "rgm-trial-symbolic", trial_page_new },
  { "response", N_("Response"), "rgm-response-symbolic", rgm_response_page_new },
  { "survival", N_("Survival"), "rgm-survival-symbolic", rgm_survival_page_new },
  { "compare", N_("Compare"), "rgm-compare-symbolic", compare_page_new },
  { "pathway", N_("Pathway"), "rgm-pathway-symbolic", pathway_page_new },
  { "data", N_("Data"), "rgm-data-symbolic", data_page_new },
};

/**
 * rgm_pages_get:
 * @n_pages: (out): how many there are
 *
 * Returns: (transfer none) (array length=n_pages): the views of a window
 */
const RgmPage *
rgm_pages_get (guint *n_pages)
{
  *n_pages = G_N_ELEMENTS (pages);
  return pages;
}

/**
 * rgm_pages_find:
 * @id: a name
 *
 * Returns: (transfer none) (nullable): the view of that name
 */
const RgmPage *
rgm_pages_find (const char *id)
{
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    if (g_str_equal (pages[i].id, id))
      return &pages[i];

  return NULL;
}
