#pragma once
#include <errno.h>
#include <qrencode.h>

// The library tries all eight masks and weighs each module of each; on a page of a form that is the
// largest single cost. These functions are behind its header: a build of it may hide them, hence weak.
extern __attribute__((weak)) QRcode *QRcode_encodeMask(QRinput *input, int mask);
extern __attribute__((weak)) int Split_splitStringToQRinput(
    const char *text, QRinput *input, QRencodeMode hint, int isCaseSensitive);

/// As `QRcode_encodeString`, under the mask of this number; NULL with ENOSYS where the library hides it.
static inline QRcode *CQREncode_encodeUnderMask(const char *text, QRecLevel level, int mask) {
    if (!QRcode_encodeMask || !Split_splitStringToQRinput) {
        errno = ENOSYS;
        return 0;
    }
    QRinput *input = QRinput_new2(0, level);
    if (!input) return 0;
    QRcode *code = 0;
    if (Split_splitStringToQRinput(text, input, QR_MODE_8, 1) == 0) code = QRcode_encodeMask(input, mask);
    int reason = errno;
    QRinput_free(input);
    errno = reason;
    return code;
}
