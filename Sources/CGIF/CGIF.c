#include "CGIF.h"

#include <gif_lib.h>
#include <stdlib.h>
#include <string.h>

struct source {
    const uint8_t *bytes;
    size_t left;
};

struct canvas {
    uint32_t width, height;
    uint8_t *samples;
};

static int read_source(GifFileType *gif, GifByteType *into, int count) {
    struct source *source = gif->UserData;
    size_t taken = (size_t)count < source->left ? (size_t)count : source->left;
    memcpy(into, source->bytes, taken);
    source->bytes += taken;
    source->left -= taken;
    return (int)taken;
}

static const char *reason(int error) {
    const char *text = GifErrorString(error);
    return text ? text : "the data is not sound";
}

/// Reads an extension; a graphics control among its blocks says which index is transparent.
static int read_extension(GifFileType *gif, int *transparent) {
    int code;
    GifByteType *block;
    if (DGifGetExtension(gif, &code, &block) == GIF_ERROR) return -1;
    while (block) {
        GraphicsControlBlock control;
        if (code == GRAPHICS_EXT_FUNC_CODE && block[0] == 4
            && DGifExtensionToGCB(block[0], block + 1, &control) == GIF_OK)
            *transparent = control.TransparentColor;
        if (DGifGetExtensionNext(gif, &block) == GIF_ERROR) return -1;
    }
    return 0;
}

/// Moves to the first frame. Returns -1 if there is none.
static int find_frame(GifFileType *gif, int *transparent, const char **failure) {
    for (;;) {
        GifRecordType type;
        if (DGifGetRecordType(gif, &type) == GIF_ERROR) break;
        if (type == IMAGE_DESC_RECORD_TYPE) {
            if (DGifGetImageDesc(gif) == GIF_ERROR) break;
            return 0;
        }
        if (type == EXTENSION_RECORD_TYPE) {
            if (read_extension(gif, transparent)) break;
        } else {
            *failure = "there is no frame in it";
            return -1;
        }
    }
    *failure = reason(gif->Error);
    return -1;
}

static int draw_row(const GifPixelType *row, int count, const ColorMapObject *colours,
                    int transparent, uint8_t *to) {
    for (int x = 0; x < count; x++, to += 4) {
        int index = row[x];
        if (index == transparent) continue;
        if (index >= colours->ColorCount) return -1;
        const GifColorType *colour = &colours->Colors[index];
        to[0] = colour->Red;
        to[1] = colour->Green;
        to[2] = colour->Blue;
        to[3] = 255;
    }
    return 0;
}

static int draw_frame(GifFileType *gif, GifPixelType *row, const ColorMapObject *colours,
                      int transparent, struct canvas canvas, const char **failure) {
    // The rows of an interlaced frame come in four passes.
    static const int starts[] = {0, 4, 2, 1}, steps[] = {8, 8, 4, 2};
    const GifImageDesc *frame = &gif->Image;
    int passes = frame->Interlace ? 4 : 1;
    for (int pass = 0; pass < passes; pass++)
        for (int y = starts[pass]; y < frame->Height; y += passes == 1 ? 1 : steps[pass]) {
            if (DGifGetLine(gif, row, frame->Width) == GIF_ERROR) {
                *failure = reason(gif->Error);
                return -1;
            }
            size_t start = ((size_t)(frame->Top + y) * canvas.width + (size_t)frame->Left) * 4;
            if (draw_row(row, frame->Width, colours, transparent, canvas.samples + start)) {
                *failure = "a pixel has a colour that the palette lacks";
                return -1;
            }
        }
    return 0;
}

static int holds(struct canvas canvas, const GifImageDesc *frame) {
    return frame->Left >= 0 && frame->Top >= 0 && frame->Width > 0 && frame->Height > 0
        && (uint32_t)frame->Left + (uint32_t)frame->Width <= canvas.width
        && (uint32_t)frame->Top + (uint32_t)frame->Height <= canvas.height;
}

static int decode(GifFileType *gif, struct canvas canvas, int *hasMore, const char **failure) {
    int transparent = NO_TRANSPARENT_COLOR;
    if (find_frame(gif, &transparent, failure)) return -1;
    const ColorMapObject *colours = gif->Image.ColorMap ? gif->Image.ColorMap : gif->SColorMap;
    *failure = "there is no palette";
    if (!colours) return -1;
    *failure = "unexpected size";
    if (!holds(canvas, &gif->Image)) return -1;
    GifPixelType *row = malloc((size_t)gif->Image.Width);
    *failure = "out of memory";
    if (!row) return -1;
    int status = draw_frame(gif, row, colours, transparent, canvas, failure);
    free(row);
    // What follows decides only whether something was left out, so damage there does no harm.
    const char *ignored;
    *hasMore = status == 0 && find_frame(gif, &transparent, &ignored) == 0;
    return status;
}

int cgif_decode(const uint8_t *bytes, size_t count, uint32_t width, uint32_t height,
                uint8_t *samples, size_t sampleCount, int *hasMore,
                char message[CGIF_MESSAGE_SIZE]) {
    struct source source = {bytes, count};
    const char *failure = "unexpected size";
    int error = 0, status = -1;
    if (sampleCount == (size_t)width * height * 4) {
        memset(samples, 0, sampleCount);
        GifFileType *gif = DGifOpen(&source, read_source, &error);
        failure = gif ? "" : reason(error);
        if (gif) {
            struct canvas canvas = {width, height, samples};
            status = decode(gif, canvas, hasMore, &failure);
            DGifCloseFile(gif, &error);
        }
    }
    strncpy(message, status ? failure : "", CGIF_MESSAGE_SIZE - 1);
    message[CGIF_MESSAGE_SIZE - 1] = 0;
    return status;
}
