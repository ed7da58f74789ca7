"""Entities: who the mentions are, within an article and across articles."""

from kg.entities.gathering import gather

__all__ = ["gather"]
