"""The memo: one Memo value drawn from a snapshot of the case, and one file a renderer."""
