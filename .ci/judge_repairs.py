#!/usr/bin/env python3
"""Does `dossier repair` do what it says, and nothing else?

    .ci/judge_repairs.py --dossier PATH --date DAY CANDIDATE

Repairs the candidate's folder twice. The originals must stay as they were, the second run must change no
byte, the log must fit its schema and be true, and Pillow must find each repaired picture upright, without
a place in its metadata, under the area's limit, and showing what the original shows. Prints one line a
check; the last line counts them.
"""

import argparse
import hashlib
import io
import json
import sys
from pathlib import Path

from judging.report import Failed, Report
from judging.tools import REPOSITORY, run

SCHEMA = REPOSITORY / "Templates" / "Schemas" / "repairs.schema.json"
LIMIT = 512_000
# Without loss, only the rounding of the inverse transform may differ. Else the coding may, which takes
# away what is as fine and as coloured as the noise of the test pictures: those are compared reduced.
LARGEST_MEAN = 1.0
LARGEST_MEAN_REDUCED, REDUCTION = 6.0, 8


def main():
    parser = argparse.ArgumentParser(description="Judges repairs.")
    parser.add_argument("--dossier", required=True, type=Path, metavar="PATH")
    parser.add_argument("--date", required=True)
    parser.add_argument("candidate", type=Path)
    options = parser.parse_args()
    report = Report()
    before = hashes(options.candidate / "materials")
    repair(options)
    first = hashes(options.candidate / "repaired")
    repair(options)
    name = options.candidate.name
    report.judge(name, "originals", must_equal, before, hashes(options.candidate / "materials"))
    report.judge(name, "same-bytes", must_equal, first, hashes(options.candidate / "repaired"))
    log = json.loads((options.candidate / "repaired" / "repairs.json").read_text())
    report.judge(name, "schema", must_fit, log)
    report.judge(name, "some", must_be_some, log["repairs"])
    for entry in log["repairs"]:
        path = entry["repaired"]["path"]
        report.judge(path, "files", must_be_true, options.candidate, entry)
        report.judge(path, "complies", must_comply, options.candidate, entry)
        report.judge(path, "shows-the-same", must_show_the_same, options.candidate, entry)
    return report.close()


def repair(options):
    # 2: errors remain, for not everything can be mended.
    result = run(options.dossier, "repair", options.candidate, "--date", options.date, "-q")
    if result.returncode not in (0, 2):
        sys.exit(f"dossier repair: {result.returncode}\n{result.stderr.decode()}")


def hashes(folder):
    return {str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
            for path in sorted(folder.rglob("*")) if path.is_file()}


def must_equal(left, right):
    if left != right:
        changed = {path for path in left.keys() | right.keys() if left.get(path) != right.get(path)}
        raise Failed(f"changed: {', '.join(sorted(changed))}")
    return f"{len(left)} files"


def must_fit(log):
    import jsonschema

    schema = json.loads(SCHEMA.read_text())
    judge = jsonschema.validators.validator_for(schema)
    judge.check_schema(schema)
    faults = list(judge(schema).iter_errors(log))
    if faults:
        raise Failed("; ".join(f"{fault.json_path}: {fault.message}" for fault in faults[:5]))


def must_be_some(repairs):
    steps = {step["step"] for entry in repairs for step in entry["steps"]}
    missing = {"turned", "flattened", "colours-converted"} - steps
    if missing:
        raise Failed(f"never done: {', '.join(sorted(missing))}")
    return f"{len(repairs)} repairs: {', '.join(sorted(steps))}"


def must_be_true(candidate, entry):
    """Size, hash and pixels of both files are those of the log."""
    from PIL import Image

    for file in (entry["original"], entry["repaired"]):
        data = (candidate / file["path"]).read_bytes()
        if len(data) != file["bytes"] or hashlib.sha256(data).hexdigest() != file["sha256"]:
            raise Failed(f"{file['path']} is not as the log says")
        if Image.open(io.BytesIO(data)).size != (file["width"], file["height"]):
            raise Failed(f"{file['path']} has other pixels than the log says")


def must_comply(candidate, entry):
    from PIL import Image

    path = candidate / entry["repaired"]["path"]
    picture = Image.open(path)
    if picture.format.lower() != entry["repaired"]["type"] or picture.mode not in ("L", "RGB", "P", "1"):
        raise Failed(f"{picture.format} {picture.mode}")
    if picture.getexif() or "transparency" in picture.info:
        raise Failed("there is EXIF, or transparency, left")
    if path.stat().st_size > LIMIT:
        raise Failed(f"{path.stat().st_size} bytes")
    return f"{picture.format} {picture.mode}, {path.stat().st_size} bytes"


def must_show_the_same(candidate, entry):
    """As far as the eye goes: the original upright on white, at the size of what was made of it."""
    from PIL import Image, ImageChops, ImageOps, ImageStat

    repaired = Image.open(candidate / entry["repaired"]["path"]).convert("RGB")
    original = ImageOps.exif_transpose(Image.open(candidate / entry["original"]["path"]))
    if original.mode in ("RGBA", "LA", "P"):
        original = original.convert("RGBA")
        original = Image.alpha_composite(Image.new("RGBA", original.size, "white"), original)
    original = original.convert("RGB")
    if any(step["step"] == "cropped" for step in entry["steps"]):
        return "cropped: not compared"
    if original.size != repaired.size:
        original = original.resize(repaired.size, Image.Resampling.LANCZOS)
    lossless = not any(step["step"] in ("recoded", "scaled") for step in entry["steps"])
    if not lossless:
        original, repaired = original.reduce(REDUCTION), repaired.reduce(REDUCTION)
    difference = ImageStat.Stat(ImageChops.difference(original, repaired)).mean
    if max(difference) > (LARGEST_MEAN if lossless else LARGEST_MEAN_REDUCED):
        raise Failed(f"the mean difference is {max(difference):.1f} levels")
    return f"mean difference {max(difference):.2f}"


if __name__ == "__main__":
    sys.exit(main())
