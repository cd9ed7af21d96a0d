// The least work that checking pictures can be: read each file once, SHA-256 all of its bytes, decode the
// entropy code of a JPEG, inflate the image data of a PNG. bench.py measures `dossier pack` against it.
// usage: floor PICTURE...   build: cc -O2 floor.c -o floor -ljpeg -lz -lcrypto

#include <fcntl.h>
#include <openssl/evp.h>
#include <setjmp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zlib.h>

#include <jpeglib.h>

typedef unsigned char Byte;

static void give_up(const char *path, const char *why)
{
    fprintf(stderr, "floor: %s: %s\n", path, why);
    exit(1);
}

static Byte *read_whole(const char *path, size_t *size)
{
    struct stat status;
    int file = open(path, O_RDONLY);
    if (file < 0 || fstat(file, &status))
        give_up(path, "cannot be read");
    Byte *bytes = malloc((size_t)status.st_size + 1);
    ssize_t got;
    *size = 0;
    while ((got = read(file, bytes + *size, (size_t)status.st_size - *size)) > 0)
        *size += (size_t)got;
    close(file);
    if (*size != (size_t)status.st_size)
        give_up(path, "changed while it was read");
    return bytes;
}

struct Complaint {
    struct jpeg_error_mgr manager;
    jmp_buf back;
};

static void leave(j_common_ptr decoder)
{
    longjmp(((struct Complaint *)decoder->err)->back, 1);
}

static void decode_jpeg(const char *path, const Byte *bytes, size_t size)
{
    struct jpeg_decompress_struct decoder;
    struct Complaint complaint;
    decoder.err = jpeg_std_error(&complaint.manager);
    complaint.manager.error_exit = leave;
    if (setjmp(complaint.back))
        give_up(path, "is no sound JPEG");
    jpeg_create_decompress(&decoder);
    jpeg_mem_src(&decoder, bytes, size);
    jpeg_read_header(&decoder, TRUE);
    jpeg_read_coefficients(&decoder);
    if (complaint.manager.num_warnings)
        give_up(path, "is a damaged JPEG");
    jpeg_finish_decompress(&decoder);
    jpeg_destroy_decompress(&decoder);
}

static unsigned big_endian(const Byte *at)
{
    return (unsigned)at[0] << 24 | (unsigned)at[1] << 16 | (unsigned)at[2] << 8 | at[3];
}

static void inflate_png(const char *path, const Byte *bytes, size_t size)
{
    static Byte rows[1 << 18];
    z_stream stream;
    int status = Z_OK;
    memset(&stream, 0, sizeof stream);
    inflateInit(&stream);
    for (size_t chunk = 8; chunk + 12 <= size;) {
        unsigned length = big_endian(bytes + chunk);
        if (length > size - chunk - 12)
            give_up(path, "is a PNG cut short");
        if (!memcmp(bytes + chunk + 4, "IDAT", 4)) {
            stream.next_in = (Byte *)bytes + chunk + 8;
            stream.avail_in = length;
            while (stream.avail_in && status == Z_OK) {
                stream.next_out = rows;
                stream.avail_out = sizeof rows;
                status = inflate(&stream, Z_NO_FLUSH);
            }
        }
        chunk += 12 + (size_t)length;
    }
    inflateEnd(&stream);
    if (status != Z_STREAM_END)
        give_up(path, "is a damaged PNG");
}

int main(int count, char **paths)
{
    for (int i = 1; i < count; i++) {
        size_t size;
        Byte *bytes = read_whole(paths[i], &size);
        Byte digest[EVP_MAX_MD_SIZE];
        EVP_Digest(bytes, size, digest, NULL, EVP_sha256(), NULL);
        if (size > 2 && bytes[0] == 0xFF && bytes[1] == 0xD8)
            decode_jpeg(paths[i], bytes, size);
        else if (size > 8 && !memcmp(bytes, "\x89PNG\r\n\x1a\n", 8))
            inflate_png(paths[i], bytes, size);
        else
            give_up(paths[i], "is neither JPEG nor PNG");
        free(bytes);
    }
    return 0;
}
