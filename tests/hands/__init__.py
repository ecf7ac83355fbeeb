"""Random keys, clicks and words on the real window: what no story thinks of."""
