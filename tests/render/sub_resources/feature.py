"""Resources below resources, reached by lazy attributes, and the typed view of raw responses."""

from __future__ import annotations

from tests.render import builders as make

TOYS = make.resource(
    make.operation("list"),
    path=("pets", "toys"),
    class_name="PetsToys",
    module="pets_toys",
    description="",
)

CLIENT = make.client(make.resource(make.operation(), children=(TOYS,)))
MODELS = make.models(Pet="pet")
FILES = ("resources/pets.py", "resources/pets_toys.py", "raw_responses.py", "client.py")
