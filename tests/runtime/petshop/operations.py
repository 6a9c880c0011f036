from __future__ import annotations

from typing import TYPE_CHECKING, Any

from runtime.forms import Form
from runtime.headers import Cookie, Header
from runtime.multipart import Multipart
from runtime.operation import Fields, Operation, Path, Query, Reply, Whole
from runtime.pagination import NextLink, PagedOperation
from runtime.styles import Encoding, Styled
from runtime.uploads import write_content

if TYPE_CHECKING:
    from .models import Owner, Pet, PetPage

KEYS = (("api_key",), ("token", "tenant_id"))
SHOP = Path("shop")
PET = Path("pet_id", "petId")

LIST: PagedOperation[Pet, PetPage] = PagedOperation(
    name="pets.list",
    method="GET",
    path="/shops/{shop}/pets/",
    parameters=(
        SHOP,
        Query("limit"),
        Query("status", write=Styled()),
        Query("born_after", "bornAfter"),
        Query("filter_", "filter", write=Styled("deepObject")),
        Query("format"),
        Header("trace_id", "X-Trace-Id"),
        Cookie("visit"),
    ),
    responses=(
        Reply("200", "application/json", "PetPage"),
        Reply("200", "text/csv", str),
        Reply("4XX", "application/json", "Problem"),
    ),
    security=KEYS,
    selector="format",
    choices={"csv": "text/csv", "json": "application/json"},
    items="results",
    turn=NextLink(next="next"),
)
RETRIEVE: Operation[Pet] = Operation(
    name="pets.retrieve",
    method="GET",
    path="/shops/{shop}/pets/{petId}",
    parameters=(SHOP, PET),
    responses=(
        Reply("200", "application/json", "Pet"),
        Reply("404", "application/json", "Problem"),
        Reply("default", "application/problem+json", "Problem"),
    ),
    security=KEYS,
)
CREATE: Operation[Pet] = Operation(
    name="pets.create",
    method="POST",
    path="/shops/{shop}/pets/",
    parameters=(SHOP,),
    body=Fields("application/json", "NewPet"),
    responses=(
        Reply("201", "application/json", "Pet"),
        Reply("422", "application/json", "Problem"),
    ),
    security=KEYS,
)
UPDATE: Operation[Pet] = Operation(
    name="pets.update",
    method="PATCH",
    path="/shops/{shop}/pets/{petId}",
    parameters=(SHOP, PET),
    body=Fields("application/merge-patch+json", "NewPetChanges"),
    responses=(Reply("2XX", "application/json", "Pet"),),
    security=KEYS,
)
REPLACE: Operation[Pet] = Operation(
    name="pets.replace",
    method="PUT",
    path="/shops/{shop}/pets/{petId}",
    parameters=(SHOP, PET),
    body=Whole("application/json", "Anything"),
    responses=(Reply("200", "application/json", "Pet"),),
    security=KEYS,
)
DELETE: Operation[None] = Operation(
    name="pets.delete",
    method="DELETE",
    path="/shops/{shop}/pets/{petId}",
    parameters=(SHOP, PET),
    accept="*/*",
    responses=(Reply("204"),),
    security=KEYS,
)
TOUCH: Operation[Any] = Operation(
    name="pets.touch",
    method="POST",
    path="/touch",
    body=Fields("application/json", "NewPetChanges", required=False),
    responses=(Reply("200", "application/json"),),
    security=KEYS,
)
ADD_PHOTO: Operation[None] = Operation(
    name="photos.add",
    method="POST",
    path="/photos",
    body=Fields(
        "multipart/form-data",
        "Photo",
        write=Multipart({"picture": Encoding("image/png")}),
    ),
    responses=(Reply("201"),),
    security=KEYS,
)
PHOTO: Operation[bytes] = Operation(
    name="photos.download",
    method="GET",
    path="/photos/{name}",
    parameters=(Path("name"),),
    accept="image/*",
    responses=(Reply("200", "image/*", bytes),),
    security=KEYS,
)
CHECK: Operation[None] = Operation(
    name="photos.check",
    method="HEAD",
    path="/photos/{name}",
    parameters=(Path("name"),),
    responses=(Reply("200", "application/json", "Pet"),),
    security=KEYS,
)
UPLOAD: Operation[Any] = Operation(
    name="photos.upload",
    method="PUT",
    path="/photos/raw",
    body=Whole("application/octet-stream", write=write_content),
    responses=(Reply("200", "application/json"),),
    security=KEYS,
)
SIGN_UP: Operation[Owner] = Operation(
    name="owners.sign_up",
    method="POST",
    path="/owners",
    body=Fields(
        "application/x-www-form-urlencoded",
        "NewPetChanges",
        write=Form({"owner": Encoding(style="deepObject")}),
    ),
    responses=(Reply("default", "application/json", "Owner"),),
    security=KEYS,
)
PUBLIC: Operation[Any] = Operation(
    name="status.public",
    method="GET",
    path="status?verbose=1",
    responses=(Reply("200", "application/json"), Reply("302")),
)
OPTIONAL: Operation[Any] = Operation(
    name="status.optional",
    method="GET",
    path="/status",
    responses=(Reply("200", "*/*"),),
    security=((), ("token",)),
)
BASIC: Operation[Any] = Operation(
    name="status.basic",
    method="GET",
    path="/status",
    responses=(Reply("200", "application/json"),),
    security=(("username", "password"),),
)
QUERY_AND_COOKIE: Operation[Any] = Operation(
    name="status.query_and_cookie",
    method="GET",
    path="/status",
    parameters=(Cookie("visit"),),
    responses=(Reply("200", "application/json"),),
    security=(("query_key", "cookie_key"),),
)
