#pragma once

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// One symbol that was read: its bytes stand in the buffer, its corners in pixels of the plane,
/// clockwise from the corner that is the symbol's own top left.
typedef struct {
    size_t offset;
    size_t length;
    int32_t x[4];
    int32_t y[4];
} czxing_symbol;

/// Why a reading gave no number of symbols.
enum {
    CZXING_FAILED = -1,
    CZXING_BUFFER_TOO_SMALL = -2,
};

/// Reads the valid QR symbols of an 8-bit luma plane.
///
/// Returns their number, or a negative number: no exception leaves this function.
int czxing_read(
    const uint8_t *luma, int32_t width, int32_t height, uint8_t *bytes, size_t byte_capacity,
    czxing_symbol *symbols, size_t symbol_capacity);

#ifdef __cplusplus
}
#endif
