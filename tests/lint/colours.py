#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Colours live in ui/theme and nowhere else."""
import pathlib
import re
import sys

root = pathlib.Path(sys.argv[1])
literal = re.compile(
    r'"#[0-9A-Fa-f]{3,8}"|\bQt::(red|green|yellow|blue|black|white|gray|darkGray|lightGray)\b|QColor\(\s*(0x|\d)')
faults = []
for path in sorted((root / "ui").rglob("*")) + sorted((root / "app").rglob("*")):
    name = path.relative_to(root).as_posix()
    if path.suffix in (".h", ".cpp") and not name.startswith("ui/theme/"):
        for number, line in enumerate(path.read_text().splitlines(), 1):
            if literal.search(line):
                faults.append(f"{name}:{number}: a colour outside ui/theme: {line.strip()}")
print("\n".join(faults) or "every colour is a token")
sys.exit(1 if faults else 0)
