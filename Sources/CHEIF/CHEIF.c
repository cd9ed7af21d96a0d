#include "CHEIF.h"

#include <dlfcn.h>
#include <libheif/heif.h>
#include <pthread.h>
#include <stdio.h>
#include <string.h>

// libheif brings decoders and encoders that take longer to load than most commands take to run: it is
// loaded with the first picture that needs it.
#define EACH_FUNCTION(USE) \
    USE(context_alloc) USE(context_free) USE(context_get_number_of_top_level_images) \
    USE(context_get_primary_image_handle) USE(context_read_from_memory_without_copy) \
    USE(context_set_max_decoding_threads) USE(context_set_maximum_image_size_limit) \
    USE(decode_image) USE(decoding_options_alloc) USE(decoding_options_free) \
    USE(have_decoder_for_format) USE(image_get_plane_readonly) USE(image_get_primary_height) \
    USE(image_get_primary_width) USE(image_handle_get_height) USE(image_handle_get_width) \
    USE(image_handle_release) USE(image_is_premultiplied_alpha) USE(image_release)

static struct {
#define DECLARE(name) __typeof__(heif_##name) *name;
    EACH_FUNCTION(DECLARE)
} heif;
static int isLoaded;

static void load(void) {
    void *library = dlopen("libheif.so.1", RTLD_NOW | RTLD_LOCAL);
    if (!library) return;
    isLoaded = 1;
#define FIND(name) \
    heif.name = (__typeof__(heif.name))dlsym(library, "heif_" #name); \
    isLoaded &= heif.name != NULL;
    EACH_FUNCTION(FIND)
}

static int isThere(void) {
    static pthread_once_t once = PTHREAD_ONCE_INIT;
    pthread_once(&once, load);
    return isLoaded;
}

static int decodes(enum heif_compression_format format) {
    return isThere() && heif.have_decoder_for_format(format);
}

int cheif_decodes_hevc(void) { return decodes(heif_compression_HEVC); }
int cheif_decodes_av1(void) { return decodes(heif_compression_AV1); }

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
    struct heif_decoding_options *options = heif.decoding_options_alloc();
    if (!options) return 0;
    options->convert_hdr_to_8bit = 1;
    // Else a picture with missing tiles counts as decoded.
    options->strict_decoding = 1;
    int isDecoded = check(heif.decode_image(handle, image, heif_colorspace_RGB,
                                            heif_chroma_interleaved_RGBA, options), message);
    heif.decoding_options_free(options);
    return isDecoded;
}

static int describe(struct heif_image *image, uint32_t maxSide, uint64_t maxPixels,
                    struct cheif_picture *picture, char *message) {
    int width = heif.image_get_primary_width(image);
    int height = heif.image_get_primary_height(image);
    int stride = 0;
    if (!fits(width, height, maxSide, maxPixels, message)) return 0;
    picture->rows = heif.image_get_plane_readonly(image, heif_channel_interleaved, &stride);
    if (!picture->rows || stride < width * 4) return 0;
    picture->width = (uint32_t)width;
    picture->height = (uint32_t)height;
    picture->stride = (size_t)stride;
    picture->isPremultiplied = heif.image_is_premultiplied_alpha(image);
    return 1;
}

static int decode(struct heif_context *context, const uint8_t *bytes, size_t count,
                  uint32_t maxSide, uint64_t maxPixels, struct cheif_picture *picture,
                  char *message) {
    struct heif_image_handle *handle = NULL;
    struct heif_image *image = NULL;
    heif.context_set_maximum_image_size_limit(context, (int)maxSide);
    // Tiles that are decoded side by side cost memory for each.
    heif.context_set_max_decoding_threads(context, 0);
    if (!check(heif.context_read_from_memory_without_copy(context, bytes, count, NULL), message)
        || !check(heif.context_get_primary_image_handle(context, &handle), message))
        return -1;
    int isSound = fits(heif.image_handle_get_width(handle), heif.image_handle_get_height(handle),
                       maxSide, maxPixels, message)
        && decode_handle(handle, &image, message)
        && describe(image, maxSide, maxPixels, picture, message);
    heif.image_handle_release(handle);
    if (!isSound) {
        if (image) heif.image_release(image);
        return -1;
    }
    picture->hasMore = heif.context_get_number_of_top_level_images(context) > 1;
    picture->image = image;
    return 0;
}

int cheif_decode(const uint8_t *bytes, size_t count, uint32_t maxSide, uint64_t maxPixels,
                 struct cheif_picture *picture, char message[CHEIF_MESSAGE_SIZE]) {
    memset(picture, 0, sizeof *picture);
    strcpy(message, isThere() ? "the data is not sound" : "libheif cannot be loaded");
    if (!isLoaded) return -1;
    struct heif_context *context = heif.context_alloc();
    if (!context) return -1;
    int status = decode(context, bytes, count, maxSide, maxPixels, picture, message);
    heif.context_free(context);
    return status;
}

void cheif_free(struct cheif_picture *picture) {
    if (picture->image) heif.image_release(picture->image);
    picture->image = NULL;
}
