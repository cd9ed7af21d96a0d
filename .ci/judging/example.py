"""The worked example of the published format, computed again by other people's libraries."""

import base64
import hashlib
import re
import struct

from . import tools

FORMAT = tools.REPOSITORY / "Sources/Sealing/Sealing.docc/Format.md"
ENTRY = re.compile(r"^(?P<name>\S.*)\n(?P<value>(?:    .*\n)+)", re.MULTILINE)
FENCE = re.compile(r"^```(?P<kind>hex|text)\n(?P<body>.*?)^```$", re.MULTILINE | re.DOTALL)
LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


def written():
    """The names and values of the article; bytes stand in hexadecimal over several lines."""
    values = {}
    for fence in FENCE.finditer(FORMAT.read_text()):
        for entry in ENTRY.finditer(fence["body"]):
            lines = [line[4:] for line in entry["value"].splitlines()]
            values[entry["name"]] = (
                bytes.fromhex("".join(lines)) if fence["kind"] == "hex" else lines[0])
    return values


def computed():
    """The same, from the seed, the texts and the numbers alone."""
    import cbor2
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    values = {}
    seed = bytes.fromhex("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60")
    key = Ed25519PrivateKey.from_private_bytes(seed)
    x = base64.urlsafe_b64encode(key.public_key().public_bytes_raw()).rstrip(b"=").decode()
    jwk = f'{{"crv":"Ed25519","kty":"OKP","x":"{x}"}}'
    kid = hashlib.sha256(jwk.encode()).digest()[:8]
    values |= {"seed": seed, "key for the thumbprint": jwk, "key id": kid}

    manifest = '{"format":"dossier-manifest/1","pages":3}'
    digest = hashlib.sha256(manifest.encode()).digest()
    values |= {"manifest": manifest, "manifest's SHA-256": digest, "dossier id": digest[:8],
               "dossier id as printed": printed(digest[:8])}

    pictures = [hashlib.sha256(text.encode()).digest() for text in ("first picture", "second picture")]
    salt = derived_salt(pictures)
    subject = b"dossier-subject/1\0" + salt + b"".join(
        b"\0" + part.encode() for part in ("二代身份证", "11010519491231002X", "张三"))
    commitment = hashlib.sha256(subject).digest()[:16]
    values |= {"first picture's SHA-256": pictures[0], "second picture's SHA-256": pictures[1],
               "salt": salt, "what the commitment hashes": subject, "commitment": commitment}

    payload = cbor2.dumps(
        [1, 2, b"", 1, 43, 2026, 110, digest, commitment, 2, 3, 20489, 20818], canonical=True)
    header = cbor2.dumps({1: -19, 4: kid}, canonical=True)
    signed = cbor2.dumps(["Signature1", header, b"dossier-seal/1", payload], canonical=True)
    signature = key.sign(signed)
    envelope = cbor2.dumps([header, {}, payload, signature], canonical=True)
    values |= {"payload": payload, "protected header": header, "Sig_structure": signed,
               "signature": signature, "envelope": envelope,
               "the page's seal": "DS1:" + base45(envelope)}

    code = struct.pack(">BHH", 2, 2, 3) + digest
    values |= {"unsigned page": code, "the unsigned page's code": unsigned(code)}
    answers = '{"answers":{},"form":"practice-proof","version":1}'
    answers_hash = hashlib.sha256(answers.encode()).digest()
    form = struct.pack(">BHH", 3, 1, 1) + answers_hash + struct.pack(">H", 1) + b"practice-proof"
    values |= {"a form's answers": answers, "unsigned form": form,
               "the form's code": unsigned(form)}

    blank = b"%PDF-1.7\n" + b" " * 320 + b"%%EOF\n"
    document = struct.pack(">BHH", 5, 0, 3) + hashlib.sha256(blank).digest()
    values |= {"unsigned document": document, "the document's code": unsigned(document)}
    return values


def base45(data):
    import base45 as library

    text = library.b45encode(data)
    return text if isinstance(text, str) else text.decode()


def unsigned(data):
    from .codes import check_character

    body = base45(data)
    return "DS0:" + check_character(body) + body


def derived_salt(pictures):
    from cryptography.hazmat.primitives.hashes import SHA256
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF

    derive = HKDF(algorithm=SHA256(), length=16, salt=None, info=b"dossier-subject-salt/1")
    return derive.derive(b"".join(sorted(pictures)))


def printed(identifier):
    """Thirteen letters of five bits, and the one that brings the sum in GF(32) to zero."""
    number = int.from_bytes(identifier, "big")
    digits = [number >> 5 * place & 31 for place in reversed(range(13))]
    check = 0
    for digit in digits:
        check = times_alpha(check) ^ digit
    letters = "".join(LETTERS[digit] for digit in [*digits, times_alpha(check)])
    return f"{letters[:5]}-{letters[5:9]}-{letters[9:]}"


def times_alpha(element):
    return element << 1 if element < 16 else element << 1 ^ 0b100101
