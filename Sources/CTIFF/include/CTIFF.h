#ifndef CTIFF_H
#define CTIFF_H

#include <stddef.h>
#include <stdint.h>

enum { CTIFF_MESSAGE_SIZE = 128 };

/// Decodes the first page of a TIFF in the order of its rows: red, green, blue and alpha, 8 bits
/// each, the colours multiplied by alpha.
///
/// libtiff needs callbacks with variadic arguments, which Swift cannot give. The orientation is not
/// applied. Whether another page follows comes out as 1. Returns 0, or -1 with a message.
int ctiff_decode(const uint8_t *bytes, size_t count, uint32_t width, uint32_t height,
                 uint8_t *samples, size_t sampleCount, int *hasMore,
                 char message[CTIFF_MESSAGE_SIZE]);

#endif
