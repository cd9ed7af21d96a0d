#include "CPNG.h"

#include <png.h>
#include <setjmp.h>
#include <stdlib.h>
#include <string.h>

struct source {
    const uint8_t *bytes;
    size_t left;
};

/// Everything that must survive a longjmp lives here, behind one pointer.
struct decoding {
    png_structp png;
    png_infop info;
    uint8_t *rows;
    struct source source;
};

static void fail(png_structp png, png_const_charp text) {
    char *message = png_get_error_ptr(png);
    strncpy(message, text, CPNG_MESSAGE_SIZE - 1);
    message[CPNG_MESSAGE_SIZE - 1] = 0;
    longjmp(png_jmpbuf(png), 1);
}

static void ignore(png_structp png, png_const_charp text) {
    (void)png;
    (void)text;
}

static void read_source(png_structp png, png_bytep into, size_t count) {
    struct source *source = png_get_io_ptr(png);
    if (count > source->left) png_error(png, "the data ends early");
    memcpy(into, source->bytes, count);
    source->bytes += count;
    source->left -= count;
}

/// Chunks that are of no use for the pixels are not even inflated: they are where bombs hide.
static void skip_text(png_structp png) {
    static const png_byte names[] = "iCCP\0zTXt\0iTXt\0tEXt\0sPLT\0eXIf\0pCAL\0sCAL\0hIST\0cHRM\0"
                                    "gAMA\0sRGB\0bKGD\0sBIT\0pHYs\0oFFs\0tIME";
    png_set_keep_unknown_chunks(png, PNG_HANDLE_CHUNK_NEVER, names, sizeof names / 5);
}

/// Composites one row of samples with alpha on white: (s * a + 255 * (255 - a)) / 255, rounded.
static void composite(const uint8_t *from, uint8_t *to, uint32_t width, int channels) {
    for (uint32_t x = 0; x < width; x++) {
        unsigned alpha = from[channels];
        for (int c = 0; c < channels; c++) {
            unsigned sum = from[c] * alpha + 255 * (255 - alpha) + 128;
            *to++ = (uint8_t)((sum + (sum >> 8)) >> 8);
        }
        from += channels + 1;
    }
}

/// Sets 8-bit samples with an alpha channel or without as the only output.
/// Returns how many passes over the rows libpng will need.
static int set_output(png_structp png, png_infop info) {
    png_byte type = png_get_color_type(png, info);
    if (type == PNG_COLOR_TYPE_PALETTE) png_set_palette_to_rgb(png);
    if (type == PNG_COLOR_TYPE_GRAY) png_set_expand_gray_1_2_4_to_8(png);
    if (png_get_valid(png, info, PNG_INFO_tRNS)) png_set_tRNS_to_alpha(png);
    png_set_scale_16(png);
    int passes = png_set_interlace_handling(png);
    png_read_update_info(png, info);
    return passes;
}

static void read_rows(struct decoding *d, int passes, uint32_t width, uint32_t height,
                      uint8_t *samples, size_t sampleCount) {
    png_structp png = d->png;
    int depth = png_get_channels(png, d->info);
    int channels = depth <= 2 ? 1 : 3;
    size_t stride = (size_t)width * (size_t)channels;
    if (png_get_rowbytes(png, d->info) != (size_t)width * (size_t)depth
        || sampleCount != stride * height)
        png_error(png, "unexpected row size");
    if (depth == channels) {
        for (int pass = 0; pass < passes; pass++)
            for (uint32_t y = 0; y < height; y++) png_read_row(png, samples + y * stride, NULL);
        return;
    }
    // An interlaced picture needs all rows at once, since each pass adds pixels to them.
    size_t row = (size_t)width * (size_t)depth;
    d->rows = calloc(passes > 1 ? height : 1, row);
    if (!d->rows) png_error(png, "out of memory");
    for (int pass = 0; pass < passes; pass++)
        for (uint32_t y = 0; y < height; y++) {
            uint8_t *line = passes > 1 ? d->rows + y * row : d->rows;
            png_read_row(png, line, NULL);
            if (pass == passes - 1) composite(line, samples + y * stride, width, channels);
        }
}

static int decode(struct decoding *d, uint32_t width, uint32_t height, uint8_t *samples,
                  size_t sampleCount) {
    if (setjmp(png_jmpbuf(d->png))) return -1;
    png_set_read_fn(d->png, &d->source, read_source);
    png_set_user_limits(d->png, width, height);
    skip_text(d->png);
    png_read_info(d->png, d->info);
    if (png_get_image_width(d->png, d->info) != width
        || png_get_image_height(d->png, d->info) != height)
        png_error(d->png, "unexpected size");
    int passes = set_output(d->png, d->info);
    read_rows(d, passes, width, height, samples, sampleCount);
    png_read_end(d->png, NULL);
    return 0;
}

int cpng_flatten(const uint8_t *bytes, size_t count, uint32_t width, uint32_t height,
                 uint8_t *samples, size_t sampleCount, char message[CPNG_MESSAGE_SIZE]) {
    struct decoding d = {.source = {bytes, count}};
    int status = -1;
    strcpy(message, "out of memory");
    d.png = png_create_read_struct(PNG_LIBPNG_VER_STRING, message, fail, ignore);
    if (d.png) d.info = png_create_info_struct(d.png);
    if (d.info) status = decode(&d, width, height, samples, sampleCount);
    free(d.rows);
    png_destroy_read_struct(&d.png, &d.info, NULL);
    return status;
}
