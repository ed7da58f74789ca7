"""Claims: what an article's sentences say of the names in them."""

from kg.claims.extraction import extract

__all__ = ["extract"]
