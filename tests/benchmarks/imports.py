"""What importing the package adds to importing moto."""

from __future__ import annotations

import statistics
import subprocess
import sys


def _seconds(code: str) -> float:
    program = (
        f"import time; start = time.perf_counter(); {code}; print(time.perf_counter() - start)"
    )
    command = [sys.executable, "-c", program]
    runs = [
        float(subprocess.run(command, capture_output=True, check=True).stdout)  # noqa: S603
        for _ in range(11)
    ]
    return statistics.median(runs)


def main() -> None:
    """Print both."""
    moto = _seconds("import moto")
    both = _seconds("import moto, moto_pinpoint_sms_v2")
    print(f"\nimport: moto {moto * 1e3:.1f} ms, with the package {both * 1e3:.1f} ms")
