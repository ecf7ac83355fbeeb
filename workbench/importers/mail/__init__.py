"""Mails, mailboxes and pages that are saved as mails."""
