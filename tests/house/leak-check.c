/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Part of the programs with windows, in builds with the address sanitizer only: has its leak check leave out what libraries
 * allocate while they are loaded.
 *
 * GLib, for one, allocates its first table of quarks then, and drops it when it makes a larger
 * one, since other threads may still read it. A suppression can't name that table: the libraries
 * are built without frame pointers, so that a report seldom reaches beyond g_malloc(). */

#include <sanitizer/lsan_interface.h>

typedef void (*Initializer) (int argc, char **argv, char **envp);

static void
begin_loading (int    argc,
               char **argv,
               char **envp)
{
  (void) argc;
  (void) argv;
  (void) envp;
  __lsan_disable ();
}

/* The program's own constructors run after those of its libraries. */
__attribute__ ((constructor)) static void
end_loading (void)
{
  __lsan_enable ();
}

/* What this section holds runs before any library's constructor. */
__attribute__ ((section (".preinit_array"), used)) static const Initializer initializer = begin_loading;
