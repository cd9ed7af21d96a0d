#pragma once
#include <zlib.h>

// zlib's own name for this is a macro with a cast, which Swift does not import.
static inline int cz_deflate_init(z_stream *stream, int level) {
    return deflateInit2(stream, level, Z_DEFLATED, MAX_WBITS, MAX_MEM_LEVEL, Z_DEFAULT_STRATEGY);
}
