"""Mentions: the names in an article's sentences."""

from kg.mentions.finding import find

__all__ = ["find"]
