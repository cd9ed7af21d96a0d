"""Judges of any PDF of ours, a dossier or a form."""

import re

from .report import Failed, Unavailable
from .tools import must_be_silent, must_succeed, run, said
from .verapdf import VeraPDF

PROFILE = "3u"
DRAWN_DPI = 150
# MuPDF as Debian builds it says this of every file.
HARMLESS = "ICC support is not available"
# page-validation 0.11.0 takes the widths of a CID-keyed CFF font from the first of its font dictionaries,
# whichever a glyph belongs to. And where a stream's last byte is a CR, it counts that to the LF before
# `endstream`. veraPDF, which checks the same rules, and qpdf read both rightly.
FALSE_ALARM = re.compile(
    r"PDFA3U-TRUETYPE-GLYPH-WIDTH-001 .* in its embedded CIDFontType0C program"
    r"|PDFA3U-STREAM-LENGTH-001 .* /Length does not match its raw content length")


def judge(report, name, pdf, verapdf, drawn):
    """`drawn` is the folder that the pages are drawn into."""
    report.judge(name, f"verapdf-{PROFILE}", verapdf.verdict, PROFILE, pdf)
    if claims_accessibility(pdf):
        report.judge(name, "verapdf-ua1", verapdf.verdict, "ua1", pdf)
    report.judge(name, f"page-{PROFILE}", passes_page_validation, pdf)
    report.judge(name, "qpdf", passes_qpdf, pdf)
    report.judge(name, "mutool", passes_mutool, pdf)
    report.judge(name, "poppler-draw", is_drawn, pdf, drawn)
    report.judge(name, "poppler-text", is_read, pdf)
    report.judge(name, "fonts", embeds_fonts, pdf)


def claims_accessibility(pdf):
    """A file that says it is PDF/UA is held to it."""
    try:
        return b"pdfuaid" in run("pdfinfo", "-meta", pdf).stdout
    except Unavailable:
        return False


def passes_page_validation(pdf):
    import page

    result = page.validate_pdf(str(pdf), profile=PROFILE)
    if result.is_compliant:
        return None
    faults = {f"{failure.rule_id} {failure.message}" for failure in result.failures}
    real = sorted(fault for fault in faults if not FALSE_ALARM.match(fault))
    if real or not faults:
        raise Failed("; ".join(real) or "not compliant")
    return f"but for {len(faults)} known false alarm, of which veraPDF is the judge"


def passes_qpdf(pdf):
    result = must_succeed(run("qpdf", "--check", pdf))
    if "warning" in said(result).lower():
        raise Failed(said(result))


def passes_mutool(pdf):
    """The one judge that notices image data cut short."""
    result = must_succeed(run("mutool", "draw", "-F", "ppm", "-o", "/dev/null", pdf))
    complaints = [
        line for line in result.stderr.decode(errors="replace").splitlines()
        if line.startswith(("error", "warning")) and HARMLESS not in line]
    if complaints:
        raise Failed("; ".join(complaints))


def is_drawn(pdf, drawn):
    return f"{len(draw(pdf, drawn))} pages"


def draw(pdf, drawn):
    """The pages as pictures, in order; drawn once, complaints of the drawing program are a failure."""
    drawn.mkdir(exist_ok=True)
    if not any(drawn.iterdir()):
        must_be_silent(run("pdftoppm", "-r", DRAWN_DPI, "-gray", pdf, drawn / "page"))
    pages = sorted(drawn.iterdir())
    if not pages:
        raise Failed("no page was drawn")
    return pages


def is_read(pdf):
    must_be_silent(run("pdftotext", pdf, "-"))


def embeds_fonts(pdf):
    """Every font is inside the file and says which characters its glyphs are."""
    lines = must_succeed(run("pdffonts", pdf)).stdout.decode().splitlines()[2:]
    # Name and type may hold blanks, so the columns are counted from the right: emb sub uni object generation.
    wrong = [line for line in lines if line.split()[-5::2][:2] != ["yes", "yes"]]
    if not lines and not must_succeed(run("pdftotext", pdf, "-")).stdout.strip():
        return "no font, and no text that would need one"
    if wrong or not lines:
        raise Failed("; ".join(" ".join(line.split()) for line in wrong) or "no font")
    return f"{len(lines)} fonts"
