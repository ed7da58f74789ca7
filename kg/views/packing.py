"""Puts data, scripts and styles into a page so that no text can leave its place."""

from __future__ import annotations

import base64
import hashlib
import json
import re
import zlib
from typing import Any
from urllib.parse import urlsplit

PLAIN = 2_000_000
"""Data of more letters than this are packed; smaller ones can be read in the page's source."""


def pack(data: Any) -> tuple[str, str]:
    """Return data as they stand in a page, and how: `json`, or `deflate` (raw, in base 64)."""
    text = escape_json(data)
    if len(text) <= PLAIN:
        return text, "json"
    squeezed = zlib.compressobj(9, zlib.DEFLATED, -15)
    packed = squeezed.compress(text.encode()) + squeezed.flush()
    return base64.b64encode(packed).decode(), "deflate"


def escape_json(data: Any) -> str:
    """Return JSON that can stand in a script element: no `<`, `>`, `&` nor line separators.

    >>> escape_json("</script>")
    '"\\\\u003c/script\\\\u003e"'
    """
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return re.sub("[<>&\u2028\u2029\ud800-\udfff]", lambda m: f"\\u{ord(m.group()):04x}", text)


def hash_source(text: str) -> str:
    """Return the hash by which a content security policy names a script or style."""
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def safe_link(url: str | None) -> str | None:
    """Return a web address, or nothing for any other kind of link.

    >>> safe_link("https://example.org/a"), safe_link("javascript:alert(1)")
    ('https://example.org/a', None)
    """
    if url is None or re.search(r"[\x00-\x20]", url.strip()):
        return None
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return None
    return url.strip() if parts.scheme in ("http", "https") and parts.netloc else None
