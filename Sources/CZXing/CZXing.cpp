#include "CZXing.h"

#include <ZXing/ReadBarcode.h>

#include <cstring>

extern "C" int czxing_read(
    const uint8_t *luma, int32_t width, int32_t height, uint8_t *bytes, size_t byte_capacity,
    czxing_symbol *symbols, size_t symbol_capacity) {
    try {
        ZXing::ImageView plane(luma, width, height, ZXing::ImageFormat::Lum);
        ZXing::DecodeHints hints;
        hints.setFormats(ZXing::BarcodeFormat::QRCode);
        hints.setTryHarder(true).setTryRotate(true).setTryDownscale(true);
        size_t count = 0;
        size_t used = 0;
        for (const auto &result : ZXing::ReadBarcodes(plane, hints)) {
            if (!result.isValid()) {
                continue;
            }
            const auto &content = result.bytes();
            if (count == symbol_capacity || content.size() > byte_capacity - used) {
                return CZXING_BUFFER_TOO_SMALL;
            }
            auto &symbol = symbols[count++];
            symbol.offset = used;
            symbol.length = content.size();
            for (size_t corner = 0; corner < 4; ++corner) {
                symbol.x[corner] = result.position()[corner].x;
                symbol.y[corner] = result.position()[corner].y;
            }
            if (!content.empty()) {
                std::memcpy(bytes + used, content.data(), content.size());
            }
            used += content.size();
        }
        return static_cast<int>(count);
    } catch (...) {
        return CZXING_FAILED;
    }
}
