#ifndef CPNG_H
#define CPNG_H

#include <stddef.h>
#include <stdint.h>
#include <zlib.h>

enum { CPNG_MESSAGE_SIZE = 128 };

/// Decodes a PNG into 8-bit samples without transparency: one channel for gray colour types, else
/// three, composited on white in the samples' own space.
///
/// libpng reports errors by longjmp, which must not cross Swift frames; it stays in here.
/// Returns 0, or -1 with a message.
int cpng_flatten(const uint8_t *bytes, size_t count, uint32_t width, uint32_t height,
                 uint8_t *samples, size_t sampleCount, char message[CPNG_MESSAGE_SIZE]);

#endif
