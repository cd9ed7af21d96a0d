#!/usr/bin/env python3
"""Judges what the story of a case left behind, with other people's tools and the published formats.

    .ci/judge_story.py FOLDER

FOLDER is what `.ci/story DOSSIER FOLDER` filled. The slip's page and the pages that compare two
submissions are judged like any PDF of ours; archives, slips and logs by their schemas; the chain of the
log and the offices' signatures are computed again, and altered ones must be refused. Exits 1 when one
is not judged rightly.
"""

import argparse
import base64
import json
import re
import sys
import zipfile
from datetime import date
from pathlib import Path

import verify_seal
from judge import flavours
from judging import archive, codes, manifest, pdf
from judging.report import Failed, Report
from judging.tools import REPOSITORY, must_succeed, run, scratch, sha256
from judging.verapdf import VeraPDF

SCHEMAS = REPOSITORY / "Templates" / "Schemas"
ARCHIVES = ("first.zip", "second.zip", "sealed.zip")
PAGES = ("slip.pdf", "changes.pdf")
DECISIONS = {"slip.json": "returned", "slip-accepted.json": "accepted"}
# What an office signs begins with the name of the format and a zero byte.
SLIP, EVENT = b"dossier-slip/1\0", b"dossier.event\0"
KIND_SLIP = 6
# The first public key of RFC 8032, 7.1.
STRANGER = "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"
NONE_BEFORE = "0" * 64


def main():
    parser = argparse.ArgumentParser(description="Judges what the story of a case left behind.")
    parser.add_argument("folder", type=Path, metavar="FOLDER")
    folder = parser.parse_args().folder
    report = Report()
    keys = json.loads((folder / "keys/trusted.json").read_text())["keys"]
    with scratch() as drawn:
        logs = judge_archives(report, folder, drawn)
        judge_pages(report, folder, drawn)
        judge_slips(report, folder, drawn, keys)
    logs["candidate"] = (folder / "candidate/case/log.jsonl").read_bytes()
    for name, log in logs.items():
        judge_log(report, name, log, keys)
    report.judge("candidate", "head", has_head, folder / "candidate/case", logs["candidate"])
    report.judge("logs", "one record", are_one_record, [*logs.values()])
    return report.close()


def judge_archives(report, folder, drawn):
    """Their logs by name."""
    logs = {}
    for name in ARCHIVES:
        opened = opened_archive(folder / name, drawn)
        archive.judge(report, opened)
        manifest.judge(report, opened)
        report.judge(name, "log's head", names_head, opened)
        logs[name] = log_of(opened)
    return logs


def opened_archive(path, drawn):
    """An archive under a name of the story's; the folder inside has the dossier's id."""
    with zipfile.ZipFile(path) as listed:
        root = listed.namelist()[0].split("/")[0]
    return archive.Archive(path, drawn / path.name, root)


def log_of(opened):
    return (opened.bag / "data/log.jsonl").read_bytes()


def names_head(opened):
    lines = log_of(opened).splitlines()
    expected = {"events": len(lines), "head": sha256(lines[-1])}
    if json.loads(opened.manifest).get("log") != expected:
        raise Failed("the manifest names another head")
    return f"{len(lines)} events"


def judge_pages(report, folder, drawn):
    pages = [folder / name for name in PAGES]
    verapdf = VeraPDF(flavours(pages))
    for page in pages:
        pdf.judge(report, page.name, page, verapdf, drawn / page.stem)
        report.judge(page.name, "accessible", must_claim_accessibility, page)
    report.judge("slip.pdf", "text", shows_slip, folder)
    report.judge("changes.pdf", "text", shows_changes, folder, drawn)


def must_claim_accessibility(page):
    if not pdf.claims_accessibility(page):
        raise Failed("it does not say that it is PDF/UA")


def shows_slip(folder):
    slip = json.loads((folder / "slip.json").read_text())
    words = [slip["dossier"], slip["office"]["name"], slip["candidate"]["maskedName"]]
    for item in slip["items"]:
        words += [item["title"], item["note"]]
        words += [item["reason"][part] for part in ("title", "sentence", "mend")]
    return must_show(folder / "slip.pdf", words)


