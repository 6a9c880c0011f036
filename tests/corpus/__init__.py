"""Real documents, unmodified: every operation is called, every model takes what it must take.

The document is read, its schemas are translated, and requests are decoded by code of its own:
nothing here knows how the generator or the runtime do it.
"""
