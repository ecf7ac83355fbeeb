"""Pictures of exhibits: drawn from a stranger's bytes by a child, shown in the window from the pixels that it sends."""
