#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Healthbook beside the sqlite3 shell, pandas (where installed) and a floor, on the same generated data in one run.

Read the ratios: seconds are this machine's, today. Usage: run_bench.py BIN_FOLDER [S|M|L ...]
"""
import json
import os
import pathlib
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

SIZES = {"S": (200, 12, 104), "M": (5_000, 12, 104), "L": (100_000, 12, 26)}
BANDS = "sum(round(score, 6) < 50), sum(round(score, 6) >= 50 AND round(score, 6) < 75), sum(round(score, 6) >= 75)"
CURVE = ("CASE WHEN {v} IS NULL THEN NULL WHEN {v} <= 0 THEN 0.0 WHEN {v} < 30 THEN {v} * 40.0 / 30 "
         "WHEN {v} < 80 THEN 40 + ({v} - 30) WHEN {v} < 100 THEN 90 + ({v} - 80) * 0.5 ELSE 100.0 END")


def timed(command, **options):
    """Seconds, peak megabytes and output of a command."""
    os.sync()  # what ran before must not write to the disk while this is timed
    before = time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, **options)
    text = process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    if status not in (0, 3 << 8):
        sys.exit(f"failed: {' '.join(map(str, command))}\n{text}")
    return time.monotonic() - before, usage.ru_maxrss / 1024, text


def sqlite(database, script):
    return timed(["sqlite3", str(database)], stdin=script_file(script))


def script_file(script):
    file = tempfile.TemporaryFile("w+")
    file.write(script)
    file.seek(0)
    return file


def import_script(folder, measurements):
    return f"""
PRAGMA page_size = 8192; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -400000;
PRAGMA temp_store = MEMORY;
CREATE TABLE staged_account(account_id TEXT, name TEXT, segment TEXT, arr TEXT);
CREATE TABLE staged(account_id TEXT, metric TEXT, date TEXT, value TEXT);
.mode csv
.import --skip 1 {folder}/accounts.csv staged_account
.import --skip 1 {folder}/{measurements} staged
CREATE TABLE account(id INTEGER PRIMARY KEY, key TEXT UNIQUE, name TEXT, segment TEXT, arr INTEGER);
INSERT INTO account(key, name, segment, arr) SELECT account_id, name, segment, arr FROM staged_account;
CREATE TABLE metric(id INTEGER PRIMARY KEY, key TEXT UNIQUE);
INSERT INTO metric(key) SELECT DISTINCT metric FROM staged;
CREATE TABLE measurement(account INTEGER, metric INTEGER, day INTEGER, value REAL,
  PRIMARY KEY(account, metric, day)) WITHOUT ROWID;
INSERT OR REPLACE INTO measurement SELECT a.id, m.id, CAST(julianday(date) - 2440587.5 AS INTEGER), CAST(value AS REAL)
  FROM staged s JOIN account a ON a.key = s.account_id JOIN metric m ON m.key = s.metric ORDER BY 1, 2, 3, s.rowid;
