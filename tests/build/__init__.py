"""From the normal form to the client as frozen data."""
