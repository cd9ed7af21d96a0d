"""The archive and the bag inside it."""

import json
import re
import stat
import unicodedata
import zipfile
from functools import cached_property
from pathlib import Path

from .report import Failed
from .tools import must_succeed, run, said, sha256, venv_program

# Every file that a bag may hold, as a path inside the bag's folder.
BAG_PATHS = re.compile(
    r"bagit\.txt|bag-info\.txt|manifest-sha256\.txt|tagmanifest-sha256\.txt|seal\.txt"
    r"|data/dossier(-\d{2,})?\.pdf|data/manifest\.json|data/log\.jsonl"
    r"|data/materials/\d{2,}-[^/]+/\d{2,}\.[a-z0-9]{2,4}"
    r"|data/originals/[^/]+/[^/]+")
REQUIRED = {
    "bagit.txt", "bag-info.txt", "manifest-sha256.txt", "tagmanifest-sha256.txt",
    "data/manifest.json"}
SIGNATURES = {".jpg": b"\xff\xd8\xff", ".png": b"\x89PNG\r\n\x1a\n"}


class Archive:
    """One `<id>.zip`, and the folder that it was unpacked into; `root` is the id if the name is another."""

    def __init__(self, path, unpacked, root=None):
        self.path = Path(path)
        self.unpacked = unpacked
        self.bag = unpacked / (root or self.path.stem)

    @property
    def pdf(self):
        return self.bag / "data" / "dossier.pdf"

    @cached_property
    def volumes(self):
        """The PDFs that the manifest lists, if they are there."""
        try:
            listed = json.loads(self.manifest)["volumes"]
        except (OSError, ValueError, KeyError):
            listed = [{"path": "data/dossier.pdf", "sheets": []}]
        volumes = [Volume(self, volume, index) for index, volume in enumerate(listed)]
        return [volume for volume in volumes if volume.pdf.exists()]

    def unpack(self):
        with zipfile.ZipFile(self.path) as archive:
            archive.extractall(self.unpacked)
            return f"{len(archive.infolist())} entries"

    @cached_property
    def manifest(self):
        return (self.bag / "data" / "manifest.json").read_bytes()

    def pictures(self, kind, *folders):
        """The pictures of one kind (".jpg", ".png"), known by their first bytes, not by their name."""
        for folder in folders or ["data/materials"]:
            for path in sorted((self.bag / folder).rglob("*")):
                if path.is_file():
                    data = path.read_bytes()
                    if data.startswith(SIGNATURES[kind]):
                        yield str(path.relative_to(self.bag)), data


class Volume:
    """One PDF of an archive, with the pages that the manifest lists for it."""

    def __init__(self, archive, listed, index):
        self.archive = archive
        self.name = archive.path.name + (f" {Path(listed['path']).name}" if index else "")
        self.pdf = archive.bag / listed["path"]
        self.sheets = listed["sheets"]
        self.unpacked = archive.unpacked / f"volume{index}"
        self.unpacked.mkdir(exist_ok=True)

    @property
    def manifest(self):
        return self.archive.manifest

    def shown(self, kind):
        """The pictures of one kind that the manifest says some page of this PDF shows."""
        materials = json.loads(self.manifest)["materials"]
        listed = [picture for material in materials for picture in material["pictures"]]
        places = {place for sheet in self.sheets for place in sheet.get("pictures", [])}
        paths = {listed[place]["path"] for place in places if listed[place]["embedded"]}
        return [(path, data) for path, data in self.archive.pictures(kind) if path in paths]


def judge(report, archive):
    """Everything about the archive but the manifest's content and the PDF."""
    name = archive.path.name
    report.prepare(name, "unpack", archive.unpack)
    report.judge(name, "unzip", unzips, archive)
    report.judge(name, "zipfile", reads_in_python, archive)
    report.judge(name, "names", has_agreed_names, archive)
    report.judge(name, "modes", has_safe_modes, archive)
    report.judge(name, "bagit", is_bag, archive)
    report.judge(name, "sha256", sums_agree, archive, "manifest-sha256.txt")
    report.judge(name, "tag-sha256", sums_agree, archive, "tagmanifest-sha256.txt")
    report.judge(name, "volumes", has_volumes, archive)


