"""Clients in other repositories: copied, compared, and updated with the edits made there.

`vendor.toml` lists, for people, what came from where. `vendored.json.xz` in each copy holds the files as
they were copied: whatever differs from it is an edit, and it is the base of the next merge. So neither
git nor the history of the generating repository is needed.
"""
