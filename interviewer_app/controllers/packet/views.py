"""The packet on screen, as frozen values. Drawn by ui/packet."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PageImage:
    """A page of the packet as pixels: 8-bit BGRx rows of `stride` bytes."""

    width: int
    height: int
    stride: int
    data: bytes


@dataclass(frozen=True, slots=True)
class PacketView:
    """The packet to look at. `missing` are characters no font could draw; `name` is the suggested file."""

    interview_id: str
    pages: int
    name: str
    folder: str
    missing: tuple[str, ...]
    draft: bool
    written_to: str = ""
