#ifndef CWEBP_H
#define CWEBP_H

#include <stddef.h>
#include <stdint.h>

/// Draws the first frame of a WebP on a transparent canvas: red, green, blue and alpha, 8 bits each.
///
/// Some of libwebp's functions exist only as inline ones that check versions; they stay in here.
/// Whether another frame follows comes out as 1. Returns null, or what was wrong.
const char *cwebp_decode(const uint8_t *bytes, size_t count, uint32_t width, uint32_t height,
                         uint8_t *samples, size_t sampleCount, int *hasMore);

#endif
