#include "CJPEG.h"

#include <setjmp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <jpeglib.h>

struct failure {
    struct jpeg_error_mgr manager;
    jmp_buf place;
    char *message;
};

static void fail(j_common_ptr info) {
    struct failure *failure = (struct failure *)info->err;
    char text[JMSG_LENGTH_MAX];
    info->err->format_message(info, text);
    strncpy(failure->message, text, CJPEG_MESSAGE_SIZE - 1);
    failure->message[CJPEG_MESSAGE_SIZE - 1] = 0;
    longjmp(failure->place, 1);
}

/// Level -1 is a warning of damage; others only trace.
static void object(j_common_ptr info, int level) {
    if (level < 0) fail(info);
}

static struct jpeg_error_mgr *prepare(struct failure *failure, char *message) {
    jpeg_std_error(&failure->manager);
    failure->manager.error_exit = fail;
    failure->manager.emit_message = object;
    failure->message = message;
    message[0] = 0;
    return &failure->manager;
}

/// Memory that grows while it is written. libjpeg's own would dangle after an error.
struct output {
    struct jpeg_destination_mgr manager;
    uint8_t *bytes;
    size_t size;
};

static void point(struct output *output, size_t used) {
    output->manager.next_output_byte = output->bytes + used;
    output->manager.free_in_buffer = output->size - used;
}

static void grow(j_compress_ptr info, size_t size) {
    struct output *output = (struct output *)info->dest;
    size_t used = output->size;
    uint8_t *bytes = realloc(output->bytes, size);
    if (!bytes) {
        strcpy(((struct failure *)info->err)->message, "out of memory");
        longjmp(((struct failure *)info->err)->place, 1);
    }
    output->bytes = bytes;
    output->size = size;
    point(output, used);
}

static void start_output(j_compress_ptr info) { grow(info, 1 << 16); }

static boolean full_output(j_compress_ptr info) {
    grow(info, 2 * ((struct output *)info->dest)->size);
    return TRUE;
}

static void end_output(j_compress_ptr info) { (void)info; }

static void direct(j_compress_ptr info, struct output *output) {
    output->manager.init_destination = start_output;
    output->manager.empty_output_buffer = full_output;
    output->manager.term_destination = end_output;
    info->dest = &output->manager;
}

/// Hands over what was written, or frees it.
static int finish(struct output *output, int status, struct cjpeg_file *file) {
    if (status != 0) {
        free(output->bytes);
        *file = (struct cjpeg_file){NULL, 0};
    } else {
        *file = (struct cjpeg_file){output->bytes, output->size - output->manager.free_in_buffer};
    }
    return status;
}

/// Everything that must survive a longjmp lives here, behind one pointer.
struct encoding {
    struct jpeg_compress_struct info;
    struct failure failure;
    struct output output;
};

static int encode(struct encoding *e, const uint8_t *samples, uint32_t width, uint32_t height,
                  int channels, int quality, int is_progressive) {
    if (setjmp(e->failure.place)) return -1;
    jpeg_create_compress(&e->info);
    direct(&e->info, &e->output);
    e->info.image_width = width;
    e->info.image_height = height;
    e->info.input_components = channels;
    e->info.in_color_space = channels == 1 ? JCS_GRAYSCALE : JCS_RGB;
    jpeg_set_defaults(&e->info);
    jpeg_set_quality(&e->info, quality, TRUE);
    e->info.optimize_coding = TRUE;
    e->info.dct_method = JDCT_ISLOW;
    if (is_progressive) jpeg_simple_progression(&e->info);
    jpeg_start_compress(&e->info, TRUE);
    size_t stride = (size_t)width * (size_t)channels;
    while (e->info.next_scanline < height) {
        JSAMPROW row = (JSAMPROW)(samples + stride * e->info.next_scanline);
        jpeg_write_scanlines(&e->info, &row, 1);
    }
    jpeg_finish_compress(&e->info);
    return 0;
}

static int make(const uint8_t *samples, uint32_t width, uint32_t height, int channels, int quality,
                int is_progressive, struct cjpeg_file *file, char *message) {
    struct encoding e = {0};
    e.info.err = prepare(&e.failure, message);
    int status = encode(&e, samples, width, height, channels, quality, is_progressive);
    jpeg_destroy_compress(&e.info);
    return finish(&e.output, status, file);
}

int cjpeg_encode(const uint8_t *samples, uint32_t width, uint32_t height, int channels, int quality,
                 struct cjpeg_file *file, char message[CJPEG_MESSAGE_SIZE]) {
    return make(samples, width, height, channels, quality, 0, file, message);
}

int cjpeg_encode_progressive(const uint8_t *samples, uint32_t width, uint32_t height, int channels,
                             int quality, struct cjpeg_file *file,
                             char message[CJPEG_MESSAGE_SIZE]) {
    return make(samples, width, height, channels, quality, 1, file, message);
}

struct repacking {
    struct jpeg_decompress_struct source;
    struct jpeg_compress_struct target;
    struct failure failure;
    struct output output;
};

static int repack(struct repacking *r, const uint8_t *bytes, size_t count, int is_progressive) {
    if (setjmp(r->failure.place)) return -1;
    jpeg_create_decompress(&r->source);
    jpeg_create_compress(&r->target);
    jpeg_mem_src(&r->source, bytes, count);
    jpeg_read_header(&r->source, TRUE);
    jvirt_barray_ptr *coefficients = jpeg_read_coefficients(&r->source);
    direct(&r->target, &r->output);
    jpeg_copy_critical_parameters(&r->source, &r->target);
    r->target.optimize_coding = TRUE;
    if (is_progressive) jpeg_simple_progression(&r->target);
    jpeg_write_coefficients(&r->target, coefficients);
    jpeg_finish_compress(&r->target);
    jpeg_finish_decompress(&r->source);
    return 0;
}

static int make_again(const uint8_t *bytes, size_t count, int is_progressive,
                      struct cjpeg_file *file, char *message) {
    struct repacking r = {0};
    r.source.err = prepare(&r.failure, message);
    r.target.err = &r.failure.manager;
    int status = repack(&r, bytes, count, is_progressive);
    // Destroying one that was never created does nothing: its memory manager is null.
    jpeg_destroy_compress(&r.target);
    jpeg_destroy_decompress(&r.source);
    return finish(&r.output, status, file);
}

int cjpeg_repack(const uint8_t *bytes, size_t count, struct cjpeg_file *file,
                 char message[CJPEG_MESSAGE_SIZE]) {
    return make_again(bytes, count, 0, file, message);
}

int cjpeg_repack_progressive(const uint8_t *bytes, size_t count, struct cjpeg_file *file,
                             char message[CJPEG_MESSAGE_SIZE]) {
    return make_again(bytes, count, 1, file, message);
}
