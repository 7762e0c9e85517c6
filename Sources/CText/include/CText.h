#ifndef CTEXT_H
#define CTEXT_H

#include <stdint.h>

/// The cells that a terminal gives a code point: 0 for what combines with the one before, 1 or 2 for what
/// stands by itself, -1 for what the C library does not know. It asks a C.UTF-8 locale of its own, so that
/// the answer depends neither on the environment nor on what another thread has set.
int ctext_width(uint32_t scalar);

#endif
