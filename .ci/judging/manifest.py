"""manifest.json: its form, and what the PDF must show of it."""

import json

from .report import Failed, Unavailable
from .tools import REPOSITORY, must_succeed, run

SCHEMA = REPOSITORY / "Templates" / "Schemas" / "manifest.schema.json"
# Where the Chinese titles stand: manifest[MATERIALS][i][TITLE].
MATERIALS, TITLE = "materials", "title"


def judge(report, archive):
    name = archive.path.name
    report.judge(name, "canonical", is_canonical, archive)
    report.judge(name, "schema", fits_schema, archive)


def judge_volume(report, volume):
    """What each PDF must show of the manifest."""
    report.judge(volume.name, "attachment", is_attached, volume)
    report.judge(volume.name, "titles", shows_titles, volume)


def is_canonical(archive):
    """RFC 8785: reading and writing again gives the same bytes."""
    import rfc8785

    if rfc8785.dumps(json.loads(archive.manifest)) != archive.manifest:
        raise Failed("manifest.json is not canonical JSON (RFC 8785)")
    return f"{len(archive.manifest)} bytes"


def fits_schema(archive):
    import jsonschema

    if not SCHEMA.exists():
        raise Unavailable(f"no {SCHEMA.relative_to(REPOSITORY)}")
    schema = json.loads(SCHEMA.read_text())
    judge_class = jsonschema.validators.validator_for(schema)
    judge_class.check_schema(schema)
    faults = list(judge_class(schema).iter_errors(json.loads(archive.manifest)))
    if faults:
        raise Failed("; ".join(f"{fault.json_path}: {fault.message}" for fault in faults[:5]))


def is_attached(volume):
    """The PDF carries the same manifest, byte for byte."""
    extracted = volume.unpacked / "attached"
    extracted.mkdir(exist_ok=True)
    must_succeed(run("pdfdetach", "-saveall", "-o", extracted, volume.pdf))
    attached = extracted / "manifest.json"
    if not attached.exists():
        raise Failed("the PDF carries no manifest.json")
    if attached.read_bytes() != volume.manifest:
        raise Failed("the manifest in the PDF differs from data/manifest.json")


def shows_titles(volume):
    # Long titles are broken over lines, so blanks are no part of the comparison.
    text = "".join(run("pdftotext", volume.pdf, "-").stdout.decode().split())
    manifest = json.loads(volume.manifest)
    titles = [material[TITLE] for material in manifest[MATERIALS]]
    # A name may hold characters beyond U+FFFF, which many programs lose.
    titles.append(manifest["candidate"]["name"])
    absent = [title for title in titles if "".join(title.split()) not in text]
    if absent or not titles:
        raise Failed(f"not in the text of the PDF: {', '.join(absent) or 'there are no titles'}")
    return f"{len(titles) - 1} titles and the name"
