"""Builds knowledge graphs of armed actors out of news articles, Arabic first."""

__version__ = "0.1.0"
