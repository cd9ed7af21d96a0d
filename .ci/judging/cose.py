"""COSE_Sign1 (RFC 9052) with Ed25519, as the sealed codes use it."""

import base64
import hashlib
import json
from dataclasses import dataclass
from pathlib import Path

from .report import Failed

CONTEXT = b"dossier-seal/1"
ALGORITHM, KEY_ID = 1, 4
ED25519 = (-19, -8)  # RFC 9864's own number, and the older EdDSA


@dataclass
class Sealed:
    """A decoded COSE_Sign1 whose bytes were the one deterministic encoding of it."""

    protected: bytes
    payload_bytes: bytes
    payload: list
    signature: bytes

    def verify(self, key):
        """Fails unless `key` signed this."""
        import cbor2
        from cryptography.exceptions import InvalidSignature

        if cbor2.loads(self.protected)[KEY_ID] != thumbprint(key)[:8]:
            raise Failed("sealed by another key")
        signed = cbor2.dumps(["Signature1", self.protected, CONTEXT, self.payload_bytes])
        try:
            key.verify(self.signature, signed)
        except InvalidSignature:
            raise Failed("the signature is wrong") from None


def opened(encoded):
    """Decodes the base45 text of a sealed code."""
    import base45
    import cbor2

    data = base45.b45decode(encoded)
    parts = cbor2.loads(data)
    if not isinstance(parts, list) or len(parts) != 4 or parts[1] != {}:
        raise Failed("no COSE_Sign1")
    protected, _, payload_bytes, signature = parts
    header, payload = cbor2.loads(protected), cbor2.loads(payload_bytes)
    for value, written in ((parts, data), (header, protected), (payload, payload_bytes)):
        if cbor2.dumps(value, canonical=True) != written:
            raise Failed("the CBOR is not deterministic")
    if set(header) != {ALGORITHM, KEY_ID} or header[ALGORITHM] not in ED25519:
        raise Failed(f"protected header {header}")
    if not isinstance(payload, list) or len(payload) != 13 or payload[0] != 1:
        raise Failed("unknown version of the payload")
    return Sealed(protected, payload_bytes, payload, signature)


def read_key(path):
    """A public Ed25519 key from a JWK, a key set of one, or PEM."""
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
    from cryptography.hazmat.primitives.serialization import load_pem_public_key

    text = Path(path).read_text()
    if text.lstrip().startswith("-----"):
        return load_pem_public_key(text.encode())
    jwk = json.loads(text)
    jwk = jwk["keys"][0] if "keys" in jwk else jwk
    return Ed25519PublicKey.from_public_bytes(base64.urlsafe_b64decode(jwk["x"] + "=="))


def thumbprint(key):
    """RFC 7638 thumbprint of a key, whose first 8 bytes are the key id."""
    x = base64.urlsafe_b64encode(key.public_bytes_raw()).rstrip(b"=").decode()
    return hashlib.sha256(f'{{"crv":"Ed25519","kty":"OKP","x":"{x}"}}'.encode()).digest()
