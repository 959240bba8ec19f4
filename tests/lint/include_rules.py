#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The walls of the house: which folder may include which, and who may use Qt's SQL, Charts and Concurrent."""
import pathlib
import re
import sys

ALLOWED = {
    "core/base": [],
    "core/model": ["core/base"],
    "core/scoring": ["core/base", "core/model"],
    "core/rules": ["core/base", "core/model", "core/scoring"],
    "core/analytics": ["core/base", "core/model", "core/scoring"],
    "core/store": ["core/base", "core/model"],
    "core/ingest": ["core/base", "core/model"],
    "core/exchange": ["core/base", "core/model"],
    "core/wording": ["core/base", "core/model", "core/scoring", "core/rules", "core/analytics"],
    "core/report": ["core/base", "core/model", "core/scoring", "core/rules", "core/analytics", "core/exchange/table.h",
                    "core/wording"],
    "core/book": ["core"],
    "app/healthbook": ["ui", "core/base", "app/healthbook"],
    "app/cli": ["core/base", "core/model", "core/scoring", "core/rules", "core/analytics", "core/book", "core/wording",
                "core/report", "core/exchange", "core/ingest/column_mapping.h", "app/cli"],
}
UI_CORE = ["core/base", "core/model", "core/scoring", "core/rules", "core/analytics", "core/book", "core/wording",
           "core/report", "core/exchange"]
ENGINE = ("core/base", "core/model", "core/scoring", "core/rules", "core/analytics")
# Which headers of others only one folder may include.
ONLY = [
    (re.compile(r"QSql|sqlite3"), "core/store/", "only core/store speaks SQL"),
    (re.compile(r"QtConcurrent"), "ui/jobs/", "only ui/jobs uses Qt Concurrent"),
    (re.compile(r"QtCharts|Q(Chart|ChartView|LineSeries|AreaSeries|CategoryAxis|ValueAxis|ScatterSeries)$"), "ui/charts/",
     "only ui/charts uses Qt Charts"),
    (re.compile(r"Q(MessageBox|FileDialog|InputDialog)$"), "ui/prompts/", "only ui/prompts asks with modal dialogs"),
    (re.compile(r"(QtCore|QtGui|QtWidgets|QtSql)$"), "nowhere/", "umbrella headers cost seconds a file"),
]
INCLUDE = re.compile(r'^\s*#\s*include\s*(["<])([^">]+)[">]')


def folder_of(path):
    return "/".join(path.split("/")[:2])


def ui_allowed(source, target):
    mine = folder_of(source)
    if target.startswith("ui/pages/"):
        return mine == "ui/shell" or (mine == "ui/pages" and source.split("/")[2] == target.split("/")[2])
    if mine == "ui/models" and target.startswith(("ui/shell/", "ui/widgets/")):
        return target == "ui/widgets/tile_data.h"
    if mine == "ui/widgets" and target.startswith(("ui/shell/", "ui/session/")):
        return False
    return target.startswith("ui/") or any(target.startswith(edge) for edge in UI_CORE)


def allowed(source, target):
    mine = folder_of(source)
    if mine.startswith("ui/"):
        return ui_allowed(source, target)
    return target.startswith(mine + "/") or any(target.startswith(edge) for edge in ALLOWED.get(mine, []))


def faults_of(name, quote, target):
    if quote == '"':
        if not allowed(name, target):
            yield f"{folder_of(name)} may not include {target}"
        return
    if folder_of(name) in ENGINE and name != "core/base/result.h" and re.match(r"Q|.*/|sqlite", target):
        yield f"the engine uses the standard library alone, not <{target}>"
    for pattern, home, why in ONLY:
        if pattern.match(target) and not name.startswith(home):
            yield why


def main():
    root = pathlib.Path(sys.argv[1])
    faults = []
    for path in sorted(p for top in ("core", "ui", "app") for p in (root / top).rglob("*")):
        if path.suffix not in (".h", ".cpp"):
            continue
        name = path.relative_to(root).as_posix()
        for number, line in enumerate(path.read_text().splitlines(), 1):
            if found := INCLUDE.match(line):
                faults += [f"{name}:{number}: {fault}" for fault in faults_of(name, *found.groups())]
    print("\n".join(faults) or "every include stays within the walls")
    return 1 if faults else 0


sys.exit(main())
