"""What keys, menus and buttons do, a module a subject. Every function takes the workplace it acts in."""
