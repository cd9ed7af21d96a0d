#!/usr/bin/env python3
"""Verifies the seals on a picture of a printed page, or a code's text, by Sources/Sealing/Sealing.docc/Format.md:
    .ci/verify_seal.py --trust OFFICES.json [--as-of YYYY-MM-DD] [--manifest FILE] PICTURE|TEXT
It shares no code with dossier. Exits 0 if all codes of ours are sealed, trusted and in force, else 2.
"""
import argparse, base64, datetime, hashlib, json, sys
import base45, cbor2, PIL.Image, zxingcpp
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

RANGES = {i: (0, 65535) for i in range(9, 13)} | {
    0: (1, 1), 1: (1, 6), 3: (1, 65535), 4: (11, 99), 5: (2000, 2999), 6: (1, 9999)}

def need(truth, why):
    if not truth: raise ValueError(why)

def decoded(data, what):
    value = cbor2.loads(data)
    need(cbor2.dumps(value, canonical=True) == data, f"{what} is not deterministic CBOR")
    return value
def verified(text, keys, day, manifest):
    need(text.startswith("DS1:"), "DS0: a hash that nobody sealed")
    data = base45.b45decode(text[4:])
    need(base45.b45encode(data) in (text[4:], text[4:].encode()), "not base45 in its one spelling")
    parts = decoded(data, "the envelope")
    need(type(parts) is list and [type(part) for part in parts] == [bytes, dict, bytes, bytes], "no COSE_Sign1")
    header, claims = decoded(parts[0], "the header"), decoded(parts[2], "the payload")
    need(not parts[1] and type(header) is dict and set(header) == {1, 4} and header[1] == -19, "another header")
    need(type(claims) is list and len(claims) == 13, "another version")
    need(all(type(claims[i]) is int and low <= claims[i] <= high for i, (low, high) in RANGES.items()), "out of range")
    sizes = {2: 0 if claims[3] == 1 else 8, 7: 32, 8: 16}
    need(all(type(claims[i]) is bytes and len(claims[i]) == size for i, size in sizes.items()), "bytes of another size")
    kind, page, pages = claims[1], claims[9], claims[10]
    need(page <= pages and (page > 0 if kind in (2, 6) else page == 0 or kind == 3), "there is no such page")
    signed = cbor2.dumps(["Signature1", parts[0], b"dossier-seal/1", parts[2]])
    for key in keys:
        name = '{"crv":"Ed25519","kty":"OKP","x":"%s"}' % key["x"]
        if hashlib.sha256(name.encode()).digest()[:8] != header[4]: continue
        public = Ed25519PublicKey.from_public_bytes(base64.urlsafe_b64decode(key["x"] + "=="))
        public.verify(parts[3], signed)
        need(str(claims[4]) in key["areas"] and claims[5] in key.get("years", [claims[5]]), "not the key's area or year")
        need(key["nbf"] <= claims[11] <= key["exp"], "sealed outside the key's days")
        need(claims[11] <= day <= claims[12], "not in force on this day")
        need(manifest is None or hashlib.sha256(manifest).digest() == claims[7], "another manifest")
        return f"{key['name']}: kind {kind}, page {page}/{pages}, area {claims[4]}, {claims[5]}, {claims[7].hex()[:8]}"
    raise ValueError("sealed with a key that is not trusted")

def main():
    parser = argparse.ArgumentParser(description="Verifies the seals on a picture of a page.")
    for option in ("--trust", "--as-of", "--manifest", "what"): parser.add_argument(option)
    given = parser.parse_args()
    keys, as_of = json.load(open(given.trust))["keys"], given.as_of or str(datetime.date.today())
    day, texts = (datetime.date.fromisoformat(as_of) - datetime.date(1970, 1, 1)).days, [given.what]
    if given.what[:4] not in ("DS0:", "DS1:"):
        texts = [code.text for code in zxingcpp.read_barcodes(PIL.Image.open(given.what).convert("RGB"))]
    manifest = given.manifest and open(given.manifest, "rb").read()
    try: lines = [verified(text, keys, day, manifest) for text in texts if text[:4] in ("DS0:", "DS1:")]
    except Exception as fault: return print(f"REFUSED: {str(fault) or type(fault).__name__}") or 2
    return print("\n".join(f"SEALED by {line}" for line in lines) or "REFUSED: no code of ours") or (0 if lines else 2)

if __name__ == "__main__": sys.exit(main())
