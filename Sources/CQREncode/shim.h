#pragma once
#include <qrencode.h>
#include <stddef.h>

// Between reading a text and choosing a mask: libqrencode exports both steps for its tests, as Debian
// builds it, but tells nobody in its header. Where it does not export them they are null.
__attribute__((weak)) int Split_splitStringToQRinput(
    const char *string, QRinput *input, QRencodeMode hint, int casesensitive);
__attribute__((weak)) QRcode *QRcode_encodeMask(QRinput *input, int mask);

/// Encodes a text with a mask that the caller chooses; null if it cannot be encoded, or not so.
static inline QRcode *_Nullable qrencode_masked(
    const char *_Nonnull text, QRecLevel level, QRencodeMode hint, int mask)
{
    if (!Split_splitStringToQRinput || !QRcode_encodeMask)
        return NULL;
    QRinput *input = QRinput_new2(0, level);
    if (!input)
        return NULL;
    const int case_sensitive = 1;
    QRcode *code = NULL;
    if (Split_splitStringToQRinput(text, input, hint, case_sensitive) == 0)
        code = QRcode_encodeMask(input, mask);
    QRinput_free(input);
    return code;
}
