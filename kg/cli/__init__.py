"""The `kg` command: one file per command, each a thin door to one function."""

from kg.cli.door import main

__all__ = ["main"]
