from __future__ import annotations


def moments(text, language, published):
    return ()
