"""What the package costs: ``python -m tests.benchmarks`` prints all figures of one run.

``python -m tests.benchmarks calls memory`` prints some of them.
"""

from __future__ import annotations

import json
import os
import sys
from importlib import import_module

import boto3
import botocore
import moto

from .measuring import REGION

PARTS = ("calls", "growth", "memory", "imports")


def main() -> None:
    """Print what is asked for."""
    os.environ.setdefault("AWS_DEFAULT_REGION", REGION)
    versions = {each.__name__: each.__version__ for each in (moto, botocore, boto3)}
    print(json.dumps({"python": sys.version.split()[0], **versions}))
    for part in sys.argv[1:] or PARTS:
        import_module(f"{__package__}.{part}").main()


if __name__ == "__main__":
    main()
