#!/usr/bin/env python3
"""Can others use our keys and lists, and do they come to the same verdict?

    .ci/judge_keys.py --dossier PATH

Makes keys and signed lists with the command and reads them with Python's cryptography, PyJWT and
rfc8785, knowing only what Templates/Schemas says; and the reverse for keys. Prints one line a check;
the last line counts them.
"""

import argparse
import base64
import json
import sys
from functools import partial
from pathlib import Path

from judging import tools
from judging.report import Failed, Report

SCHEMAS = tools.REPOSITORY / "Templates" / "Schemas"
WORDS = "correct horse 电池"


def main():
    parser = argparse.ArgumentParser(description="Proves keys and lists.")
    parser.add_argument("--dossier", required=True, type=Path, metavar="PATH")
    options = parser.parse_args()
    report = Report()
    with tools.scratch() as folder:
        (folder / "words").write_text(WORDS + "\n")
        command = partial(dossier, options.dossier.resolve(), folder)
        for name in ("office", "root"):
            report.prepare(name, "made", make_key, command, folder, name)
        report.judge("office", "cryptography", must_open, command, folder)
        for name, write in LOCKS.items():
            report.judge(name, "read-here", must_be_read, command, folder, write)
        report.prepare("trust.json", "signed", make_trust, command)
        report.judge("trust.json", "pyjwt", must_check_a_token, folder)
        report.prepare("revocations.json", "signed", make_revocations, command, folder)
        for name, form in (("trust", "dossier-trust/1"), ("revocations", "dossier-revocations/1")):
            file = folder / f"{name}.json"
            report.judge(file.name, "schema", must_fit, file, name)
            report.judge(file.name, "rfc8785", must_be_canonical, file)
            report.judge(file.name, "signature", must_be_signed, file, folder / "root.pub", form)
            report.judge(file.name, "tampered", must_both_refuse, command, folder, file, form)
    return report.close()


def dossier(program, folder, *words):
    store = folder / "share"
    environment = ("env", f"XDG_DATA_HOME={store}", "SOURCE_DATE_EPOCH=1769904000")
    return tools.run(*environment, program, *words, cwd=folder)


def make_key(command, folder, name):
    tools.must_succeed(command("key", "new", "-o", f"{name}.pem", "--passphrase-file", "words"))
    public = tools.must_succeed(command(
        "key", "show", f"{name}.pem", "--format", "pem", "--passphrase-file", "words")).stdout
    (folder / f"{name}.pub").write_bytes(public)


def opened(file):
    from cryptography.hazmat.primitives.serialization import load_pem_private_key

    return load_pem_private_key(file.read_bytes(), WORDS.encode())


def public_pem(key):
    from cryptography.hazmat.primitives import serialization

    return key.public_key().public_bytes(
        serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo)


def must_open(command, folder):
    if public_pem(opened(folder / "office.pem")) != (folder / "office.pub").read_bytes():
        raise Failed("the public halves differ")


def best_available():
    from cryptography.hazmat.primitives import serialization

    return serialization.BestAvailableEncryption(WORDS.encode())


def not_at_all():
    from cryptography.hazmat.primitives import serialization

    return serialization.NoEncryption()


LOCKS = {"locked": best_available, "open": not_at_all}


def must_be_read(command, folder, lock):
    from cryptography.hazmat.primitives import serialization
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    key = Ed25519PrivateKey.generate()
    (folder / "theirs.pem").write_bytes(key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, lock()))
    shown = tools.must_succeed(command(
        "key", "show", "theirs.pem", "--format", "pem", "--passphrase-file", "words")).stdout
    if shown != public_pem(key):
        raise Failed("the public halves differ")


def make_trust(command):
    for area in ("42", "43"):
        tools.must_succeed(command(
            "key", "trust", "add", "trust.json", "office.pub", "--name", "示例考点", "--area", area,
            "--from", "2026-01-01", "--to", "2026-12-31"))
    tools.must_succeed(command(
        "key", "trust", "sign", "trust.json", "--key", "root.pem", "--passphrase-file", "words"))
    tools.must_succeed(command("key", "trust", "install", "trust.json", "--root", "root.pub"))


