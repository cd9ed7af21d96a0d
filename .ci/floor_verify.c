// The least work that verifying an archive can be: read each byte once, SHA-256 and CRC-32 what its entries
// hold, and compare the CRC-32. bench_verify.py measures `dossier verify` against it.
// usage: floor_verify ARCHIVE.zip...   build: cc -O2 floor_verify.c -o floor_verify -ldeflate -lcrypto

#include <fcntl.h>
#include <libdeflate.h>
#include <openssl/evp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

typedef unsigned char Byte;

enum { PIECE = 1 << 17 };

static const char *path;
static int file;

static void give_up(const char *why)
{
    fprintf(stderr, "floor_verify: %s: %s\n", path, why);
    exit(1);
}

static size_t u16(const Byte *at)
{
    return (size_t)at[0] | (size_t)at[1] << 8;
}

static size_t u32(const Byte *at)
{
    return u16(at) | u16(at + 2) << 16;
}

static void read_at(Byte *into, size_t count, size_t offset)
{
    for (ssize_t got; count; into += got, offset += (size_t)got, count -= (size_t)got)
        if ((got = pread(file, into, count, (off_t)offset)) <= 0)
            give_up("is cut short");
}

static void hash_stored(const Byte *record, EVP_MD_CTX *sha256)
{
    static Byte piece[PIECE];
    Byte head[30], digest[EVP_MAX_MD_SIZE];
    size_t offset = u32(record + 42), left = u32(record + 20);
    unsigned crc = 0;
    if (u16(record + 10))
        give_up("has packed entries, which this floor does not unpack");
    read_at(head, sizeof head, offset);
    offset += sizeof head + u16(head + 26) + u16(head + 28);
    EVP_DigestInit_ex(sha256, EVP_sha256(), NULL);
    while (left) {
        size_t count = left < PIECE ? left : PIECE;
        read_at(piece, count, offset);
        EVP_DigestUpdate(sha256, piece, count);
        crc = libdeflate_crc32(crc, piece, count);
        offset += count;
        left -= count;
    }
    EVP_DigestFinal_ex(sha256, digest, NULL);
    if (crc != u32(record + 16))
        give_up("is damaged");
}

static void verify(void)
{
    struct stat status;
    Byte end[22], *directory, *record;
    EVP_MD_CTX *sha256 = EVP_MD_CTX_new();
    if (fstat(file, &status) || status.st_size < 22)
        give_up("is no archive");
    read_at(end, sizeof end, (size_t)status.st_size - sizeof end);
    if (memcmp(end, "PK\5\6", 4))
        give_up("has no end record where ours have it");
    directory = record = malloc(u32(end + 12));
    read_at(directory, u32(end + 12), u32(end + 16));
    for (size_t entry = 0; entry < u16(end + 10); entry++) {
        hash_stored(record, sha256);
        record += 46 + u16(record + 28) + u16(record + 30) + u16(record + 32);
    }
    free(directory);
    EVP_MD_CTX_free(sha256);
}

int main(int count, char **paths)
{
    for (int i = 1; i < count; i++) {
        path = paths[i];
        if ((file = open(path, O_RDONLY)) < 0)
            give_up("cannot be opened");
        verify();
        close(file);
    }
    return 0;
}
