"""The window: the only room with PySide6. It calls the case and shows what changed; it keeps nothing of its own."""
