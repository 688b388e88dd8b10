"""The live screen's tests work at the controllers' desk: a real database and a clock moved by hand."""

from tests.controllers.conftest import desk as desk  # noqa: PLC0414  a fixture given on
