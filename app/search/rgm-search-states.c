/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-search-fields.h"
#include "rgm-search-states.h"
#include "rgm-value-text.h"

/* Outcomes without a number: 'OS not reached', 'median PFS not reported'. 'NR' is either: papers differ in what they mean by it. */

#define EITHER "nr"

static char *
make_id (const char *endpoint,
         const char *state)
{
  return g_strconcat (endpoint, "-", state, NULL);
}

static void
put_names (const char   *id,
           const char   *endpoint,
           const char   *words,
           RgmStateFunc  func,
           gpointer      data)
{
  g_autofree char *name = g_strconcat (endpoint, " ", words, NULL);

  func (id, name, data);
}

static void
put_state (const RgmEndpoint  *endpoint,
           char              **names,
           const char         *state,
           const char         *english,
           const char         *local,
           RgmStateFunc        func,
           gpointer            data)
{
  g_autofree char *id = make_id (endpoint->id, state);

  put_names (id, endpoint->id, english, func, data);
  put_names (id, endpoint->id, local, func, data);
  for (guint i = 0; names[i] != NULL; i++)
    {
      put_names (id, names[i], english, func, data);
      put_names (id, names[i], local, func, data);
    }
}

/**
 * rgm_search_states_list_names:
 * @endpoint: an endpoint
 * @func: (scope call): called for each name of each value
 * @data: for @func
 *
 * Lists how people write, in English and in their own language, that an endpoint has no number.
 */
void
rgm_search_states_list_names (const RgmEndpoint *endpoint,
                              RgmStateFunc       func,
                              gpointer           data)
{
  static const struct
  {
    RgmState    state;
    const char *english;
  } states[] = {
    { RGM_STATE_NOT_REPORTED, "not reported" },
    { RGM_STATE_NOT_REACHED, "not reached" },
    { RGM_STATE_NOT_ESTIMABLE, "not estimable" },
  };
  g_auto (GStrv) names = rgm_search_list_endpoint_names (endpoint);

  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    put_state (endpoint, names, rgm_enum_get_nick (RGM_TYPE_STATE, states[i].state), states[i].english,
               rgm_value_text_state (states[i].state), func, data);
  put_state (endpoint, names, EITHER, "NR", "n.r.", func, data);
  put_state (endpoint, names, rgm_enum_get_nick (RGM_TYPE_STATE, RGM_STATE_NOT_ESTIMABLE), "NE", "n.e.", func, data);
}

/**
 * rgm_search_states_list:
 * @outcome: an outcome
 * @func: (scope call): called for each value that says why it has no number
 * @data: for @func
 */
void
rgm_search_states_list (const RgmOutcome *outcome,
                        RgmStateFunc      func,
                        gpointer          data)
{
  RgmState state = outcome->estimate.state;
  g_autofree char *id = NULL;
  g_autofree char *either = NULL;

  if (state == RGM_STATE_REPORTED)
    return;

  id = make_id (outcome->endpoint, rgm_enum_get_nick (RGM_TYPE_STATE, state));
  func (id, NULL, data);
  if (state == RGM_STATE_NOT_ESTIMABLE)
    return;
  either = make_id (outcome->endpoint, EITHER);
  func (either, NULL, data);
}
