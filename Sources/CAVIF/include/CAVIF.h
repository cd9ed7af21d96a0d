#ifndef CAVIF_H
#define CAVIF_H

#include <stddef.h>
#include <stdint.h>

enum { CAVIF_MESSAGE_SIZE = 128 };

/// The first picture of an AVIF as it is stored: red, green, blue and alpha, 8 bits each.
struct cavif_picture {
    /// The size of what is to be shown of it.
    uint32_t width, height;
    size_t stride;
    const uint8_t *rows;
    /// Quarter turns against the clock, to be made first.
    int quarterTurns;
    /// What is to be exchanged then: 0 top and bottom, 1 left and right, -1 nothing.
    int mirror;
    /// Whether the file has other pictures besides.
    int hasMore;
    uint8_t *pixels;
};

/// Whether this libavif has a decoder.
int cavif_decodes(void);

/// Decodes the first picture if it has at most so many pixels, and sides so long.
///
/// libavif's settings are fields of structs that its functions make, which Swift could set; but what
/// has to be freed after which failure is better kept in one place. Returns 0, or -1 with a message.
/// A picture that was decoded has to be freed.
int cavif_decode(const uint8_t *bytes, size_t count, uint32_t maxSide, uint32_t maxPixels,
                 struct cavif_picture *picture, char message[CAVIF_MESSAGE_SIZE]);

/// Frees what a decoded picture holds.
void cavif_free(struct cavif_picture *picture);

#endif
