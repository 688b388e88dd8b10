"""Frozen records that cost a start nothing: dataclasses without generated code. Everybody may import it.

`dataclass(frozen=True, slots=True)` writes and compiles six methods per class, 0.3 to 1 ms each; the classes
that the first paint needs are made here instead. They are used alike: `dataclasses.replace`, `fields` and
`asdict` take them, `match` takes them apart, and they can be pickled.
"""

from collections.abc import Callable
from functools import cache, partial
from operator import attrgetter
from typing import Any, TypeVar, cast, dataclass_transform

_Made = TypeVar("_Made")
_put = object.__setattr__


@dataclass_transform(frozen_default=True)
def record(cls: type[_Made]) -> type[_Made]:
    """The class as a frozen one with slots, made of its annotated fields; those with a value may be left out.

    The value is shared by all records, so it must not be changed.
    """
    own = dict(vars(cls))
    names = tuple(cls.__annotations__)
    usual = {name: own.pop(name) for name in names if name in own}
    for mine in ("__dict__", "__weakref__"):
        own.pop(mine, None)
    own.update(
        __slots__=names,
        __match_args__=names,
        __init__=_init(cls.__qualname__, names, usual),
        __eq__=_equal,
        __hash__=_hash,
        __repr__=_repr,
        __reduce__=_reduce,
        __setattr__=_refuse,
        __delattr__=_refuse,
        __dataclass_fields__=_Fields(usual),
    )
    made: Any = type(cls.__name__, cls.__bases__, own)
    return cast("type[_Made]", made)


def changed(old: _Made, **values: object) -> _Made:
    """A copy of a record with other values in some fields."""
    names: tuple[str, ...] = type(old).__match_args__  # type: ignore[attr-defined]  # records have them
    made = object.__new__(type(old))
    # Past their own way to begin, which takes twice as long: an interview is copied at every key press.
    for name, value in {**dict(zip(names, _getter(names)(old), strict=True)), **values}.items():
        _put(made, name, value)
    return made


def _init(called: str, names: tuple[str, ...], usual: dict[str, object]) -> Callable[..., None]:
    needed, every = len(names), frozenset(names)

    def begin(self: object, *values: object, **named: object) -> None:
        # The two usual ways first: a page of the library makes a hundred.
        if len(named) == needed and not values and named.keys() == every:
            facts = named
        elif len(values) == needed and not named:
            facts = dict(zip(names, values, strict=True))
        else:
            facts = {**usual, **dict(zip(names, values, strict=False)), **named}
            # One that is missing or unknown makes another number.
            twice = not named.keys().isdisjoint(names[: len(values)])
            if len(facts) != needed or len(values) > needed or twice:
                raise TypeError(f"{called} takes {', '.join(names)}")
        for name, value in facts.items():
            _put(self, name, value)

    return begin


def _values(one: Any) -> tuple[object, ...]:
    return _getter(type(one).__match_args__)(one)


@cache
def _getter(names: tuple[str, ...]) -> Callable[[object], tuple[object, ...]]:
    """Reads these fields, all at once: asked at every key press."""
    if len(names) > 1:
        return attrgetter(*names)
    return lambda one: (getattr(one, names[0]),)


def _equal(self: object, other: object) -> Any:
    return _values(self) == _values(other) if type(self) is type(other) else NotImplemented


def _hash(self: object) -> int:
    return hash(_values(self))


def _repr(self: Any) -> str:
    told = zip(type(self).__match_args__, _values(self), strict=True)
    return f"{type(self).__qualname__}({', '.join(f'{name}={value!r}' for name, value in told)})"


def _reduce(self: object) -> tuple[type, tuple[object, ...]]:
    return type(self), _values(self)


def _refuse(self: object, name: str, *_value: object) -> None:
    from dataclasses import FrozenInstanceError  # what everybody else's frozen classes raise

    raise FrozenInstanceError(f"{type(self).__qualname__}.{name} cannot be changed")


class _Fields:
    """Tells `dataclasses` about the fields, at the first time somebody asks."""

    def __init__(self, usual: dict[str, object]) -> None:
        self._usual = usual
        self._made: dict[str, Any] | None = None

    def __get__(self, _one: object, owner: type) -> dict[str, Any]:
        if self._made is None:
            import dataclasses

            made: list[Any] = [
                (name, kind, dataclasses.field(default_factory=partial(self._usual.get, name)))
                if name in self._usual
                else (name, kind)
                for name, kind in owner.__annotations__.items()
            ]
            self._made = {f.name: f for f in dataclasses.fields(dataclasses.make_dataclass("fields", made))}
        return self._made