def has_volumes(archive):
    """The manifest lists the PDFs that are there."""
    listed = sorted(volume["path"] for volume in json.loads(archive.manifest)["volumes"])
    there = sorted(str(path.relative_to(archive.bag)) for path in archive.bag.glob("data/*.pdf"))
    if listed != there:
        raise Failed(f"lists {', '.join(listed)}, holds {', '.join(there) or 'none'}")
    return f"{len(listed)} PDF"


def unzips(archive):
    must_succeed(run("unzip", "-tqq", archive.path))


def reads_in_python(archive):
    with zipfile.ZipFile(archive.path) as opened:
        damaged = opened.testzip()
    if damaged:
        raise Failed(f"damaged entry {damaged}")


def has_agreed_names(archive):
    with zipfile.ZipFile(archive.path) as opened:
        entries = opened.namelist()
    root = archive.bag.name + "/"
    paths = [entry.removeprefix(root) for entry in entries if entry != root]
    wrong = [entry for entry in entries if not entry.startswith(root)]
    wrong += [path for path in paths if not path.endswith("/") and not BAG_PATHS.fullmatch(path)]
    wrong += [path for path in paths if path != unicodedata.normalize("NFC", path) or "\ufffd" in path]
    wrong += [path for path in paths if ".." in path.split("/")]
    wrong += [path for path in set(paths) if paths.count(path) > 1]
    wrong += [f"no {path}" for path in sorted(REQUIRED - set(paths))]
    wrong += [] if any(path.endswith(".pdf") for path in paths) else ["no PDF"]
    wrong += [path for path in paths if _is_misnamed(archive, path)]
    if wrong:
        raise Failed("; ".join(wrong))
    if not any(path.startswith("data/materials/") for path in paths):
        raise Failed("no picture in data/materials")
    return f"{len(paths)} files"


def _is_misnamed(archive, path):
    signature = SIGNATURES.get(Path(path).suffix) if path.startswith("data/materials/") else None
    return bool(signature) and not (archive.bag / path).read_bytes().startswith(signature)


def has_safe_modes(archive):
    """The archive is its owner's alone; its entries are plain files that nobody can run."""
    mode = archive.path.stat().st_mode
    if mode & 0o077:
        raise Failed(f"the archive itself has mode {stat.filemode(mode)}")
    with zipfile.ZipFile(archive.path) as opened:
        for entry in opened.infolist():
            mode = entry.external_attr >> 16
            if stat.S_IFMT(mode) not in (0, stat.S_IFREG, stat.S_IFDIR):
                raise Failed(f"{entry.filename} is no plain file")
            if not entry.is_dir() and mode & 0o133:
                raise Failed(f"{entry.filename} has mode {stat.filemode(mode)}")


def is_bag(archive):
    result = run(venv_program("bagit.py"), "--validate", archive.bag)
    must_succeed(result)
    return said(result).rsplit(" - ", 1)[-1].replace(f"{archive.bag.parent}/", "")


def sums_agree(archive, manifest):
    must_succeed(run("sha256sum", "--strict", "--quiet", "-c", manifest, cwd=archive.bag))
    listed = (archive.bag / manifest).read_text().splitlines()
    names = {line.split(None, 1)[1].lstrip("*") for line in listed}
    payload = manifest == "manifest-sha256.txt"
    files = {str(path.relative_to(archive.bag)) for path in archive.bag.rglob("*") if path.is_file()}
    covered = {path for path in files if path.startswith("data/") == payload} - {"tagmanifest-sha256.txt"}
    if covered - names:
        raise Failed(f"not listed: {', '.join(sorted(covered - names))}")
    return f"{len(names)} files"


def holds_candidate(archives, candidate):
    """One of the archives holds every picture of a candidate's folder, and no other picture than its."""
    given = {sha256(data) for data in _pictures_below(candidate / "materials")}
    repaired = {sha256(data) for data in _pictures_below(candidate / "repaired")}
    if not given:
        raise Failed("no picture in materials")
    for archive in archives:
        packed = {
            sha256(data) for kind in SIGNATURES
            for _, data in archive.pictures(kind, "data/materials", "data/originals")}
        if given <= packed <= given | repaired:
            return f"{len(given)} pictures in {archive.path.name}"
    raise Failed("no archive holds exactly its pictures")


def _pictures_below(folder):
    files = [path for path in folder.rglob("*") if path.is_file()]
    return [
        data for data in (path.read_bytes() for path in files)
        if data.startswith(tuple(SIGNATURES.values()))]
