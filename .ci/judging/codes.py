"""The QR codes of the pages and the seal, read and recomputed without any code of ours."""

import json
import struct
import xml.etree.ElementTree as ElementTree

from . import cose, pdf
from .report import Failed, Unavailable
from .tools import must_succeed, run, sha256

# The convention of the codes, all of it: a kind, a page number, a number of pages.
KIND_COVER, KIND_PAGE, KIND_ARCHIVE, KIND_DOCUMENT = 1, 2, 4, 5
# The seal inside a PDF: so many bytes, which count as blanks when the PDF is hashed.
SEAL_NAME, SEAL_SIZE = "seal.txt", 320
# Base45's, RFC 9285.
ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"


def kind_of(number):
    return KIND_COVER if number == 0 else KIND_PAGE


def judge_volume(report, volume, drawn, key=None):
    name = volume.name
    report.judge(name, "qr-zxing", every_page_agrees, volume, drawn, read_by_zxing)
    report.judge(name, "qr-zbar", every_page_agrees, volume, drawn, read_by_zbar)
    report.judge(name, "pdf-seal", pdf_seal_holds, volume, key)
    report.judge(name, "signatures", signatures_hold, volume, drawn, key)


def judge(report, archive, key=None):
    name = archive.path.name
    if key or (archive.bag / "seal.txt").exists():
        report.judge(name, "seal", seal_holds, archive, key)


def every_page_agrees(volume, drawn, reader):
    """Each page that has a number carries exactly one code of ours, which says what page and manifest are."""
    pages = pdf.draw(volume.pdf, drawn)
    digest = bytes.fromhex(sha256(volume.manifest))
    total = json.loads(volume.manifest)["pages"]
    numbers = [sheet.get("page") for sheet in volume.sheets]
    wrong = [] if len(numbers) == len(pages) else [f"{len(pages)} pages, not {len(numbers)}"]
    for index, (number, texts) in enumerate(zip(numbers, reader(pages))):
        expected = kind_of(number), number, total, digest
        if number is None and not texts:
            continue
        if len(texts) != 1:
            wrong.append(f"page {index + 1} shows {len(texts)} codes")
        elif claims(texts[0]) != expected:
            wrong.append(f"page {index + 1} says {texts[0]}")
    if wrong:
        raise Failed("; ".join(wrong))
    return f"{len(pages)} pages"


def claims(text):
    """Kind, page, pages and digest of a code. A DS0 must equal what is written again from them."""
    if text.startswith("DS1:"):
        payload = cose.opened(text[4:]).payload
        return payload[1], payload[9], payload[10], payload[7]
    import base45

    kind, page, pages, digest = struct.unpack(">BHH32s", base45.b45decode(text[5:]))
    if text != integrity_text(kind, page, pages, digest):
        raise Failed(f"{text} is not written in the one way")
    return kind, page, pages, digest


def integrity_text(kind, page, pages, digest):
    import base45

    encoded = base45.b45encode(struct.pack(">BHH", kind, page, pages) + digest)
    body = encoded if isinstance(encoded, str) else encoded.decode()
    return "DS0:" + check_character(body) + body


def check_character(body):
    """With it in front, the values with the weights 1, 2, 1, 2, ... add up to a multiple of 45."""
    values = [ALPHABET.index(character) for character in body]
    return ALPHABET[-(2 * sum(values[::2]) + sum(values[1::2])) % 45]


def signatures_hold(volume, drawn, key):
    """Each page's code is signed by the given key."""
    texts = [text for found in read_by_zxing(pdf.draw(volume.pdf, drawn)) for text in found]
    unsigned = [text for text in texts if not text.startswith("DS1:")]
    if key is None:
        raise Unavailable("no --key given" if len(unsigned) < len(texts) else "not sealed")
    if unsigned or not texts:
        raise Failed(f"{len(unsigned)} of {len(texts)} codes are not signed")
    for text in texts:
        cose.opened(text[4:]).verify(key)
    return f"{len(texts)} codes"


def seal_holds(archive, key):
    """seal.txt is a code of kind archive over the payload manifest, signed when a key is given."""
    text = (archive.bag / "seal.txt").read_text().removesuffix("\n")
    digest = bytes.fromhex(sha256((archive.bag / "manifest-sha256.txt").read_bytes()))
    kind, _, _, sealed = claims(text)
    if (kind, sealed) != (KIND_ARCHIVE, digest):
        raise Failed("seal.txt seals another manifest-sha256.txt")
    if key is None:
        return "not compared with a key"
    cose.opened(text.removeprefix("DS1:")).verify(key)
    return "signed"


def pdf_seal_holds(volume, key):
    """The PDF's embedded seal is a code of kind document over all other bytes of the PDF."""
    extracted = volume.unpacked / "sealed"
    extracted.mkdir(exist_ok=True)
    must_succeed(run("pdfdetach", "-saveall", "-o", extracted, volume.pdf))
    if not (extracted / SEAL_NAME).exists():
        raise Failed(f"the PDF carries no {SEAL_NAME}")
    seal, whole = (extracted / SEAL_NAME).read_bytes(), volume.pdf.read_bytes()
    if len(seal) != SEAL_SIZE or whole.count(seal) != 1:
        raise Failed(f"{SEAL_NAME} of {len(seal)} bytes, {whole.count(seal)} times in the PDF")
    text = seal.decode().removesuffix("\n").rstrip(" ")
    digest = bytes.fromhex(sha256(whole.replace(seal, b" " * SEAL_SIZE)))
    kind, _, _, sealed = claims(text)
    if (kind, sealed) != (KIND_DOCUMENT, digest):
        raise Failed("the seal in the PDF is over other bytes")
    if text.startswith("DS0:"):
        return "hashed, not signed"
    if key is not None:
        cose.opened(text.removeprefix("DS1:")).verify(key)
    return "signed" if key is not None else "not compared with a key"


def read_by_zxing(pages):
    import zxingcpp
    from PIL import Image

    for page in pages:
        with Image.open(page) as drawn:
            yield _ours(barcode.text for barcode in zxingcpp.read_barcodes(drawn))


def read_by_zbar(pages):
    result = run("zbarimg", "--nodbus", "-q", "--xml", "-Sdisable", "-Sqrcode.enable", *pages)
    if result.returncode not in (0, 4):  # 4: no code on some page, which is for us to judge
        raise Failed(result.stderr.decode(errors="replace"))
    name = "{http://zbar.sourceforge.net/2008/barcode}"
    found = {page: [] for page in map(str, pages)}
    for source in ElementTree.fromstring(result.stdout).iter(f"{name}source"):
        found[source.get("href")] = [data.text or "" for data in source.iter(f"{name}data")]
    return [_ours(found[str(page)]) for page in pages]


def _ours(texts):
    # A certificate in a picture may carry a QR code of its own.
    return [text for text in texts if text.startswith(("DS0:", "DS1:"))]
