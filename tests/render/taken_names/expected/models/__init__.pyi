from .any_ import Any as Any
from .page import Page as Page
from .pet import Pet as Pet
from .pets import Pets as Pets
