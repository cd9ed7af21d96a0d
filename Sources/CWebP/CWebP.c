#include "CWebP.h"

#include <string.h>
#include <webp/decode.h>
#include <webp/demux.h>

static const char *draw(const WebPIterator *frame, uint32_t width, uint32_t height,
                        uint8_t *samples, size_t sampleCount) {
    if (frame->x_offset < 0 || frame->y_offset < 0 || frame->width <= 0 || frame->height <= 0
        || (uint32_t)frame->x_offset + (uint32_t)frame->width > width
        || (uint32_t)frame->y_offset + (uint32_t)frame->height > height)
        return "the first frame lies outside of the canvas";
    int frameWidth = 0, frameHeight = 0;
    if (!WebPGetInfo(frame->fragment.bytes, frame->fragment.size, &frameWidth, &frameHeight)
        || frameWidth != frame->width || frameHeight != frame->height)
        return "the first frame has another size than it claims";
    size_t stride = (size_t)width * 4;
    size_t start = (size_t)frame->y_offset * stride + (size_t)frame->x_offset * 4;
    if (!WebPDecodeRGBAInto(frame->fragment.bytes, frame->fragment.size, samples + start,
                            sampleCount - start, (int)stride))
        return "the data is not sound";
    return NULL;
}

const char *cwebp_decode(const uint8_t *bytes, size_t count, uint32_t width, uint32_t height,
                         uint8_t *samples, size_t sampleCount, int *hasMore) {
    WebPData data = {bytes, count};
    if (sampleCount != (size_t)width * height * 4) return "unexpected size";
    memset(samples, 0, sampleCount);
    WebPDemuxer *demuxer = WebPDemux(&data);
    if (!demuxer) return "the chunks are not whole";
    const char *failure = "unexpected size";
    WebPIterator frame;
    if (WebPDemuxGetI(demuxer, WEBP_FF_CANVAS_WIDTH) == width
        && WebPDemuxGetI(demuxer, WEBP_FF_CANVAS_HEIGHT) == height) {
        failure = "there is no frame in it";
        if (WebPDemuxGetFrame(demuxer, 1, &frame)) {
            failure = draw(&frame, width, height, samples, sampleCount);
            *hasMore = frame.num_frames > 1;
            WebPDemuxReleaseIterator(&frame);
        }
    }
    WebPDemuxDelete(demuxer);
    return failure;
}
