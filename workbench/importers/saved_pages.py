"""What a browser saves beside a page: a folder with its pictures, called after the page ("Story.html" and "Story_files")."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePath

from workbench.importers.images.other_pictures import OtherPictures
from workbench.importers.images.picture import PICTURES
from workbench.importers.sources import Found

_PAGES = (".html", ".htm", ".xhtml")
_SUFFIXES = frozenset(suffix for each in (*PICTURES, OtherPictures()) for suffix in each.suffixes)
BELONGS = "it is a picture of the saved page {}, beside which it lies. Add it by itself if it matters."


def pictures_of_pages(found: Sequence[Found]) -> dict[Found, str]:
    """The pictures among these files that belong to a saved page among them, each with the page's name."""
    pages = {(each.root, each.inside[:-1], PurePath(each.name).stem): each.name for each in found if each.name.lower().endswith(_PAGES)}
    belonging = {}
    for each in found:
        if len(each.inside) > 1 and PurePath(each.name).suffix.lower() in _SUFFIXES:
            folder, above = each.inside[-2], each.inside[:-2]
            stems = (folder[:at] for at, sign in enumerate(folder) if sign in "_-." and at)
            page = next((pages[each.root, above, stem] for stem in stems if (each.root, above, stem) in pages), None)
            if page:
                belonging[each] = page
    return belonging
