#include "CTIFF.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <tiffio.h>

struct source {
    const uint8_t *bytes;
    size_t count, position;
    int isDecoding;
    char *message;
};

static tmsize_t read_source(thandle_t handle, void *into, tmsize_t count) {
    struct source *source = handle;
    size_t left = source->position < source->count ? source->count - source->position : 0;
    size_t taken = count < 0 ? 0 : (size_t)count < left ? (size_t)count : left;
    memcpy(into, source->bytes + (left ? source->position : 0), taken);
    source->position += taken;
    return (tmsize_t)taken;
}

static tmsize_t write_source(thandle_t handle, void *from, tmsize_t count) {
    (void)handle, (void)from, (void)count;
    return -1;
}

static toff_t seek_source(thandle_t handle, toff_t offset, int whence) {
    struct source *source = handle;
    toff_t base = whence == SEEK_CUR ? source->position : whence == SEEK_END ? source->count : 0;
    // Past the end nothing is read, so where exactly does not matter.
    source->position = base + offset > source->count ? source->count : (size_t)(base + offset);
    return source->position;
}

static int close_source(thandle_t handle) {
    (void)handle;
    return 0;
}

static toff_t size_source(thandle_t handle) {
    return ((struct source *)handle)->count;
}

static int note_error(TIFF *tiff, void *user, const char *module, const char *format, va_list list) {
    (void)tiff, (void)module;
    struct source *source = user;
    // The first error is the cause of those that follow.
    if (!source->message[0]) vsnprintf(source->message, CTIFF_MESSAGE_SIZE, format, list);
    return 1;
}

/// Of odd tags a warning says nothing worth knowing. While pixels are decoded it tells of rows that
/// were guessed, and those are no evidence.
static int note_warning(TIFF *tiff, void *user, const char *module, const char *format,
                        va_list list) {
    struct source *source = user;
    return source->isDecoding ? note_error(tiff, user, module, format, list) : 1;
}

static TIFF *open_source(struct source *source, size_t sampleCount) {
    TIFFOpenOptions *options = TIFFOpenOptionsAlloc();
    if (!options) return NULL;
    // A tile is no larger than the picture by much, and no table is larger than the file by much.
    tmsize_t most = (tmsize_t)(sampleCount * 2 + source->count * 8 + (1 << 20));
    TIFFOpenOptionsSetMaxSingleMemAlloc(options, most);
    TIFFOpenOptionsSetErrorHandlerExtR(options, note_error, source);
    TIFFOpenOptionsSetWarningHandlerExtR(options, note_warning, source);
    // m: no memory map; the bytes are in memory already.
    TIFF *tiff = TIFFClientOpenExt("picture", "rm", source, read_source, write_source, seek_source,
                                   close_source, size_source, NULL, NULL, options);
    TIFFOpenOptionsFree(options);
    return tiff;
}

/// An extra sample of no stated meaning is not transparency.
static void ignore_unspecified(TIFF *tiff, uint8_t *samples, size_t sampleCount) {
    uint16_t count = 0, *kinds = NULL;
    if (!TIFFGetField(tiff, TIFFTAG_EXTRASAMPLES, &count, &kinds) || count == 0) return;
    if (kinds[0] != EXTRASAMPLE_UNSPECIFIED) return;
    for (size_t i = 3; i < sampleCount; i += 4) samples[i] = 255;
}

static int decode(TIFF *tiff, uint32_t width, uint32_t height, uint8_t *samples,
                  size_t sampleCount, char *message) {
    TIFFRGBAImage image;
    char reason[1024] = "";
    if (!TIFFRGBAImageOK(tiff, reason) || !TIFFRGBAImageBegin(&image, tiff, 1, reason)) {
        if (!message[0]) strncpy(message, reason, CTIFF_MESSAGE_SIZE - 1);
        return -1;
    }
    int status = -1;
    // libtiff knows the mirrored orientations only, so none is asked of it.
    image.req_orientation = image.orientation;
    uint32_t *raster = image.width == width && image.height == height
        ? malloc(sampleCount) : NULL;
    if (raster && TIFFRGBAImageGet(&image, raster, width, height)) status = 0;
    for (size_t i = 0; status == 0 && i < sampleCount / 4; i++) {
        samples[i * 4] = TIFFGetR(raster[i]);
        samples[i * 4 + 1] = TIFFGetG(raster[i]);
        samples[i * 4 + 2] = TIFFGetB(raster[i]);
        samples[i * 4 + 3] = TIFFGetA(raster[i]);
    }
    free(raster);
    TIFFRGBAImageEnd(&image);
    return status;
}

int ctiff_decode(const uint8_t *bytes, size_t count, uint32_t width, uint32_t height,
                 uint8_t *samples, size_t sampleCount, int *hasMore,
                 char message[CTIFF_MESSAGE_SIZE]) {
    memset(message, 0, CTIFF_MESSAGE_SIZE);
    struct source source = {bytes, count, 0, 0, message};
    int status = -1;
    TIFF *tiff = sampleCount == (size_t)width * height * 4 ? open_source(&source, sampleCount)
                                                           : NULL;
    if (tiff) {
        // A tag of a wrong value is an error to libtiff, though it opens the file without it.
        message[0] = 0;
        source.isDecoding = 1;
        status = decode(tiff, width, height, samples, sampleCount, message);
        if (message[0]) status = -1;
        if (status == 0) ignore_unspecified(tiff, samples, sampleCount);
        *hasMore = !TIFFLastDirectory(tiff);
        TIFFClose(tiff);
    }
    if (status && !message[0]) strcpy(message, "the data is not sound");
    return status;
}