def shows_changes(folder, drawn):
    """Each picture that the manifest of the second archive says was replaced, and no other material."""
    listed = json.loads(opened_archive(folder / "second.zip", drawn).manifest)
    titles = {material["id"]: material["title"] for material in listed["materials"]}
    changed = {change["material"] for change in listed["changes"]}
    words = [change[side][:8] for change in listed["changes"] for side in ("before", "after")]
    words += [titles[material] for material in changed]
    return must_show(folder / "changes.pdf", words,
                     [title for material, title in titles.items() if material not in changed])


def must_show(page, words, others=()):
    """Texts are broken over lines and set in letters apart, so blanks are no part of the comparison."""
    text = squeezed(must_succeed(run("pdftotext", "-raw", page, "-")).stdout.decode())
    missing = [word for word in words if squeezed(word) not in text]
    if missing:
        raise Failed(f"not shown: {'; '.join(missing)}")
    surplus = [other for other in others if squeezed(other) in text]
    if surplus:
        raise Failed(f"shown, but unchanged: {'; '.join(surplus)}")
    return f"{len(words)} texts"


def squeezed(text):
    return re.sub(r"\s", "", text)


def judge_slips(report, folder, drawn, keys):
    log = (folder / "candidate/case/log.jsonl").read_bytes()
    for name, decision in DECISIONS.items():
        data = (folder / name).read_bytes()
        report.judge(name, "schema", fits, "slip", data)
        report.judge(name, "canonical", is_canonical, data)
        report.judge(name, "seal", is_sealed, data, SLIP, keys)
        report.judge(name, "altered", must_refuse_altered, data, SLIP, keys, ("revision", "candidate"))
        for number, line in enumerate(json.loads(data)["lines"], 1):
            report.judge(name, f"line {number}", is_sealed, line.encode(), EVENT, keys)
        report.judge(name, "lines", stands_in_log, json.loads(data), decision, log)
    report.judge("slip.pdf", "slip.json", carries, folder, drawn)
    report.judge("slip.pdf", "code", code_seals, folder, drawn, keys)


def stands_in_log(slip, decision, log):
    """The slip's lines say what it says, and the candidate's log has them where the slip says."""
    events = [json.loads(line)["event"] for line in slip["lines"]]
    if slip["decision"] != decision or events != [decision]:
        raise Failed(f"the slip says {slip['decision']}")
    lines = log.decode().splitlines()
    places = [place for place, line in enumerate(lines, 1) if sha256(line.encode()) == slip["previous"]]
    if not places or lines[places[0]:places[0] + len(slip["lines"])] != slip["lines"]:
        raise Failed("the candidate's log has other lines")


def carries(folder, drawn):
    must_succeed(run("pdfdetach", "-saveall", "-o", drawn, folder / "slip.pdf"))
    if (drawn / "slip.json").read_bytes() != (folder / "slip.json").read_bytes():
        raise Failed("another slip lies in the PDF")


def code_seals(folder, drawn, keys):
    """Every page has one code, sealed by the office, of this slip and this candidate."""
    slip = json.loads((folder / "slip.json").read_text())
    digest = sha256(unsealed(slip))
    day = (date.fromisoformat(slip["time"][:10]) - date(1970, 1, 1)).days
    pages = pdf.draw(folder / "slip.pdf", drawn / "slip")
    for texts in codes.read_by_zxing(pages):
        [text] = texts
        verify_seal.verified(text, keys, day, None)
        payload = codes.cose.opened(text[4:]).payload
        if (payload[1], payload[7].hex()) != (KIND_SLIP, digest):
            raise Failed("the code is about something else")
        if payload[8].hex() != slip["candidate"]["commitment"]:
            raise Failed("the code is about somebody else")
    return f"{len(pages)} pages"


