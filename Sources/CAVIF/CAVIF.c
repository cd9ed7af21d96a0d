#include "CAVIF.h"

#include <avif/avif.h>
#include <dlfcn.h>
#include <pthread.h>
#include <stdio.h>
#include <string.h>

// libavif brings decoders and encoders that take longer to load than most commands take to run: it is
// loaded with the first picture that needs it.
#if AVIF_VERSION >= 1000000
#define LIBRARY "libavif.so.16"
#else
#define LIBRARY "libavif.so.15"
#endif
#define EACH_FUNCTION(USE) \
    USE(CodecName) USE(CropRectConvertCleanApertureBox) USE(DecoderCreate) USE(DecoderDestroy) \
    USE(DecoderNextImage) USE(DecoderParse) USE(DecoderSetIOMemory) USE(ImageYUVToRGB) \
    USE(RGBImageAllocatePixels) USE(RGBImageFreePixels) USE(RGBImageSetDefaults) \
    USE(ResultToString)

static struct {
#define DECLARE(name) __typeof__(avif##name) *name;
    EACH_FUNCTION(DECLARE)
} avif;
static int isLoaded;

static void load(void) {
    void *library = dlopen(LIBRARY, RTLD_NOW | RTLD_LOCAL);
    if (!library) return;
    isLoaded = 1;
#define FIND(name) \
    avif.name = (__typeof__(avif.name))dlsym(library, "avif" #name); \
    isLoaded &= avif.name != NULL;
    EACH_FUNCTION(FIND)
}

static int isThere(void) {
    static pthread_once_t once = PTHREAD_ONCE_INIT;
    pthread_once(&once, load);
    return isLoaded;
}

int cavif_decodes(void) {
    return isThere()
        && avif.CodecName(AVIF_CODEC_CHOICE_AUTO, AVIF_CODEC_FLAG_CAN_DECODE) != NULL;
}

/// Tells what is to be shown: all, or the clean aperture.
static int crop(const avifImage *image, avifCropRect *shown, char *message) {
    *shown = (avifCropRect){0, 0, image->width, image->height};
    if (!(image->transformFlags & AVIF_TRANSFORM_CLAP)) return 1;
    avifDiagnostics diagnostics;
    if (avif.CropRectConvertCleanApertureBox(shown, &image->clap, image->width, image->height,
                                             image->yuvFormat, &diagnostics)
        && shown->width > 0 && shown->height > 0)
        return 1;
    snprintf(message, CAVIF_MESSAGE_SIZE, "its crop is not sound");
    return 0;
}

static avifResult convert(const avifImage *image, struct cavif_picture *picture, char *message) {
    avifCropRect shown;
    if (!crop(image, &shown, message)) return AVIF_RESULT_BMFF_PARSE_FAILED;
    avifRGBImage rgb;
    avif.RGBImageSetDefaults(&rgb, image);
    rgb.depth = 8;
    rgb.format = AVIF_RGB_FORMAT_RGBA;
    avif.RGBImageAllocatePixels(&rgb);
    if (!rgb.pixels) return AVIF_RESULT_OUT_OF_MEMORY;
    avifResult result = avif.ImageYUVToRGB(image, &rgb);
    if (result != AVIF_RESULT_OK) {
        avif.RGBImageFreePixels(&rgb);
        return result;
    }
    picture->pixels = rgb.pixels;
    picture->rows = rgb.pixels + (size_t)shown.y * rgb.rowBytes + (size_t)shown.x * 4;
    picture->stride = rgb.rowBytes;
    picture->width = shown.width;
    picture->height = shown.height;
    picture->quarterTurns = image->transformFlags & AVIF_TRANSFORM_IROT ? image->irot.angle & 3 : 0;
    picture->mirror = image->transformFlags & AVIF_TRANSFORM_IMIR ? image->imir.mode & 1 : -1;
    return AVIF_RESULT_OK;
}

static avifResult decode(avifDecoder *decoder, const uint8_t *bytes, size_t count,
                         struct cavif_picture *picture, char *message) {
    avifResult result = avif.DecoderSetIOMemory(decoder, bytes, count);
    if (result == AVIF_RESULT_OK) result = avif.DecoderParse(decoder);
    if (result == AVIF_RESULT_OK) result = avif.DecoderNextImage(decoder);
    if (result == AVIF_RESULT_OK) result = convert(decoder->image, picture, message);
    return result;
}

int cavif_decode(const uint8_t *bytes, size_t count, uint32_t maxSide, uint32_t maxPixels,
                 struct cavif_picture *picture, char message[CAVIF_MESSAGE_SIZE]) {
    memset(picture, 0, sizeof *picture);
    memset(message, 0, CAVIF_MESSAGE_SIZE);
    if (!isThere()) {
        strcpy(message, "libavif cannot be loaded");
        return -1;
    }
    avifDecoder *decoder = avif.DecoderCreate();
    avifResult result = AVIF_RESULT_OUT_OF_MEMORY;
    if (decoder) {
        // libavif holds the AV1 decoder to these as well, which reads sizes of its own.
        decoder->imageSizeLimit = maxPixels;
        decoder->imageDimensionLimit = maxSide;
        decoder->maxThreads = 1;
        // Exif may have an orientation too, which is not to be obeyed; libavif would prefer it.
        decoder->ignoreExif = AVIF_TRUE;
        decoder->ignoreXMP = AVIF_TRUE;
        result = decode(decoder, bytes, count, picture, message);
        picture->hasMore = decoder->imageCount > 1;
        avif.DecoderDestroy(decoder);
    }
    if (result == AVIF_RESULT_OK) return 0;
    if (!message[0]) snprintf(message, CAVIF_MESSAGE_SIZE, "%s", avif.ResultToString(result));
    return -1;
}

void cavif_free(struct cavif_picture *picture) {
    if (!picture->pixels) return;
    avifRGBImage rgb = {.pixels = picture->pixels};
    avif.RGBImageFreePixels(&rgb);
    picture->pixels = NULL;
}
