/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "rgm-address.h"

/* The registries whose page of a trial has an address that follows from the number. */
static const struct
{
  const char *prefix;
  gsize n_digits;
  const char *page;
} registries[] = {
  { "NCT", 8, "https://clinicaltrials.gov/study/" },
  { "ISRCTN", 8, "https://www.isrctn.com/" },
};

/**
 * rgm_address_of_registration:
 * @id: a trial's number in a registry
 *
 * Returns: (transfer full) (nullable): the address of the registry's page, or %NULL if it doesn't follow from the number
 */
char *
rgm_address_of_registration (const char *id)
{
  g_return_val_if_fail (id != NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (registries); i++)
    {
      gsize length = strlen (registries[i].prefix);

      if (g_str_has_prefix (id, registries[i].prefix) &&
          strspn (id + length, "0123456789") == registries[i].n_digits &&
          id[length + registries[i].n_digits] == '\0')
        return g_strconcat (registries[i].page, id, NULL);
    }

  return NULL;
}

/**
 * rgm_address_of_doi:
 * @doi: a digital object identifier
 *
 * Returns: (transfer full): the address that it is resolved at
 */
char *
rgm_address_of_doi (const char *doi)
{
  g_autofree char *escaped = NULL;

  g_return_val_if_fail (doi != NULL, NULL);

  escaped = g_uri_escape_string (doi, "/:;()", FALSE);

  return g_strconcat ("https://doi.org/", escaped, NULL);
}
