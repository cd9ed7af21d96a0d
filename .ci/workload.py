"""The workload of the yardstick, made once in a cache and laid out as our candidates' folders."""

import json
import os
import shutil
from pathlib import Path

from judging import tools

GROWTH_SIZES = (10, 50, 200, 500)

# The yardstick's categories, and where their pictures belong under the rules of Hubei 2025.
TITLES = {
    "01": "小2寸白底证件照",
    "02": "身份证明",
    "03": "毕业证书",
    "04": "学历认证报告",
    "05": "学位证书",
    "06": "补充学历相关材料",
    "07": "试用期考核证明",
    "08": "试用机构《医疗机构执业许可证》副本复印件",
    "09": "执业助理医师《医师执业证书》",
}

CANDIDATE = """\
area: hubei-2025
name: {name}
idKind: 二代身份证
idNumber: {idNumber}
profile:
  identity: 大陆居民
  level: 执业医师
  category: 临床
  path: 学历
  education: 本科
  studyMode: 全日制
"""


def prepared_workload(shared, batch, cache):
    """The yardstick's own generator fills a folder; what is there already it leaves alone."""
    folder = cache / "workload"
    sizes = ",".join(map(str, GROWTH_SIZES))
    python = tools.venv_program("python")
    if not all((folder / name).exists() for name in (f"c{batch:04d}", f"g{GROWTH_SIZES[-1]}")):
        print(f"making the workload in {folder} (once, some minutes)", flush=True)
        tools.must_succeed(tools.run(
            python, "-B", shared / "bench" / "gen_workload.py",
            "--root", folder, "--batch", batch, "--growth", sizes))
    return folder


def converted(source, into):
    """One candidate of the yardstick as a folder of ours; the pictures are linked, not copied."""
    described = json.loads((source / "candidate.json").read_text())
    target = into / source.name
    shutil.rmtree(target, ignore_errors=True)
    for image in described["images"]:
        folder = target / "materials" / TITLES[image["category"]]
        folder.mkdir(parents=True, exist_ok=True)
        suffix = Path(image["file"]).suffix
        os.link(source / image["file"], folder / f"{image['seq']}{suffix}")
    (target / "candidate.yaml").write_text(CANDIDATE.format(name=described["name"], idNumber=checked(described["idNumber"])))
    return target


def checked(number):
    """An identity number with the check character that belongs to its first 17 digits (GB 11643)."""
    weighted = sum(int(digit) * 2 ** (17 - place) for place, digit in enumerate(number[:17]))
    return number[:17] + "10X98765432"[weighted % 11]


def pictures_of(candidate):
    return sorted(path for path in (candidate / "materials").rglob("*") if path.is_file())
