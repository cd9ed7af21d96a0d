#ifndef CGIF_H
#define CGIF_H

#include <stddef.h>
#include <stdint.h>

enum { CGIF_MESSAGE_SIZE = 128 };

/// Draws the first frame of a GIF on a transparent canvas: red, green, blue and alpha, 8 bits each.
///
/// The canvas has to hold the frame where it lies. Whether another frame follows comes out as 1.
/// Returns 0, or -1 with a message.
int cgif_decode(const uint8_t *bytes, size_t count, uint32_t width, uint32_t height,
                uint8_t *samples, size_t sampleCount, int *hasMore,
                char message[CGIF_MESSAGE_SIZE]);

#endif
