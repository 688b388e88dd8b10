"""The least of D-Bus that reading an accessibility tree takes: calls, their answers, and signals.

For the accessibility journeys. There is no binding of D-Bus among the pinned packages, and Qt's own does not
unpack structures in Python.
"""

import os
import re
import socket
import struct
import time
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

_CALL, _ANSWER, _ERROR, _SIGNAL = 1, 2, 3, 4
_PATH, _INTERFACE, _MEMBER, _ERROR_NAME, _REPLY, _TO, _FROM, _SIGNATURE = range(1, 9)
_FIELD_TYPES = {_PATH: "o", _INTERFACE: "s", _MEMBER: "s", _TO: "s", _SIGNATURE: "g"}
_NUMBERS = {
    "y": "B",
    "n": "h",
    "q": "H",
    "b": "I",
    "i": "i",
    "u": "I",
    "h": "I",
    "x": "q",
    "t": "Q",
    "d": "d",
}
_BUS = "org.freedesktop.DBus"


class BusError(Exception):
    """The other side answered with an error, or not at all."""


@dataclass(frozen=True, slots=True)
class Signal:
    """Something that happened at an object of a program."""

    sender: str
    path: str
    member: str
    values: tuple[Any, ...]


def types_of(signature: str) -> list[str]:
    """The complete types a signature is made of: "a(so)u" gives "a(so)" and "u"."""
    found, at = [], 0
    while at < len(signature):
        end = _type_end(signature, at)
        found.append(signature[at:end])
        at = end
    return found


def _type_end(signature: str, at: int) -> int:
    if signature[at] == "a":
        return _type_end(signature, at + 1)
    if signature[at] not in "({":
        return at + 1
    depth, at = 1, at + 1
    while depth:
        depth += {"(": 1, "{": 1, ")": -1, "}": -1}.get(signature[at], 0)
        at += 1
    return at


class Reader:
    """Unpacks values from bytes that begin at a multiple of eight."""

    def __init__(self, data: bytes, order: str) -> None:
        self._data, self._order, self.at = data, order, 0

    def align(self, size: int) -> None:
        """Skip the padding before a value of this size."""
        self.at += -self.at % size

    def values(self, signature: str) -> tuple[Any, ...]:
        """One value for each type."""
        return tuple(self.value(kind) for kind in types_of(signature))

    def value(self, kind: str) -> Any:
        """The next value, of this complete type."""
        if kind in _NUMBERS:
            return self._number(kind)
        if kind in "sog":
            return self._text(kind)
        if kind == "v":
            return self.value(self._text("g"))
        if kind[0] in "({":
            self.align(8)
            return self.values(kind[1:-1])
        return self._array(kind[1:])

    def _number(self, kind: str) -> Any:
        form = self._order + _NUMBERS[kind]
        size = struct.calcsize(form)
        self.align(size)
        self.at += size
        value = struct.unpack_from(form, self._data, self.at - size)[0]
        return bool(value) if kind == "b" else value

    def _text(self, kind: str) -> str:
        size = self._number("y" if kind == "g" else "u")
        self.at += size + 1
        return self._data[self.at - size - 1 : self.at - 1].decode()

    def _array(self, kind: str) -> Any:
        size = self._number("u")
        self.align(_alignment(kind))
        end = self.at + size
        found = []
        while self.at < end:
            found.append(self.value(kind))
        return dict(found) if kind[0] == "{" else found


def _alignment(kind: str) -> int:
    if kind[0] in "({":
        return 8
    return struct.calcsize(_NUMBERS[kind]) if kind in _NUMBERS else {"g": 1, "v": 1}.get(kind, 4)


def pack(signature: str, values: tuple[Any, ...], at: int = 0) -> bytes:
    """Numbers, texts and arrays of them as bytes; `at` is where they will begin."""
    out = bytearray(at)
    for kind, value in zip(types_of(signature), values, strict=True):
        _put(out, kind, value)
    return bytes(out[at:])


def _put(out: bytearray, kind: str, value: Any) -> None:
    out.extend(bytes(-len(out) % _alignment(kind)))
    if kind in _NUMBERS:
        out.extend(struct.pack("<" + _NUMBERS[kind], value))
    elif kind in "sog":
        text = value.encode()
        out.extend(struct.pack("<B" if kind == "g" else "<I", len(text)) + text + b"\0")
    else:
        inside = bytearray()
        for item in value:
            _put(inside, kind[1:], item)
        out.extend(struct.pack("<I", len(inside)) + inside)


