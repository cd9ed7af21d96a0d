#include "CAVIF.h"

#include <avif/avif.h>
#include <stdio.h>
#include <string.h>

int cavif_decodes(void) {
    return avifCodecName(AVIF_CODEC_CHOICE_AUTO, AVIF_CODEC_FLAG_CAN_DECODE) != NULL;
}

/// Tells what is to be shown: all, or the clean aperture.
static int crop(const avifImage *image, avifCropRect *shown, char *message) {
    *shown = (avifCropRect){0, 0, image->width, image->height};
    if (!(image->transformFlags & AVIF_TRANSFORM_CLAP)) return 1;
    avifDiagnostics diagnostics;
    if (avifCropRectConvertCleanApertureBox(shown, &image->clap, image->width, image->height,
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
    avifRGBImageSetDefaults(&rgb, image);
    rgb.depth = 8;
    rgb.format = AVIF_RGB_FORMAT_RGBA;
    avifRGBImageAllocatePixels(&rgb);
    if (!rgb.pixels) return AVIF_RESULT_OUT_OF_MEMORY;
    avifResult result = avifImageYUVToRGB(image, &rgb);
    if (result != AVIF_RESULT_OK) {
        avifRGBImageFreePixels(&rgb);
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
    avifResult result = avifDecoderSetIOMemory(decoder, bytes, count);
    if (result == AVIF_RESULT_OK) result = avifDecoderParse(decoder);
    if (result == AVIF_RESULT_OK) result = avifDecoderNextImage(decoder);
    if (result == AVIF_RESULT_OK) result = convert(decoder->image, picture, message);
    return result;
}

int cavif_decode(const uint8_t *bytes, size_t count, uint32_t maxSide, uint32_t maxPixels,
                 struct cavif_picture *picture, char message[CAVIF_MESSAGE_SIZE]) {
    memset(picture, 0, sizeof *picture);
    memset(message, 0, CAVIF_MESSAGE_SIZE);
    avifDecoder *decoder = avifDecoderCreate();
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
        avifDecoderDestroy(decoder);
    }
    if (result == AVIF_RESULT_OK) return 0;
    if (!message[0]) snprintf(message, CAVIF_MESSAGE_SIZE, "%s", avifResultToString(result));
    return -1;
}

void cavif_free(struct cavif_picture *picture) {
    avifRGBImage rgb = {.pixels = picture->pixels};
    avifRGBImageFreePixels(&rgb);
    picture->pixels = NULL;
}
