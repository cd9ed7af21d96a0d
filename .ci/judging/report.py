"""The lines that a run of judges prints, and how a judge says what it found."""

from collections import Counter


class Failed(Exception):
    """The thing judged is wrong; the message says how."""


class Unavailable(Exception):
    """The judge cannot be had on this machine; skipped loudly, for a judge that is missing proves nothing."""


class Report:
    """Prints one line a check and counts them. `only` names the checks to run; without it all run."""

    def __init__(self, only=None):
        self.only = only
        self.counts = Counter()

    def judge(self, subject, check, judgement, *arguments):
        """Runs one judge: what it returns is the detail of an `ok`, a fault of its own is a FAIL."""
        if not self.only or check in self.only:
            self.prepare(subject, check, judgement, *arguments)

    def prepare(self, subject, check, judgement, *arguments):
        """The same for a step that other checks need, so that it runs whatever `only` says."""
        try:
            self._line("ok", subject, check, judgement(*arguments))
        except Failed as failure:
            self._line("FAIL", subject, check, failure)
        except (Unavailable, ModuleNotFoundError) as missing:
            self._line("SKIP", subject, check, missing)
        except Exception as fault:  # A judge that cannot cope with a file has not passed it.
            self._line("FAIL", subject, check, f"{type(fault).__name__}: {fault}")

    def close(self):
        """Prints the closing line and gives the exit code."""
        passed, failed, skipped = (self.counts[word] for word in ("ok", "FAIL", "SKIP"))
        print(f"{passed} passed, {failed} failed, {skipped} skipped", flush=True)
        return 1 if failed or not passed else 0

    def _line(self, status, subject, check, detail):
        self.counts[status] += 1
        text = " ".join(str(detail or "").split())
        print(f"{status:<4}  {subject}  {check:<14}  {text[:400]}".rstrip(), flush=True)
