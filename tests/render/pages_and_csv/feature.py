"""Lists that come page by page, and answers whose media type an argument selects."""

from __future__ import annotations

from generator.ir.client import MediaTypeChoice, MediaTypeSelector
from generator.ir.pages import NextLink, Pagination
from generator.ir.types import Alias, ObjectModel, Type
from tests.render import builders as make

PAGE = ObjectModel(name="PetPage")
PAGES = Pagination(items="results", item=make.PET, page=PAGE, way=NextLink(next="next"))
FORMAT = make.parameter("format", type_=Alias(name="Format"))


def selector(result: Type) -> MediaTypeSelector:
    """Return the choice between JSON and CSV."""
    json = MediaTypeChoice(value="json", media_type="application/json", result=result)
    csv = MediaTypeChoice(value="csv", media_type="text/csv", result=make.STR)
    return MediaTypeSelector(python_name="format", choices=(json, csv))


LIST = make.operation(
    "list",
    result=PAGE,
    pagination=PAGES,
    responses=(make.response(type_=PAGE, description="A page of pets."),),
)
EXPORT = make.operation(
    "export",
    parameters=(FORMAT,),
    result=PAGE,
    pagination=PAGES,
    responses=(
        make.response(type_=PAGE),
        make.response(type_=make.STR, media_type="text/csv"),
    ),
    selector=selector(PAGE),
)
RETRIEVE = make.operation(
    path="/pets/{id}",
    parameters=(make.parameter("id", "path", make.INT), FORMAT),
    responses=(make.response(), make.response(type_=make.STR, media_type="text/csv")),
    selector=selector(make.PET),
)

CLIENT = make.client(make.resource(LIST, EXPORT, RETRIEVE))
MODELS = make.models(Pet="pet", PetPage="pet_page", Format="format_")
FILES = ("resources/pets.py", "_operations/pets.py", "README.md")