def judge_log(report, name, log, keys):
    lines = log.splitlines()
    report.judge(name, "log-schema", all_fit, lines)
    report.judge(name, "log-canonical", all_canonical, lines)
    report.judge(name, "log-chain", is_chain, log)
    if len(lines) > 1:
        report.judge(name, "log-altered", must_refuse_chains, lines)
    for number, line in enumerate(lines, 1):
        if isinstance(json.loads(line)["actor"], dict):
            report.judge(name, f"line {number}", is_sealed, line, EVENT, keys)
            report.judge(name, f"line {number} altered", must_refuse_altered, line, EVENT, keys,
                         ("time", "prev", "revision"))


def all_fit(lines):
    for line in lines:
        fits("log", line)
    return f"{len(lines)} lines"


def all_canonical(lines):
    for line in lines:
        is_canonical(line)


def fits(schema, data):
    import jsonschema

    loaded = json.loads((SCHEMAS / f"{schema}.schema.json").read_text())
    jsonschema.Draft202012Validator.check_schema(loaded)
    faults = list(jsonschema.Draft202012Validator(loaded).iter_errors(json.loads(data)))
    if faults:
        raise Failed("; ".join(f"{fault.json_path}: {fault.message}" for fault in faults[:5]))


def is_canonical(data):
    import rfc8785

    if rfc8785.dumps(json.loads(data)) != data:
        raise Failed("not canonical JSON (RFC 8785)")


def is_chain(log):
    if not log.endswith(b"\n"):
        raise Failed("the last line has no end")
    before = NONE_BEFORE
    for number, line in enumerate(log[:-1].split(b"\n"), 1):
        event = json.loads(line)
        if event["seq"] != number or event["prev"] != before:
            raise Failed(f"line {number} does not follow")
        before = sha256(line)
    return before[:8]


def must_refuse_chains(lines):
    """Each line but the last dropped, doubled, or changed in one place: what follows no longer does."""
    tried = 0
    for place, line in enumerate(lines[:-1]):
        other = line.replace(b'"time":"2026', b'"time":"2025')
        for lie in ([], [line, line], [other]):
            changed = [*lines[:place], *lie, *lines[place + 1:]]
            must_refuse(is_chain, b"".join(each + b"\n" for each in changed))
            tried += 1
    return f"{tried} logs refused"


def must_refuse(judgement, *arguments):
    try:
        judgement(*arguments)
    except Failed:
        return
    raise Failed("an altered one is accepted")


def must_refuse_altered(data, context, keys, members):
    value = json.loads(data)
    for member in members:
        other = {**value, member: "2020-01-01T00:00:00Z"}
        must_refuse(is_sealed, json.dumps(other).encode(), context, keys)
    must_refuse(is_sealed, data, SLIP if context == EVENT else EVENT, keys)
    must_refuse(is_sealed, data, context, [{**key, "x": STRANGER} for key in keys])


def unsealed(value):
    import rfc8785

    return rfc8785.dumps({key: value[key] for key in value if key != "seal"})


def is_sealed(data, context, keys):
    """The signature, over the format's name, a zero byte and all but the seal, is by a listed key."""
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    value = json.loads(data)
    seal = value["seal"]
    for key in keys:
        public = Ed25519PublicKey.from_public_bytes(decoded(key["x"]))
        if seal["alg"] != "Ed25519" or decoded(seal["kid"]) != codes.cose.thumbprint(public)[:8]:
            continue
        try:
            public.verify(decoded(seal["sig"]), context + unsealed(value))
            return f"by {key['name']}"
        except InvalidSignature:
            raise Failed("the signature is wrong") from None
    raise Failed("sealed by another key")


def decoded(text):
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


def has_head(case, log):
    lines = log.splitlines()
    head = json.loads((case / "head.json").read_bytes())
    if head != {"hash": sha256(lines[-1]), "lines": len(lines)}:
        raise Failed("head.json names another line")


def are_one_record(logs):
    """Each is the beginning of the longest."""
    longest = max(logs, key=len)
    if not all(longest.startswith(log) for log in logs):
        raise Failed("two of them part")
    return f"{len(logs)} logs, {len(longest.splitlines())} lines"


if __name__ == "__main__":
    sys.exit(main())
