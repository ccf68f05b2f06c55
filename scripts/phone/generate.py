"""Writes the tables of src/phone from Google's metadata, into another folder if one is named."""

import subprocess
import sys
from pathlib import Path

from format_writer import packed_formats
from patterns import patterns
from plan import codes
from tables import tables

PHONE = Path(__file__).parents[2] / "src" / "phone"


def main(folder=PHONE):
    known = codes()
    file = Path(folder, "tables.rs")
    packed, nodes = patterns(known)
    Path(folder, "patterns.bin").write_bytes(packed)
    formats, format_nodes = packed_formats(known)
    Path(folder, "formats.bin").write_bytes(formats)
    file.write_text(tables(known, nodes, format_nodes))
    subprocess.run(["rustfmt", "--edition", "2024", file], check=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
