#!/usr/bin/env python3
"""Judges filled-in forms by what a reader of the paper would find on it.

    .ci/judge_forms.py DIR

DIR holds `<form>-<filling>.pdf`, filled in from `Tests/FormFillings/<form>/<filling>.json`, and
`<form>-blank.pdf`. Of each form: every answer and every label can be extracted as text, labels before their
answers; the code of every page, read by zxing-cpp and by zbar, names the template, its version, the page, and
the SHA-256 of the answers as computed here. Prints one line a check; exits 1 when a check failed.
"""

import json
import re
import struct
import sys
import unicodedata
from hashlib import sha256
from pathlib import Path

import yaml

from judging import codes, pdf, tools
from judging.report import Failed, Report
from judging.tools import must_succeed, run

KIND_FORM = 3
FILLINGS = tools.REPOSITORY / "Tests" / "FormFillings"
FORMS = tools.REPOSITORY / "Templates" / "Forms"


def main():
    report = Report()
    with tools.scratch() as scratch:
        for path in sorted(Path(sys.argv[1]).glob("*.pdf")):
            form, _, filling = path.stem.rpartition("-")
            template = FORMS / f"{form}.yaml"
            if template.exists() and filling in ("blank", "usual", "longest"):
                judge(report, path, yaml.safe_load(template.read_text()), filling, scratch)
    return report.close()


def judge(report, path, template, filling, scratch):
    answers = {}
    if filling != "blank":
        answers = json.loads((FILLINGS / template["id"] / f"{filling}.json").read_text())
    report.judge(path.name, "labels", labels_are_there, path, template)
    if answers:
        report.judge(path.name, "answers", answers_are_there, path, template, answers)
    for reader in (codes.read_by_zxing, codes.read_by_zbar):
        name = reader.__name__.replace("read_by_", "qr-")
        report.judge(path.name, name, codes_agree, path, template, answers, reader,
                     scratch / path.stem)


def text_of(path):
    """The text as it comes out of the file, blanks left out."""
    text = must_succeed(run("pdftotext", "-raw", path, "-")).stdout.decode()
    return re.sub(r"\s", "", unicodedata.normalize("NFC", text))


def labels_are_there(path, template):
    text = text_of(path)
    shown = set(re.findall(r"[A-Za-z][A-Za-z0-9]*", json.dumps(template["blocks"])))
    gaps = set(re.findall(r"\{([A-Za-z][A-Za-z0-9]*)\}", json.dumps(template["blocks"])))
    labels = [field["label"] for name, field in template["fields"].items()
              if name in shown and name not in gaps and field.get("type") != "rows"]
    missing = [label for label in labels if re.sub(r"\s", "", label) not in text]
    if missing:
        raise Failed(f"{len(missing)} of {len(labels)} labels: {missing[0]}")
    return f"{len(labels)} labels"


def answers_are_there(path, template, answers):
    text = text_of(path)
    found = 0
    for name, answer in answers.items():
        field = template["fields"][name]
        for words in texts_of(field, answer):
            if not is_shown(words, text):
                raise Failed(f"{name} is not extracted")
            found += 1
        label = re.sub(r"\s", "", field["label"])
        words = texts_of(field, answer)
        if isinstance(answer, str) and label in text and words and len(words[0]) > 8 \
                and words[0] in text and text.index(label) > text.rindex(words[0]):
            raise Failed(f"{name} stands before its label")
    return f"{found} answers"


def is_shown(words, text):
    """An answer in one piece, or in two where it goes on on an addendum sheet."""
    words = re.sub(r"\s", "", unicodedata.normalize("NFC", words))
    return words in text or any(
        words[:cut] in text and words[cut:] in text for cut in range(1, len(words)))


def texts_of(field, answer):
    if isinstance(answer, str):
        return [shown(field, answer)]
    if field.get("type") == "choices":
        return answer
    columns = field["columns"]
    return [shown(columns[key], value) for row in answer for key, value in row.items() if value]


def shown(field, answer):
    """Days and months are printed in Chinese."""
    parts = [str(int(part)) for part in answer.split("-")] if re.fullmatch(
        r"\d{4}-\d{2}(-\d{2})?", answer) else []
    if field.get("type") in ("date", "month") and parts:
        return "".join(part + unit for part, unit in zip(parts, "年月日"))
    return answer


def codes_agree(path, template, answers, reader, drawn):
    import base45

    pages = pdf.draw(path, drawn)
    digest = digest_of(template, answers)
    for index, texts in enumerate(reader(pages)):
        if len(texts) != 1 or not texts[0].startswith("DS0:"):
            raise Failed(f"page {index + 1} shows {texts}")
        check, body = texts[0][4:5], texts[0][5:]
        if check != codes.check_character(body):
            raise Failed(f"page {index + 1} has the check character {check!r}")
        data = base45.b45decode(body)
        expected = struct.pack(">BHH32sH", KIND_FORM, index + 1, len(pages), digest,
                               template["version"]) + template["id"].encode()
        if data != expected:
            raise Failed(f"page {index + 1} says {data.hex()}, not {expected.hex()}")
    return f"{len(pages)} pages"


def digest_of(template, answers):
    """The SHA-256 of the canonical JSON; our texts hold nothing that RFC 8785 writes otherwise than json."""
    kept = {name: without_blanks(answer) for name, answer in answers.items() if answer}
    value = {"answers": kept, "form": template["id"], "version": template["version"]}
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return sha256(text.encode()).digest()


def without_blanks(answer):
    if isinstance(answer, list) and answer and isinstance(answer[0], dict):
        return [{key: value for key, value in row.items() if value} for row in answer]
    return answer


if __name__ == "__main__":
    sys.exit(main())
