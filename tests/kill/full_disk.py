"""Run the command where no file may be longer than some bytes, as on a disk that is full."""

from __future__ import annotations

import resource
import sys

from generator.cli import main

limit, *arguments = sys.argv[1:]
resource.setrlimit(resource.RLIMIT_FSIZE, (int(limit), int(limit)))
sys.exit(main(arguments))