DROP TABLE staged; DROP TABLE staged_account; VACUUM;
"""


def score_query(metrics, day, what="avg(score)"):
    """One index seek a metric, then the curve, the groups and the roll-up, all in SQL."""
    seeks = ", ".join(
        f"(SELECT value FROM measurement WHERE account = a.id AND metric = (SELECT id FROM metric WHERE key = 'm{m}') "
        f"AND day BETWEEN {day} - 14 AND {day} ORDER BY day DESC LIMIT 1) v{m}" for m in range(metrics))
    scores = ", ".join(CURVE.format(v=f"v{m}") + f" s{m}" for m in range(metrics))
    groups = []
    for g in range((metrics + 2) // 3):
        members = range(3 * g, min(3 * g + 3, metrics))
        top = " + ".join(f"coalesce(s{m}, 0) * {1 + m % 3}" for m in members)
        bottom = " + ".join(f"(s{m} IS NOT NULL) * {1 + m % 3}" for m in members)
        groups.append(f"({top}) * 1.0 / nullif({bottom}, 0) g{g}")
    count = len(groups)
    top = " + ".join(f"coalesce(g{g}, 0) * {10 + g}" for g in range(count))
    bottom = " + ".join(f"(g{g} IS NOT NULL) * {10 + g}" for g in range(count))
    steps = {"seeks": f"{seeks} FROM account a", "scores": f"{scores} FROM seeks", "groups": f"{', '.join(groups)} FROM scores",
             "score": f"({top}) / nullif({bottom}, 0) score FROM groups"}
    # Kept step by step: else SQLite writes one step into the next and seeks again for each mention of a value.
    made = ", ".join(f"{name} AS MATERIALIZED (SELECT {step})" for name, step in steps.items())
    return f"WITH {made} SELECT {what} FROM score;"


PANDAS = """
import json, sys, time
import numpy as np, pandas as pd
folder, weeks = sys.argv[1], int(sys.argv[2])
t = time.monotonic()
d = pd.read_csv(folder + '/measurements.csv', dtype={'account_id': 'category', 'metric': 'category'}, parse_dates=['date'])
d = d.drop_duplicates(['account_id', 'metric', 'date'], keep='last')
imported = time.monotonic() - t
def columns(day):
    w = d[(d['date'] <= day) & (d['date'] >= day - pd.Timedelta(days=14))]
    last = w.groupby(['account_id', 'metric'], observed=True)['value'].last().unstack()
    return np.interp(last.to_numpy(), [0, 30, 80, 100], [0, 40, 90, 100])
