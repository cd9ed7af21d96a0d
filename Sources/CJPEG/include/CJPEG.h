#ifndef CJPEG_H
#define CJPEG_H

#include <stddef.h>
#include <stdint.h>

enum { CJPEG_MESSAGE_SIZE = 256 };

/// A file in memory; `bytes` is freed by `free`.
struct cjpeg_file {
    uint8_t *bytes;
    size_t count;
};

/// Encodes 8-bit gray (one channel) or RGB (three) samples as a baseline JPEG: chroma of half the
/// size, Huffman tables made for the picture, no metadata.
///
/// libjpeg reports errors by longjmp, which must not cross Swift frames; it stays in here.
/// Returns 0 and a file, or -1 with a message.
int cjpeg_encode(const uint8_t *samples, uint32_t width, uint32_t height, int channels, int quality,
                 struct cjpeg_file *file, char message[CJPEG_MESSAGE_SIZE]);

/// Writes the same coefficients anew with Huffman tables made for the picture, without metadata.
///
/// What libjpeg only warns of is an error here: nothing may get lost.
/// Returns 0 and a file, or -1 with a message.
int cjpeg_repack(const uint8_t *bytes, size_t count, struct cjpeg_file *file,
                 char message[CJPEG_MESSAGE_SIZE]);

/// As `cjpeg_encode`, in several scans that refine each other: some bytes fewer, for readers that know
/// progressive files.
int cjpeg_encode_progressive(const uint8_t *samples, uint32_t width, uint32_t height, int channels,
                             int quality, struct cjpeg_file *file,
                             char message[CJPEG_MESSAGE_SIZE]);

/// As `cjpeg_repack`, in several scans.
int cjpeg_repack_progressive(const uint8_t *bytes, size_t count, struct cjpeg_file *file,
                             char message[CJPEG_MESSAGE_SIZE]);

#endif
