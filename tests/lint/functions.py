#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""No function over 60 lines, from the first line of its signature to its closing brace."""
import pathlib
import re
import sys

LIMIT = 60

# What holds braces that are not code: comments, raw strings, strings, characters (not the ' in 1'000).
quiet = re.compile(
    r'//[^\n]*|/\*.*?\*/|R"(?P<end>[^()\s\\]{0,16})\(.*?\)(?P=end)"|"(?:\\.|[^"\\\n])*"'
    r"|(?<![0-9A-Za-z_])'(?:\\.|[^'\\\n])+'|^[ \t]*#(?:\\\n|[^\n])*",
    re.DOTALL | re.MULTILINE)
# A brace behind one of these, and behind no parameters, opens a scope in which functions stand.
scope = re.compile(r"\b(namespace|class|struct|union|enum|extern)\b")
template = re.compile(r"\btemplate\s*<[^{;]*>\s*(?=\S)")
# What stands before a function in a class, and is none of it.
before = re.compile(r"(?:\s|Q_OBJECT\b|Q_GADGET\b|(?:public|protected|private|Q_SIGNALS|Q_SLOTS)(?:\s+Q_SLOTS)?\s*:(?!:))*")


def blanked(text):
    """The text with everything quiet made blank, and its lines where they were."""
    return quiet.sub(lambda match: re.sub(r"[^\n]", " ", match.group()), text)


def opens_scope(head):
    head = template.sub("", head)
    return "(" not in head and "=" not in head and scope.search(head)


def long_functions(text):
    """First lines and lengths of the functions over the limit."""
    code = blanked(text)
    begin = depth = 0  # of the declaration that is read, and of the braces in it
    for place in (match.start() for match in re.finditer(r"[{};]", code)):
        mark = code[place]
        head = code[begin:place]
        if depth == 0 and (mark != "{" or opens_scope(head)):
            begin = place + 1
            continue
        depth += {"{": 1, "}": -1}.get(mark, 0)
        if depth > 0 or code[place + 1:].lstrip()[:1] in (",", "{", ")"):  # a member that is initialised by braces
            continue
        first = begin + before.match(head).end()
        lines = code.count("\n", first, place) + 1
        if "(" in head and lines > LIMIT:
            yield code.count("\n", 0, first) + 1, lines
        begin = place + 1


def main():
    root = pathlib.Path(sys.argv[1])
    faults = []
    for folder in ("core", "ui", "app"):
        for path in sorted((root / folder).rglob("*")):
            if path.suffix in (".h", ".cpp"):
                for first, lines in long_functions(path.read_text()):
                    faults.append(f"{path.relative_to(root)}:{first}: {lines} lines, {LIMIT} are allowed")
    print("\n".join(faults) or "no function is too long")
    sys.exit(1 if faults else 0)


main()
