"""Entities: who the mentions are, within an article (`gather`) and across articles (`resolve`)."""

from kg.entities.gathering import gather
from kg.entities.resolving import resolve

__all__ = ["gather", "resolve"]
