#include "CHEIF.h"

#include <libheif/heif.h>
#include <stdio.h>
#include <string.h>

int cheif_decodes_hevc(void) { return heif_have_decoder_for_format(heif_compression_HEVC); }
int cheif_decodes_av1(void) { return heif_have_decoder_for_format(heif_compression_AV1); }

/// Whether all went well; else the message tells what did not.
static int check(struct heif_error error, char *message) {
    if (error.code == heif_error_Ok) return 1;
    snprintf(message, CHEIF_MESSAGE_SIZE, "%s", error.message ? error.message : "");
    return 0;
}

static int fits(int width, int height, uint32_t maxSide, uint64_t maxPixels, char *message) {
    if (width > 0 && height > 0 && (uint32_t)width <= maxSide && (uint32_t)height <= maxSide
        && (uint64_t)width * (uint64_t)height <= maxPixels)
        return 1;
    snprintf(message, CHEIF_MESSAGE_SIZE, "unexpected size %dx%d", width, height);
    return 0;
}

static int decode_handle(const struct heif_image_handle *handle, struct heif_image **image,
                         char *message) {
    struct heif_decoding_options *options = heif_decoding_options_alloc();
    if (!options) return 0;
    options->convert_hdr_to_8bit = 1;
    // Else a picture with missing tiles counts as decoded.
    options->strict_decoding = 1;
    int isDecoded = check(heif_decode_image(handle, image, heif_colorspace_RGB,
                                            heif_chroma_interleaved_RGBA, options), message);
    heif_decoding_options_free(options);
    return isDecoded;
}

static int describe(struct heif_image *image, uint32_t maxSide, uint64_t maxPixels,
                    struct cheif_picture *picture, char *message) {
    int width = heif_image_get_primary_width(image);
    int height = heif_image_get_primary_height(image);
    int stride = 0;
    if (!fits(width, height, maxSide, maxPixels, message)) return 0;
    picture->rows = heif_image_get_plane_readonly(image, heif_channel_interleaved, &stride);
    if (!picture->rows || stride < width * 4) return 0;
    picture->width = (uint32_t)width;
    picture->height = (uint32_t)height;
    picture->stride = (size_t)stride;
    picture->isPremultiplied = heif_image_is_premultiplied_alpha(image);
    return 1;
}

static int decode(struct heif_context *context, const uint8_t *bytes, size_t count,
                  uint32_t maxSide, uint64_t maxPixels, struct cheif_picture *picture,
                  char *message) {
    struct heif_image_handle *handle = NULL;
    struct heif_image *image = NULL;
    heif_context_set_maximum_image_size_limit(context, (int)maxSide);
    // Tiles that are decoded side by side cost memory for each.
    heif_context_set_max_decoding_threads(context, 0);
    if (!check(heif_context_read_from_memory_without_copy(context, bytes, count, NULL), message)
        || !check(heif_context_get_primary_image_handle(context, &handle), message))
        return -1;
    int isSound = fits(heif_image_handle_get_width(handle), heif_image_handle_get_height(handle),
                       maxSide, maxPixels, message)
        && decode_handle(handle, &image, message)
        && describe(image, maxSide, maxPixels, picture, message);
    heif_image_handle_release(handle);
    if (!isSound) {
        if (image) heif_image_release(image);
        return -1;
    }
    picture->hasMore = heif_context_get_number_of_top_level_images(context) > 1;
    picture->image = image;
    return 0;
}

int cheif_decode(const uint8_t *bytes, size_t count, uint32_t maxSide, uint64_t maxPixels,
                 struct cheif_picture *picture, char message[CHEIF_MESSAGE_SIZE]) {
    memset(picture, 0, sizeof *picture);
    strcpy(message, "the data is not sound");
    struct heif_context *context = heif_context_alloc();
    if (!context) return -1;
    int status = decode(context, bytes, count, maxSide, maxPixels, picture, message);
    heif_context_free(context);
    return status;
}

void cheif_free(struct cheif_picture *picture) {
    if (picture->image) heif_image_release(picture->image);
    picture->image = NULL;
}
