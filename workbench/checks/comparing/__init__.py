"""What articles say against each other, before anyone has marked a word: one file a question. Pure, over readings."""
