"""Writes the tables of src/phone from Google's metadata."""

import subprocess
from pathlib import Path

from plan import codes
from tables import tables

TABLES = Path(__file__).parents[2] / "src" / "phone" / "tables.rs"


def main():
    TABLES.write_text(tables(codes()))
    subprocess.run(["rustfmt", "--edition", "2024", TABLES], check=True)


if __name__ == "__main__":
    main()
