"""The inbox: a folder that is watched, and what waits in it."""
