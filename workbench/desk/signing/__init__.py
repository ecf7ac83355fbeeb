"""Signing: the checker's pass, versions and names, and a colleague's answer beside ours."""
