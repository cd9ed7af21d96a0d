#!/usr/bin/env python3
"""Verifies sealed dossiers by the published format alone, and proves that altered seals are refused.

    .ci/judge_seals.py ARCHIVE.zip... --trust OFFICES.json [--key PRIVATE.pem]

Computes the worked example of Format.md again, then asks verify_seal.py about drawn pages of each
archive and about altered ones. With the office's own key, seals are also made that break one rule
each though their signature is good. Exits 1 when one is not judged rightly.
"""

import argparse
import json
import subprocess
import sys
import zipfile
from datetime import date
from pathlib import Path

import verify_seal
from judging import example
from judging.codes import read_by_zxing
from judging.report import Failed, Report
from judging.tools import scratch

VERIFIER = Path(__file__).with_name("verify_seal.py")
SEALED, REFUSED = 0, 2
SECOND_PAGE = 2
ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"


def main():
    parser = argparse.ArgumentParser(description="Verifies sealed dossiers by the format alone.")
    parser.add_argument("archives", nargs="+", type=Path, metavar="ARCHIVE.zip")
    parser.add_argument("--trust", required=True, type=Path, metavar="FILE")
    parser.add_argument("--key", type=Path, metavar="PRIVATE.pem")
    options = parser.parse_args()
    report = Report()
    report.judge("Format.md", "example", example_holds)
    with scratch() as folder:
        for index, path in enumerate(options.archives):
            sealed = Sealed(path, options.trust, folder / f"{index}")
            judge(report, sealed, options.key)
    return report.close()


def judge(report, sealed, key):
    report.judge(sealed.name, "page", sealed.must, SEALED, sealed.page)
    report.judge(sealed.name, "page+manifest", sealed.must, SEALED, sealed.page, "--manifest",
                 sealed.manifest)
    report.judge(sealed.name, "archive's seal", sealed.must, SEALED, sealed.archive_seal)
    report.judge(sealed.name, "code covered", sealed.must, REFUSED, sealed.covered_page())
    report.judge(sealed.name, "other manifest", sealed.must, REFUSED, sealed.page, "--manifest",
                 sealed.other_manifest())
    report.judge(sealed.name, "expired", sealed.must, REFUSED, sealed.page, "--as-of", "2099-01-01")
    report.judge(sealed.name, "not yet issued", sealed.must, REFUSED, sealed.page, "--as-of",
                 "2020-01-01")
    for what, change in TRUST_CHANGES.items():
        report.judge(sealed.name, what, sealed.must, REFUSED, sealed.page, "--trust",
                     sealed.other_trust(what, change))
    report.judge(sealed.name, "one letter", every_letter_counts, sealed)
    report.judge(sealed.name, "unsigned", sealed.must, REFUSED, example.computed()["the form's code"])
    report.judge(sealed.name, "stranger", sealed.must, REFUSED, example.computed()["the page's seal"])
    if key:
        for what, text in broken_seals(sealed, key).items():
            expected = SEALED if what == "same again" else REFUSED
            report.judge(sealed.name, what, sealed.must, expected, text)


TRUST_CHANGES = {
    "other area": lambda key: {**key, "areas": ["99"]},
    "other year": lambda key: {**key, "years": [2099]},
    "key too late": lambda key: {**key, "nbf": 65000, "exp": 65535},
    "key too early": lambda key: {**key, "nbf": 0, "exp": 1},
    "other key": lambda key: {**key, "x": "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"},
}


class Sealed:
    """An archive, its drawn second page, and the verifier that is asked about them."""

    def __init__(self, path, trust, folder):
        self.name, self.trust, self.folder = path.name, trust, folder
        folder.mkdir()
        with zipfile.ZipFile(path) as archive:
            for inside, out in (("data/dossier.pdf", "dossier.pdf"), ("seal.txt", "seal.txt"),
                                ("data/manifest.json", "manifest.json")):
                (folder / out).write_bytes(archive.read(f"{path.stem}/{inside}"))
        self.manifest = folder / "manifest.json"
        self.date = json.loads(self.manifest.read_bytes())["date"]
        self.archive_seal = (folder / "seal.txt").read_text().removesuffix("\n")
        self.page = folder / "page.png"
        number = str(SECOND_PAGE)
        subprocess.run(
            ["pdftoppm", "-r", "150", "-png", "-singlefile", "-f", number, "-l", number,
             folder / "dossier.pdf", self.page.with_suffix("")], check=True)
        self.text = next(iter(next(read_by_zxing([self.page]))))

    def must(self, expected, what, *changes):
        """What the verifier says; the options given last win."""
        result = subprocess.run(
            [sys.executable, "-B", VERIFIER, "--trust", self.trust, "--as-of", self.date, *changes,
             what], capture_output=True, text=True)
        if result.returncode != expected or not result.stdout.startswith(
                "SEALED" if expected == SEALED else "REFUSED"):
            raise Failed(f"exit {result.returncode}: {result.stdout}{result.stderr}")
        return result.stdout

    def covered_page(self):
        import zxingcpp
        from PIL import Image, ImageDraw

        picture = Image.open(self.page).convert("RGB")
        for code in zxingcpp.read_barcodes(picture):
            corners = [(point.x, point.y) for point in (
                code.position.top_left, code.position.top_right,
                code.position.bottom_right, code.position.bottom_left)]
            ImageDraw.Draw(picture).polygon(corners, fill="white")
        picture.save(self.folder / "covered.png")
        return self.folder / "covered.png"

    def other_manifest(self):
        other = self.folder / "other.json"
        other.write_bytes(self.manifest.read_bytes().replace(b'"revision":1', b'"revision":2'))
        return other

    def other_trust(self, what, change):
        keys = [change(key) for key in json.loads(self.trust.read_text())["keys"]]
        other = self.folder / f"{what}.json"
        other.write_text(json.dumps({"keys": keys}))
        return other


