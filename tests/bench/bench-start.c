/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <signal.h>
#include <string.h>
#include <sys/wait.h>

#include <X11/Xlib.h>

#include "bench.h"

/* bench-start PROGRAM LEAST: from the start of a process until the X server shows a window
 * of it, and what the process then holds in memory: shared pages in part, and what is its own alone. The two take turns, so that what else
 * the machine does meets both. */

#define N_TURNS 15
/* Longer than the program waits before it trims its heap. */
#define SETTLE_US 3000000

typedef struct
{
  GArray *start;   /* milliseconds */
  GArray *memory;  /* MiB, of which shared pages count in part */
  GArray *own;     /* MiB that no other process can share: who else runs changes nothing */
} Times;

/* A line of what the kernel says of a process's memory, in MiB. */
static double
get_memory (GPid        pid,
            const char *key)
{
  g_autofree char *path = g_strdup_printf ("/proc/%d/smaps_rollup", pid);
  g_autofree char *text = NULL;
  const char *line;

  if (!g_file_get_contents (path, &text, NULL, NULL) || (line = strstr (text, key)) == NULL)
    g_error ("%s says nothing of memory", path);

  return g_ascii_strtod (line + strlen (key), NULL) / 1024;
}

static void
wait_for_window (Display *display)
{
  XEvent event;

  do
    XNextEvent (display, &event);
  while (event.type != MapNotify || event.xmap.override_redirect);
}

static void
start (Display    *display,
       const char *program,
       Times      *times)
{
  const char *arguments[] = { program, NULL };
  g_autoptr (GError) error = NULL;
  gint64 begin = g_get_monotonic_time ();
  double took, memory, own;
  GPid pid;

  if (!g_spawn_async (NULL, (char **) arguments, NULL, G_SPAWN_DO_NOT_REAP_CHILD, NULL, NULL, &pid, &error))
    g_error ("%s", error->message);
  wait_for_window (display);
  took = (double) (g_get_monotonic_time () - begin) / 1000;
  g_usleep (SETTLE_US);
  memory = get_memory (pid, "\nPss:");
  own = get_memory (pid, "\nPrivate_Dirty:");
  kill (pid, SIGTERM);
  waitpid (pid, NULL, 0);
  g_spawn_close_pid (pid);
  g_usleep (100000);
  while (XPending (display) > 0)
    {
      XEvent event;

      XNextEvent (display, &event);
    }

  g_array_append_val (times->start, took);
  g_array_append_val (times->memory, memory);
  g_array_append_val (times->own, own);
}

int
main (int    argc,
      char **argv)
{
  Display *display = XOpenDisplay (NULL);
  Times all[2];

  if (argc != 3 || display == NULL)
    g_error ("bench-start PROGRAM LEAST, on a display");
  /* As a person starts them: only the tests' display goes without GL. */
  g_unsetenv ("GDK_DEBUG");
  g_unsetenv ("GDK_DISABLE");

  for (guint i = 0; i < 2; i++)
    {
      all[i].start = g_array_new (FALSE, FALSE, sizeof (double));
      all[i].memory = g_array_new (FALSE, FALSE, sizeof (double));
      all[i].own = g_array_new (FALSE, FALSE, sizeof (double));
    }

  XSelectInput (display, DefaultRootWindow (display), SubstructureNotifyMask);
  for (guint turn = 0; turn < 2 * N_TURNS; turn++)
    start (display, argv[1 + turn % 2], &all[turn % 2]);
  /* The first of each meets cold caches. */
  for (guint i = 0; i < 2; i++)
    {
      g_array_remove_index (all[i].start, 0);
      g_array_remove_index (all[i].memory, 0);
      g_array_remove_index (all[i].own, 0);
    }

  bench_say ("start to first window", bench_quantile (all[0].start, 0.5), bench_quantile (all[1].start, 0.5), "ms");
  bench_say ("memory of the first window", bench_quantile (all[0].memory, 0.5), bench_quantile (all[1].memory, 0.5), "MiB");
  bench_say ("memory of the first window, private", bench_quantile (all[0].own, 0.5), bench_quantile (all[1].own, 0.5), "MiB");

  return 0;
}