class Bus:
    """One connection. Signals that were asked for wait in `signals` until somebody takes them."""

    def __init__(self, address: str) -> None:
        found = re.search(r"unix:(path|abstract)=([^,;]+)", address)
        assert found is not None, address
        self._socket = socket.socket(socket.AF_UNIX)
        self._socket.settimeout(15)
        self._socket.connect(found[2] if found[1] == "path" else "\0" + found[2])
        self._held = b""
        self._serial = 0
        self.signals: deque[Signal] = deque()
        who = str(os.getuid()).encode().hex()
        self._socket.sendall(b"\0AUTH EXTERNAL " + who.encode() + b"\r\n")
        said = self._socket.recv(1024)
        assert said.startswith(b"OK"), said
        self._socket.sendall(b"BEGIN\r\n")
        self.name = self.call(_BUS, "/org/freedesktop/DBus", _BUS, "Hello")[0]

    def close(self) -> None:
        """Leave the bus."""
        self._socket.close()

    def listen(self, interface: str) -> None:
        """Have all signals of an interface from now on."""
        rule = f"type='signal',interface='{interface}'"
        self.call(_BUS, "/org/freedesktop/DBus", _BUS, "AddMatch", "s", rule)

    def process_of(self, name: str) -> int:
        """The process id behind a name on this bus."""
        return int(self.call(_BUS, "/org/freedesktop/DBus", _BUS, "GetConnectionUnixProcessID", "s", name)[0])

    def call(
        self, to: str, path: str, interface: str, member: str, signature: str = "", *values: Any
    ) -> tuple[Any, ...]:
        """What a method answers. Raises BusError."""
        self._serial += 1
        fields = {_PATH: path, _INTERFACE: interface, _MEMBER: member, _TO: to}
        if signature:
            fields[_SIGNATURE] = signature
        head = bytearray()
        for code, value in fields.items():
            head.extend(bytes(-len(head) % 8))
            kind = _FIELD_TYPES[code]
            head.extend(bytes([code, 1, ord(kind), 0]))
            _put(head, kind, value)
        body = pack(signature, values)
        start = struct.pack("<4BIII", ord("l"), _CALL, 0, 1, len(body), self._serial, len(head))
        self._socket.sendall(start + head + bytes(-len(head) % 8) + body)
        return self._answer_to(self._serial, f"{member} of {path}")

    def happened(self, seconds: float) -> Iterator[Signal]:
        """The signals that wait and those that come, until none came for so long."""
        while True:
            while self.signals:
                yield self.signals.popleft()
            self._socket.settimeout(seconds)
            try:
                self._take(0)
            except TimeoutError:
                return
            finally:
                self._socket.settimeout(15)

    def _answer_to(self, serial: int, what: str) -> tuple[Any, ...]:
        deadline = time.monotonic() + 15
        while time.monotonic() < deadline:
            try:
                answer = self._take(serial)
            except TimeoutError as error:
                raise BusError(f"no answer: {what}") from error
            if answer is not None:
                return answer
        raise BusError(f"no answer: {what}")

    def _take(self, serial: int) -> tuple[Any, ...] | None:
        """Read one message: the answer to this call, or nothing after something else."""
        first = self._bytes(16)
        order = "<" if first[0] == ord("l") else ">"
        length, _serial, fields_size = struct.unpack(order + "III", first[4:])
        rest = self._bytes(fields_size + (-fields_size % 8) + length)
        reader = Reader(first + rest, order)
        reader.at = 12
        fields = dict(reader.value("a(yv)"))
        reader.align(8)
        values = reader.values(fields.get(_SIGNATURE, ""))
        if first[1] == _SIGNAL:
            self.signals.append(Signal(fields[_FROM], fields[_PATH], fields[_MEMBER], values))
        elif fields.get(_REPLY) == serial and first[1] == _ERROR:
            raise BusError(f"{fields[_ERROR_NAME]}: {values}")
        elif fields.get(_REPLY) == serial and first[1] == _ANSWER:
            return values
        return None

    def _bytes(self, size: int) -> bytes:
        while len(self._held) < size:
            more = self._socket.recv(65536)
            if not more:
                raise BusError("the bus is gone")
            self._held += more
        out, self._held = self._held[:size], self._held[size:]
        return out
