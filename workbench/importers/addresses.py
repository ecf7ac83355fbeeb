"""Web addresses without what does not change the page."""

from __future__ import annotations

from urllib.parse import urlsplit


def place_of(address: str) -> str:
    """Host and path of a page, whatever its scheme, "www." and query; "" for what is no address of a page, as that of a whole site is."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return ""
    path = parts.path.rstrip("/")
    return f"{(parts.hostname or '').removeprefix('www.').removeprefix('m.')}{path}" if path and parts.hostname else ""
