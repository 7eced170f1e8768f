/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <glib/gi18n-lib.h>

#include "rgm-pages.h"
#include "rgm-survival-page.h"

/* The views, in the order of the switcher. */
static const RgmPage pages[] = {
  { "survival", N_("Survival"), "rgm-survival-symbolic", rgm_survival_page_new },
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
