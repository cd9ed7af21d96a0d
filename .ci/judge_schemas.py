#!/usr/bin/env python3
"""Are the JSON Schemas of the YAML files true?

    .ci/judge_schemas.py --dossier PATH

Every area, form and candidate of the repository must fit its schema, and of the broken areas and
forms the schema must refuse those, and only those, whose fault a schema can see. `dossier areas lint`
and `dossier form lint` refuse all of them. Prints one line a check; the last line counts them.
"""

import argparse
import csv
import json
import re
import subprocess
import sys
from pathlib import Path

from judging.report import Failed, Report
from judging.tools import REPOSITORY

SCHEMAS = REPOSITORY / "Templates" / "Schemas"
TESTS = REPOSITORY / "Tests" / "TemplateCatalogTests"

# What depends on the rest of the file, or on two numbers beside each other, no schema can say.
BEYOND_A_SCHEMA = re.compile(
    r"never|concerns nobody|no rule asks|every profile|this is no value|none of the values"
    r"|this material can never|no material has the id|tied to itself|another material has"
    r"|is not below|a number from (?:6|3|1) to|min must be above 0 and not above|failBelow"
    r"|free text|\"per\" needs|the last case|is there more than once|anchor|a tag|not YAML"
    r"|this must not be empty|since or before is missing|some or every|unknown key \"(?:day|flagg)\""
    r"|no such day|a date is expected")
FORM_BEYOND_A_SCHEMA = re.compile(
    r"is named|years of this title|no title for now|a number from (?:2023|1 to 8)|there is no area"
    r"|no material has|no regular expression|nothing shows|no field has the id|has rows|has no rows"
    r"|has a cell already|has no partner|is no gap|widths for|columns of|a photo of|^row ")
# Structural all the same: the expression above is wider than it must be for these files.
SEEN_BY_A_SCHEMA = {
    "empty-text.yaml", "date-without-a-border.yaml", "list-without-some-or-every.yaml"}


def main():
    parser = argparse.ArgumentParser(description="Proves the schemas of the YAML files.")
    parser.add_argument("--dossier", required=True, type=Path, metavar="PATH")
    options = parser.parse_args()
    report = Report()
    area, candidate = validator("area"), validator("candidate")
    for file in sorted([
            *REPOSITORY.glob("Templates/Areas/*.yaml"), *TESTS.glob("ExampleAreas/*.yaml"),
            TESTS / "BrokenAreas" / "sound.yaml"]):
        report.judge(file.name, "fits-schema", must_fit, area, file)
    for file in sorted(REPOSITORY.glob("Templates/Samples/*/candidate.yaml")):
        report.judge(file.parent.name, "fits-schema", must_fit, candidate, file)
    reasons = REPOSITORY / "Templates" / "Review" / "reasons.yaml"
    report.judge(reasons.name, "fits-schema", must_fit, validator("reasons"), reasons)
    masks = validator("masks")
    for file in sorted(REPOSITORY.glob("Templates/Samples/*/masks.yaml")):
        report.judge(file.parent.name, "masks-schema", must_fit, masks, file)
    judge_broken(report, "areas", area, TESTS / "BrokenAreas", BEYOND_A_SCHEMA, options.dossier)
    form, broken = validator("form"), TESTS / "Forms" / "BrokenForms"
    sheets = [file for file in sorted(REPOSITORY.glob("Templates/Sheets/*.yaml"))
              if "form.schema.json" in file.read_text(encoding="utf-8")]
    for file in [
            *sorted(REPOSITORY.glob("Templates/Forms/*.yaml")), *sheets, broken / "sound.yaml"]:
        report.judge(file.name, "fits-schema", must_fit, form, file)
    judge_broken(report, "form", form, broken, FORM_BEYOND_A_SCHEMA, options.dossier)
    return report.close()


def judge_broken(report, command, judge, folder, beyond, dossier):
    with (folder / "index.tsv").open(encoding="utf-8") as index:
        for row in csv.DictReader(index, delimiter="\t", quoting=csv.QUOTE_NONE):
            file = folder / row["file"]
            seen = row["file"] in SEEN_BY_A_SCHEMA or not beyond.search(row["message"])
            report.judge(row["file"], "schema", must_agree, judge, file, seen)
            report.judge(row["file"], "lint", must_be_told, dossier, command, file, row)


def validator(name):
    import jsonschema

    schema = json.loads((SCHEMAS / f"{name}.schema.json").read_text())
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


def loaded(file):
    """A file with the types that an editor sees: YAML 1.2's core schema, so that dates are texts."""
    import yaml

    return value_of(yaml.compose(file.read_text(encoding="utf-8"), Loader=yaml.SafeLoader))


def value_of(node):
    import yaml

    if isinstance(node, yaml.MappingNode):
        return {value_of(key): value_of(value) for key, value in node.value}
    if isinstance(node, yaml.SequenceNode):
        return [value_of(item) for item in node.value]
    if node.style is not None:
        return node.value
    if node.value in ("", "~", "null"):
        return None
    if node.value in ("true", "false"):
        return node.value == "true"
    if re.fullmatch(r"[-+]?[0-9]+", node.value):
        return int(node.value)
    if re.fullmatch(r"[-+]?[0-9]+\.[0-9]+", node.value):
        return float(node.value)
    return node.value


def faults_of(judge, file):
    return [f"{fault.json_path}: {fault.message}" for fault in judge.iter_errors(loaded(file))]


def must_fit(judge, file):
    faults = faults_of(judge, file)
    if faults:
        raise Failed("; ".join(faults[:3]))


def must_agree(judge, file, is_structural):
    import yaml

    try:
        is_refused = bool(faults_of(judge, file))
    except yaml.YAMLError:
        return "not YAML at all"
    if is_refused != is_structural:
        raise Failed("accepted" if is_structural else "refused, though no schema could know")
    return "refused" if is_refused else "beyond a schema"


def must_be_told(dossier, command, file, row):
    words = [dossier, command, "lint", file, "--strict", "--lang", "en"]
    run = subprocess.run(words, stdout=subprocess.PIPE, text=True, check=False)
    line = f":{row['place']}: {row['severity']}: {row['message']}"
    if run.returncode != 2 or line not in run.stdout:
        raise Failed(f"exit {run.returncode}: {run.stdout}")


if __name__ == "__main__":
    sys.exit(main())
