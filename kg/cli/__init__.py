"""The `kg` command: one file per command, each a thin door to one function."""

from kg.cli.door import kg as main

__all__ = ["main"]
