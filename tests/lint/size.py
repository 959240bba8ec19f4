#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""No file over 600 lines, no main window over 300."""
import pathlib
import sys

root = pathlib.Path(sys.argv[1])
faults = []
for folder in ("core", "ui", "app", "tests"):
    for path in sorted((root / folder).rglob("*")):
        if path.suffix in (".h", ".cpp", ".py"):
            lines = len(path.read_text().splitlines())
            limit = 300 if path.name == "main_window.cpp" else 600
            if lines > limit:
                faults.append(f"{path.relative_to(root)}: {lines} lines, {limit} are allowed")
print("\n".join(faults) or "no file is too long")
sys.exit(1 if faults else 0)
