"""Layers of the Lindenhof generator; see ../README.md for the order they run in."""