def example_holds():
    """Every value of the article is the one that follows from its inputs."""
    written, computed = example.written(), example.computed()
    wrong = [name for name in computed if written.get(name) != computed[name]]
    if wrong or len(written) != len(computed):
        raise Failed("; ".join(wrong) or "the article has other values")
    return f"{len(written)} values"


def every_letter_counts(sealed):
    """Each letter of the text changed in turn, and letters added, lost and swapped; without a process each."""
    keys, tried = json.loads(sealed.trust.read_text())["keys"], 0
    day = (date.fromisoformat(sealed.date) - date(1970, 1, 1)).days
    verify_seal.verified(sealed.text, keys, day, None)
    for changed in edits(sealed.text):
        tried += 1
        try:
            verify_seal.verified(changed, keys, day, None)
        except Exception:
            continue
        raise Failed(f"accepted {changed}")
    return f"{tried} texts refused"


def edits(text):
    """All texts with one letter other, lost, more or swapped with the next."""
    for place in range(len(text)):
        before, letter, after = text[:place], text[place], text[place + 1:]
        yield before + after
        for other in ALPHABET:
            yield before + other + text[place:]
            if other != letter:
                yield before + other + after
        if after and after[0] != letter:
            yield before + after[0] + letter + after[1:]
    for other in ALPHABET + "\n\0":
        yield text + other


def broken_seals(sealed, path):
    """Seals with a good signature of the office's own key that break one rule of form each."""
    import base45
    import cbor2
    from cryptography.hazmat.primitives.serialization import load_pem_private_key

    key = load_pem_private_key(path.read_bytes(), None)
    header, _, payload, _ = cbor2.loads(base45.b45decode(sealed.text[4:]))
    claims = cbor2.loads(payload)

    def seal(payload=payload, header=header, outer=None, context=b"dossier-seal/1"):
        signature = key.sign(cbor2.dumps(["Signature1", header, context, payload]))
        return cbor2.dumps([header, outer or {}, payload, signature])

    def changed(field, value):
        return cbor2.dumps([*claims[:field], value, *claims[field + 1:]])

    kid = cbor2.loads(header)[4]
    broken = {
        "same again": seal(),
        "other protocol": seal(context=b"another-seal/1"),
        "no context": seal(context=b""),
        "alg -8": seal(header=cbor2.dumps({1: -8, 4: kid})),
        "more headers": seal(header=cbor2.dumps({1: -19, 4: kid, 5: 0})),
        "outer header": seal(outer={1: -19}),
        "tag 18": b"\xd2" + seal(),
        "bytes behind": seal() + b"\0",
        "long integer": seal(payload=payload[:1] + b"\x18\x01" + payload[2:]),
        "14 fields": seal(payload=cbor2.dumps([*claims, 0])),
        "version 2": seal(payload=changed(0, 2)),
        "version true": seal(payload=changed(0, True)),
        "kind 7": seal(payload=changed(1, 7)),
        "revision 2": seal(payload=changed(3, 2)),
        "area 10": seal(payload=changed(4, 10)),
        "other area": seal(payload=changed(4, 99)),
        "short hash": seal(payload=changed(7, claims[7][:31])),
        "text as hash": seal(payload=changed(7, "x" * 32)),
        "page too high": seal(payload=changed(9, claims[10] + 1)),
        "back-dated": seal(payload=changed(11, 0)),
        "expired": seal(payload=changed(12, claims[11] - 1)),
    }
    return {what: "DS1:" + example.base45(data) for what, data in broken.items()}


if __name__ == "__main__":
    sys.exit(main())
