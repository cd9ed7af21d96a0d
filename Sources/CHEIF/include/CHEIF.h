#ifndef CHEIF_H
#define CHEIF_H

#include <stddef.h>
#include <stdint.h>

enum { CHEIF_MESSAGE_SIZE = 128 };

/// A decoded primary picture, upright: red, green, blue and alpha, 8 bits each.
///
/// libheif tells the size only after the transformations of the file; so it keeps the pixels until
/// they are copied.
struct cheif_picture {
    uint32_t width, height;
    size_t stride;
    const uint8_t *rows;
    /// Whether the colours are multiplied by alpha.
    int isPremultiplied;
    /// Whether the file has other pictures besides.
    int hasMore;
    void *image;
};

/// Whether this libheif has a decoder of HEVC (of AV1).
int cheif_decodes_hevc(void);
int cheif_decodes_av1(void);

/// Decodes the primary picture of a HEIF file if it has at most so many pixels, and sides so long.
///
/// Returns 0, or -1 with a message. A picture that was decoded has to be freed.
int cheif_decode(const uint8_t *bytes, size_t count, uint32_t maxSide, uint64_t maxPixels,
                 struct cheif_picture *picture, char message[CHEIF_MESSAGE_SIZE]);

/// Frees what a decoded picture holds.
void cheif_free(struct cheif_picture *picture);

#endif
