/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <stddef.h>
#include <stdint.h>

/* What libFuzzer calls, and fuzz-driver.c without it. Aborts where something that must hold doesn't. */
int LLVMFuzzerTestOneInput (const uint8_t *data,
                            size_t         size);
