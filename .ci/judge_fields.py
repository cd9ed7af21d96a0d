#!/usr/bin/env python3
"""Can other people's programs fill in a form, and read what another one filled in?

    .ci/judge_fields.py FORM.pdf... [--keep DIR]

Fills every field of each form with pypdf and with PyMuPDF, in Chinese and with ticks, and reads it back
with the other one. What pypdf filled in, which takes the fonts of the form, must still be drawn without
complaint and be PDF/A and, if it claims to be, PDF/UA. Prints one line a check; exits 2 when a check failed.
`--keep` keeps the filled forms and pictures of their pages. `.ci/setup judge` installs what this takes.
"""

import argparse
import logging
import os
import sys
from pathlib import Path

from judging import pdf, tools
from judging.report import Failed, Report
from judging.verapdf import VeraPDF

LINE = "王小明（测试），住北京市海淀区"
LINES = "该考生跟师学习满三年，“考核合格”；同意报名。" * 6 + "\n第二段：37℃。"
MULTILINE, RADIO = 1 << 12, 1 << 15


def main():
    parser = argparse.ArgumentParser(description="Judges forms.")
    parser.add_argument("forms", nargs="+", type=Path, metavar="FORM.pdf")
    parser.add_argument("--keep", type=Path, metavar="DIR")
    options = parser.parse_args()
    # pypdf warns of the line feed, for which no font has a glyph.
    logging.getLogger("pypdf").setLevel(logging.ERROR)
    report = Report()
    with tools.scratch() as scratch:
        folder = options.keep or scratch
        folder.mkdir(parents=True, exist_ok=True)
        for index, form in enumerate(options.forms):
            judge(report, form, folder / f"{index}-{form.stem}")
    return 2 if report.close() else 0


def judge(report, form, prefix):
    wanted = {}
    report.judge(form.name, "has-fields", find_fields, form, wanted)
    by_pypdf, by_mupdf = (Path(f"{prefix}-{name}.pdf") for name in ("pypdf", "pymupdf"))
    report.judge(form.name, "pypdf-fills", fill_with_pypdf, form, by_pypdf, wanted)
    report.judge(form.name, "pymupdf-fills", fill_with_pymupdf, form, by_mupdf, wanted)
    report.judge(form.name, "pymupdf-reads", must_hold, read_with_pymupdf, by_pypdf, wanted)
    report.judge(form.name, "pypdf-reads", must_hold, read_with_pypdf, by_mupdf, wanted)
    verapdf = VeraPDF((flavour, by_pypdf) for flavour in (pdf.PROFILE, "ua1"))
    report.judge(form.name, f"verapdf-{pdf.PROFILE}", verapdf.verdict, pdf.PROFILE, by_pypdf)
    if pdf.claims_accessibility(form):
        report.judge(form.name, "verapdf-ua1", verapdf.verdict, "ua1", by_pypdf)
    report.judge(form.name, "qpdf", pdf.passes_qpdf, by_pypdf)
    report.judge(form.name, "poppler-draw", pdf.is_drawn, by_pypdf, Path(f"{prefix}-drawn"))
    report.judge(form.name, "poppler-text", must_show, by_pypdf)


def find_fields(form, wanted):
    """Chooses what to fill in: of several boxes the last, in single lines as much as they hold."""
    import pypdf

    for name, field in (pypdf.PdfReader(form).get_fields() or {}).items():
        flags = field.get("/Ff", 0)
        if field.field_type == "/Tx":
            text = LINES if flags & MULTILINE else LINE
            wanted[name] = text[:field.get("/MaxLen", len(text))]
        elif field.field_type == "/Btn":
            states = sorted(set(field["/_States_"]) - {"/Off"}, key=lambda state: (len(state), state))
            if not states or (flags & RADIO and len(states) != len(field["/Opt"])):
                raise Failed(f"{name} has the states {states}")
            wanted[name] = states[-1]
        elif field.field_type:
            raise Failed(f"{name} is a {field.field_type}")
    if not wanted:
        raise Failed("no field")
    return f"{len(wanted)} fields"


def fill_with_pypdf(form, filled, wanted):
    import pypdf

    writer = pypdf.PdfWriter(clone_from=form)
    for page in writer.pages:
        if "/Annots" in page:
            writer.update_page_form_field_values(page, wanted, auto_regenerate=False)
    writer.write(filled)


def fill_with_pymupdf(form, filled, wanted):
    import pymupdf

    count = 0
    with pymupdf.open(form) as document:
        for page in document:
            for widget in page.widgets():
                value = wanted[widget.field_name]
                if widget.field_type == pymupdf.PDF_WIDGET_TYPE_TEXT:
                    widget.field_value = value
                elif widget.on_state() == value[1:]:
                    widget.field_value = True
                else:
                    continue
                widget.update()
                count += 1
        document.save(filled)
    if count != len(wanted):
        raise Failed(f"{count} of {len(wanted)} fields were found on the pages")


def read_with_pypdf(filled):
    import pypdf

    fields = pypdf.PdfReader(filled).get_fields()
    return {name: field.value for name, field in fields.items() if field.field_type}


def read_with_pymupdf(filled):
    import pymupdf

    values = {}
    with pymupdf.open(filled) as document:
        for page in document:
            for widget in page.widgets():
                is_text = widget.field_type == pymupdf.PDF_WIDGET_TYPE_TEXT
                value = widget.field_value if is_text else f"/{widget.field_value}"
                # Each box of several says whether it is the one; the others say Off.
                if value != "/Off" or widget.field_name not in values:
                    values[widget.field_name] = value
    return values


def must_hold(read, filled, wanted):
    found = read(filled)
    wrong = sorted(
        name for name in found.keys() | wanted.keys() if found.get(name) != wanted.get(name))
    if wrong or not wanted:
        raise Failed("; ".join(
            f"{name}: {found.get(name)!r}, not {wanted.get(name)!r}" for name in wrong) or "nothing")
    return f"{len(found)} values"


def must_show(filled):
    """The text that stands on the page, in the form's own fonts."""
    text = tools.must_be_silent(tools.run("pdftotext", "-raw", filled, "-")).stdout.decode()
    if LINE[:3] not in text and LINES[:3] not in text:
        raise Failed("what was filled in is not seen")


def enter_environment():
    """Starts again in the Python environment of the judges, if there is one."""
    python = tools.venv_program("python")
    if python.exists() and Path(sys.prefix) != python.parent.parent:
        os.execv(python, [str(python), "-B", *sys.argv])


if __name__ == "__main__":
    enter_environment()
    sys.exit(main())
