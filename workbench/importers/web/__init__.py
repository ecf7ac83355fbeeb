"""Web archives, feeds, books and subtitles."""
