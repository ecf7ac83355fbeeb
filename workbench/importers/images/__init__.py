"""Pictures as exhibits: what their headers say. They are drawn elsewhere, for the window (desk/pictures)."""