def score(s, first=1.0):
    groups, weights = [], []
    for g in range(0, s.shape[1], 3):
        w = np.array([first if g + i == 0 else 1 + i for i in range(3)], float)
        part = s[:, g:g + 3]; has = ~np.isnan(part)
        groups.append(np.nansum(part * w, axis=1) / (has * w).sum(axis=1)); weights.append(10 + g // 3)
    g = np.stack(groups, 1); w = np.array(weights, float); has = ~np.isnan(g)
    return np.nansum(g * w, axis=1) / (has * w).sum(axis=1)
days = sorted(d['date'].unique())
t = time.monotonic(); s = columns(days[-1]); mean = np.nanmean(score(s)); scored = time.monotonic() - t
t = time.monotonic()
for day in days[-3:]: np.nanmean(score(columns(day)))
history = (time.monotonic() - t) / 3 * weeks
t = time.monotonic()
for i in range(5): score(s, 1.5 + i)
print(json.dumps({'import': imported, 'score': scored, 'history': history, 'what_if': (time.monotonic() - t) / 5, 'mean': mean}))
"""


def row(name, ours, peer, unit="s", note=""):
    ratio = f"{peer / ours:8.1f}x" if peer and ours else "        -"
    shown = f"{peer:10.3f} {unit}" if peer is not None else "         -  "
    print(f"  {name:<38}{ours:10.3f} {unit}  {shown}  {ratio}  {note}", flush=True)


def has_pandas():
    return subprocess.run(["/usr/bin/python3", "-c", "import pandas"], capture_output=True).returncode == 0


def import_ours(binaries, folder, book):
    cli = str(binaries / "healthbook-cli")
    timed([cli, "new", str(book), "--scorecard", str(folder / "scorecard.json")])
    accounts, _, _ = timed([cli, "--book", str(book), "import", "accounts", str(folder / "accounts.csv"), "--date",
                            "2024-01-01"])
    seconds, memory, _ = timed([cli, "--book", str(book), "import", "measurements", str(folder / "measurements.csv")])
    return accounts, seconds, memory


def one_more_week(binaries, folder, book):
    """Seconds of the next week's import into a copy of the full book: half of it is the disk, so it is asked thrice."""
    copy = folder / "next_week.healthbook"
    shutil.copy(book, copy)
    seconds, _, _ = timed([str(binaries / "healthbook-cli"), "--book", str(copy), "import", "measurements",
                           str(folder / "next_week.csv")])
    copy.unlink()
    return seconds


def weekly_runs(binaries, folder, weeks):
    """The same history brought in one run a week: what the book's file then costs a measurement."""
    book = folder / "weekly.healthbook"
    cli = str(binaries / "healthbook-cli")
    timed([cli, "new", str(book), "--scorecard", str(folder / "scorecard.json")])
    timed([cli, "--book", str(book), "import", "accounts", str(folder / "accounts.csv"), "--date", "2024-01-01"])
    empty = book.stat().st_size
    for week in range(weeks):
        timed([cli, "--book", str(book), "import", "measurements", str(folder / f"week_{week:03}.csv")])
    return book.stat().st_size - empty


def bench_weeks(shell, size, metrics, day, measured):
    """Band shares week by week beside SQL, and what has no peer beside scoring the book on as many days."""
    weeks, asked = round(measured["shares_weeks"]), 1 if size == "L" else 3
    seconds, _, text = sqlite(shell, "".join(score_query(metrics, day - 7 * back, BANDS) for back in range(asked)))
    counted = [int(count) for count in text.splitlines()[0].split("|")]
    row(f"band shares of {weeks} weeks", measured["shares_ms"] / 1e3, seconds / asked * weeks,
        note=f"peer: {asked} of them, scaled; no churn, versions, overrides, ARR; counts "
             + ("agree" if counted == measured["bands"] else f"DIFFER: {counted} and {measured['bands']}"))
    row("heat map of all accounts", measured["heat_ms"], measured["score_ms"], "ms", "beside scoring the book once")
    row(f"red shares of {round(measured['red_weeks'])} weeks", measured["red_year_ms"], measured["year_scored_ms"], "ms",
        "all metrics; beside scoring the book on those days")


def bench(binaries, size):
    accounts, metrics, weeks = SIZES[size]
    folder = pathlib.Path(tempfile.mkdtemp(prefix=f"healthbook-bench-{size}-"))
    try:
        program = str(binaries / "healthbook_bench")
        timed([program, "generate", str(accounts), str(metrics), str(weeks), str(folder)])
        book, shell = folder / "book.healthbook", folder / "shell.db"
        account_seconds, seconds, memory = import_ours(binaries, folder, book)
        file_bytes = book.stat().st_size
        measured = json.loads(timed([program, "measure", str(book)])[2])
        peer_seconds, peer_memory, _ = sqlite(shell, import_script(folder, "measurements.csv"))
        points = measured["points"]
        print(f"\n{size}: {accounts:,} accounts x {metrics} metrics x {weeks} weeks, {points:,} measurements"
              f"\n  {'':<38}{'Healthbook':>12}  {'sqlite3':>12}  {'ratio':>9}")
        row("import accounts", account_seconds, None)
        row("import measurements", seconds, peer_seconds, note=f"{points / seconds / 1e6:.2f} M rows/s")
        row("peak memory of the import", memory, peer_memory, "MB")
        row("file", file_bytes / 1e6, shell.stat().st_size / 1e6, "MB", f"{file_bytes / points:.1f} bytes a measurement")
        read_all, _, _ = sqlite(shell, "SELECT sum(account + metric + day + value) FROM measurement;")
        row("load all history", measured["load_ms"] / 1e3, read_all, note="peer: reading every row once")
        day = 19723 + 7 * (weeks - 1)  # the last Monday, from 1970-01-01
        scored, _, text = sqlite(shell, ".timer off\n" + score_query(metrics, day))
        agrees = abs(float(text) - measured["mean"]) < 1e-6
        row("scores now, whole process", (measured["load_ms"] + measured["score_ms"]) / 1e3, scored,
            note=f"in memory {measured['score_ms']:.1f} ms; means {'agree' if agrees else 'DIFFER: ' + text.strip()}")
        weeks_asked = 1 if size == "L" else 3  # at L one day takes SQL minutes: it was just asked
        if weeks_asked > 1:
            scored, _, _ = sqlite(shell, "".join(score_query(metrics, day - 7 * back) for back in range(weeks_asked)))
        row(f"history of {measured['weeks']} weeks", measured["history_ms"] / 1e3, scored / weeks_asked * measured["weeks"],
            note=f"peer: {weeks_asked} of them, scaled")
        stored = "CREATE TEMP TABLE s AS SELECT " + ", ".join(
            f"abs(random() % 100) * 1.0 s{m}" for m in range(metrics)) + " FROM account;"
        total = " + ".join(f"s{m} * {1 + m % 3}" for m in range(metrics))
        only_table, _, _ = sqlite(shell, stored)
        with_query, _, _ = sqlite(shell, stored + f"SELECT avg(({total}) / 24.0) FROM s;" * 10)
        row("what-if, one weight changed", measured["what_if_ms"], max(0.01, (with_query - only_table) * 100), "ms",
            "peer: a weighted sum over a score table")
        row("  beside its floor", measured["what_if_ms"], measured["floor_ms"], "ms",
            f"{measured['what_if_ms'] / measured['floor_ms']:.1f} times reading the score columns once")
        for what in ("weight", "curve"):
            row(f"a {what} dragged: who changes band", measured[f"drag_{what}_ms"], measured["drag_from_nothing_ms"], "ms",
                "beside scoring the book for it")
        grouped = ("CREATE TEMP TABLE g AS SELECT id, segment, abs(random() % 1000) * 0.1 now, "
                   "abs(random() % 1000) * 0.1 before FROM account;")
        only_table, _, _ = sqlite(shell, grouped)
        with_query, _, _ = sqlite(shell, grouped + "SELECT segment, count(*), avg(now), avg(now - before), sum(now < 50), "
                                  "sum(before >= 75 AND now < 75) FROM g GROUP BY segment;" * 10)
        row("another grouping, asked first", measured["group_ms"], max(0.01, (with_query - only_table) * 100), "ms",
            "peer: GROUP BY over as many scores; it lists no accounts and sums no ARR")
        row("  beside its floor", measured["group_ms"], measured["group_pass_ms"], "ms",
            f"{measured['group_ms'] / measured['group_pass_ms']:.1f} times the sums of the whole book, read once")
        row("  asked again", measured["group_again_ms"], measured["group_pass_ms"], "ms", "it is kept; beside the floor")
        row("  made ready for groupings", measured["group_ready_ms"], None, "ms", "once a period")
        bench_weeks(shell, size, metrics, day, measured)
        row("what moved every account", measured["causes_ms"], None, "ms", "once a period")
        row("memory", measured["peak_mb"], None, "MB", f"{measured['bytes_a_point']:.1f} bytes a measurement in columns")
        week = statistics.median(one_more_week(binaries, folder, book) for _ in range(3))
        row("one more week", week, seconds, note=f"{100 * week / seconds:.0f}% of the full import")
        if size != "L":
            grown = weekly_runs(binaries, folder, weeks)
            row(f"file of {weeks} weekly runs", grown / 1e6, None, "MB", f"{grown / points:.1f} bytes a measurement")
        if has_pandas():
            _, _, text = timed(["/usr/bin/python3", "-c", PANDAS, str(folder), str(measured["weeks"])])
            peer = json.loads(text)
            print(f"  {'':<38}{'Healthbook':>12}  {'pandas':>12}")
            row("import measurements", seconds, peer["import"])
            row("scores now, in memory", measured["score_ms"], peer["score"] * 1e3, "ms")
            row(f"history of {measured['weeks']} weeks", measured["history_ms"] / 1e3, peer["history"],
                note="peer: 3 weeks, scaled")
            row("what-if, one weight changed", measured["what_if_ms"], peer["what_if"] * 1e3, "ms")
    finally:
        shutil.rmtree(folder)


def bench_drag(binaries):
    with tempfile.TemporaryDirectory() as folder:
        book = folder + "/demo.healthbook"
        timed([str(binaries / "healthbook-cli"), "demo", book])
        drag = json.loads(timed([str(binaries / "healthbook_bench"), "drag", book])[2])
        print(f"\nDragging the demo's as-of day over 90 days ({drag['accounts']} accounts):")
        row("scores, trends and reasons, worst", drag["worst_day_ms"], 16.0, "ms", "peer: a frame of 16 ms")


def main():
    binaries = pathlib.Path(sys.argv[1]).resolve()
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if not has_pandas():
        print("pandas is not installed for /usr/bin/python3 (apt install python3-pandas): its columns are left out")
    for size in sys.argv[2:] or SIZES:
        bench(binaries, size)
    bench_drag(binaries)


main()
