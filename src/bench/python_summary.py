"""Prints mean, range and count of the relevant changes in stored comparisons, a line for each file.

MessagePack, or the same compressed with Brotli in files named .br; their order is that of the names.
"""

import math
import pathlib
import sys

import msgpack

TARGET = "x86_64-unknown-linux-gnu"


def read(path):
    data = path.read_bytes()
    if path.suffix == ".br":
        import brotli

        data = brotli.decompress(data)
    return msgpack.unpackb(data)


def summary(changes):
    if not changes:
        return "-"
    mean = 100 * sum(changes) / len(changes)
    return f"{mean:.1f}% [{100 * min(changes):.1f}%, {100 * max(changes):.1f}%] {len(changes)}"


def rows(comparison):
    metadata = comparison.get("compile_benchmark_metadata", [])
    primaries = {each["name"] for each in metadata if each["category"] == "primary"}
    changes = {True: [], False: []}
    for case in comparison["compile_comparisons"]:
        result = case["comparison"]
        before, after = result["statistics"]
        if result["is_relevant"] and case.get("target", TARGET) == TARGET and before:
            change = (after - before) / before
            if math.isfinite(change):
                changes[case["benchmark"] in primaries].append(change)
    for primary in (True, False):
        yield summary([change for change in changes[primary] if change > 0])
        yield summary([change for change in changes[primary] if change <= 0])
    yield summary(changes[True])


for file in sorted(pathlib.Path(sys.argv[1]).iterdir()):
    comparison = read(file)
    print(comparison["b"]["commit"][:8], *rows(comparison), sep="  ")