def make_revocations(command, folder):
    kid = json.loads((folder / "trust.json").read_text())["keys"][0]["kid"]
    (folder / "ledger").write_text("".join(f"{tools.sha256(bytes([n]))}  manifest.json\n" for n in range(5)))
    tools.must_succeed(command(
        "key", "revoke", "key", "revocations.json", "--reason", "stolen", "--ledger", "ledger", "--", kid))
    tools.must_succeed(command(
        "key", "revoke", "dossier", "revocations.json", "00000-0000-00000", "--reason", "withdrawn"))
    tools.must_succeed(command(
        "key", "revoke", "latest", "revocations.json", "--case", "00000-0000-00000", "--revision", "2",
        "--id", "00000-0000-00000"))
    tools.must_succeed(command(
        "key", "revoke", "sign", "revocations.json", "--key", "root.pem", "--passphrase-file", "words"))
    tools.must_succeed(command("key", "revoke", "install", "revocations.json"))


def must_check_a_token(folder):
    import jwt

    keys = jwt.PyJWKSet.from_json((folder / "trust.json").read_text())
    kid = keys.keys[0].key_id
    token = jwt.encode({"n": 1}, opened(folder / "office.pem"), algorithm="EdDSA", headers={"kid": kid})
    if jwt.decode(token, keys[kid], algorithms=["EdDSA"]) != {"n": 1}:
        raise Failed("another token came out")
    return f"{len(keys.keys)} key, PyJWT {jwt.__version__}"


def must_fit(file, name):
    import jsonschema

    schema = json.loads((SCHEMAS / f"{name}.schema.json").read_text())
    jsonschema.Draft202012Validator.check_schema(schema)
    faults = list(jsonschema.Draft202012Validator(schema).iter_errors(json.loads(file.read_text())))
    if faults:
        raise Failed("; ".join(f"{fault.json_path}: {fault.message}" for fault in faults[:3]))


def must_be_canonical(file):
    import rfc8785

    if rfc8785.dumps(json.loads(file.read_text())) + b"\n" != file.read_bytes():
        raise Failed("not the canonical form")


def is_signed(content, public, form):
    """The published rule: format, zero byte, canonical JSON without the seal."""
    import rfc8785
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.serialization import load_pem_public_key

    try:
        value = json.loads(content)
        seal = value.pop("seal")
        signature = base64.urlsafe_b64decode(seal["sig"] + "==")
        message = form.encode() + b"\0" + rfc8785.dumps(value)
        load_pem_public_key(public.read_bytes()).verify(signature, message)
    except (ValueError, KeyError, TypeError, AttributeError, InvalidSignature):
        return False
    return True


def must_be_signed(file, public, form):
    if not is_signed(file.read_bytes(), public, form):
        raise Failed("not signed by the root")
    if is_signed(file.read_bytes(), public, form.replace("/1", "/2")):
        raise Failed("signed as another format too")


def must_both_refuse(command, folder, file, form):
    """A digit or letter changed in each place of the list; 60 of them for the command, as it starts anew."""
    content = file.read_bytes()
    places = [
        place for place, byte in enumerate(content[:content.index(b'"seal"')])
        if chr(byte).isalnum()]
    changed = folder / "changed.json"
    kind = "trust" if "trust" in form else "revoke"
    for count, place in enumerate(places):
        forged = bytearray(content)
        forged[place] ^= 1
        if is_signed(bytes(forged), folder / "root.pub", form):
            raise Failed(f"byte {place} is not signed")
        if count % max(1, len(places) // 60) == 0:
            changed.write_bytes(forged)
            run = command("key", kind, "install", changed.name)
            if run.returncode != 1:
                raise Failed(f"byte {place}: exit {run.returncode}")
    return f"{len(places)} places"


if __name__ == "__main__":
    sys.exit(main())
