"""Try one client: `python -m tests.corpus DOCUMENT FOLDER` prints what came of it as JSON."""

from __future__ import annotations

import json
import sys
from dataclasses import asdict
from pathlib import Path

from tests.corpus.trial import try_client

if __name__ == "__main__":
    document, folder = map(Path, sys.argv[1:])
    sys.stdout.write(json.dumps(asdict(try_client(document, folder))))
