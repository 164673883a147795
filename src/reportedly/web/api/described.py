"""The description of the interface, laid out for people: from its OpenAPI, and from that alone."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

Schema = Mapping[str, Any]

_REF = "#/components/schemas/"
_GIVEN = {"q": "garrison", "one": "$ID", "other": "$OTHER"}


@dataclass(frozen=True, slots=True)
class Kind:
    """What a value is, in words; ``shape`` names the object that it is, or is a list of."""

    words: str
    shape: str = ""


@dataclass(frozen=True, slots=True)
class Key:
    """A parameter or a key of an object."""

    name: str
    kinds: tuple[Kind, ...]
    needed: bool
    about: str
    where: str = ""


@dataclass(frozen=True, slots=True)
class Call:
    """An address: what it takes, gives and refuses, and how it is called.

    ``gives`` names an object; it is empty where a file is given.
    """

    method: str
    path: str
    name: str
    about: str
    takes: tuple[Key, ...]
    gives: str
    refuses: tuple[tuple[str, str], ...]
    example: str


@dataclass(frozen=True, slots=True)
class Described:
    """Every address, and every object that they give or take."""

    about: str
    calls: tuple[Call, ...]
    shapes: tuple[tuple[str, str, tuple[Key, ...]], ...]


def described(openapi: Schema) -> Described:
    """What an OpenAPI description says, in its order."""
    held = openapi["components"]["schemas"]
    calls = tuple(
        _call(method, path, operation, held)
        for path, methods in openapi["paths"].items()
        for method, operation in methods.items()
    )
    shapes = tuple((name, one.get("description", ""), _keys(one)) for name, one in held.items())
    return Described(openapi["info"]["description"], calls, shapes)


def _call(method: str, path: str, operation: Schema, held: Schema) -> Call:
    parameters = tuple(
        Key(p["name"], _kinds(p["schema"]), p.get("required", False),
            p.get("description", ""), p["in"])
        for p in operation.get("parameters", ())
    )  # fmt: skip
    body = operation.get("requestBody")
    wanted = held[_named(_content(body))] if body else {}
    done = {code: r for code, r in operation["responses"].items() if code.startswith("2")}
    refused = tuple(
        (code, r["description"]) for code, r in operation["responses"].items() if code not in done
    )
    gives = _named(_content(next(iter(done.values()))))
    takes = (*parameters, *_keys(wanted, "body"))
    example = _example(path, takes, next(iter(wanted.get("examples", ())), None))
    return Call(method.upper(), path, operation["operationId"], operation["summary"], takes,
                gives, refused, example)  # fmt: skip


def _example(path: str, takes: Iterable[Key], sent: object) -> str:
    lines = ['curl -H "Authorization: Bearer $TOKEN"']
    if sent is not None:
        lines += ["-H 'Content-Type: application/json'", f"-d '{json.dumps(sent)}'"]
    needed = [k.name for k in takes if k.needed and k.where == "query"]
    query = "&".join(f"{name}={_GIVEN.get(name, '…')}" for name in needed)
    address = path.replace("{id}", "$ID").replace("{name}", "$NAME") + (
        f"?{query}" if query else ""
    )
    return " ".join([*lines, f'"$AT{address}"'])


def _keys(schema: Schema, where: str = "") -> tuple[Key, ...]:
    needed = set(schema.get("required", ()))
    return tuple(
        Key(name, _kinds(one), name in needed, one.get("description", ""), where)
        for name, one in schema.get("properties", {}).items()
    )


def _kinds(schema: Schema) -> tuple[Kind, ...]:
    options = schema.get("anyOf", [schema])
    return tuple(_kind(one) for one in options)


def _kind(schema: Schema) -> Kind:
    if "$ref" in schema:
        name = _named(schema)
        return Kind(name, name)
    if schema.get("type") == "array":
        inner = [_kind(one) for one in schema["items"].get("anyOf", [schema["items"]])]
        return Kind(f"list of {' or '.join(k.words for k in inner)}", inner[0].shape)
    if "enum" in schema:
        return Kind(" | ".join(str(value) for value in schema["enum"]))
    if "const" in schema:
        return Kind(str(schema["const"]))
    return Kind(", ".join([str(schema.get("type", "")), *_bounds(schema)]))


def _bounds(schema: Schema) -> Iterator[str]:
    for name, said in (
        ("minimum", "from"), ("maximum", "to"), ("minLength", "characters from"),
        ("maxLength", "characters to"), ("pattern", "like"), ("default", "else"),
    ):  # fmt: skip
        if schema.get(name) not in (None, "", False):
            yield f"{said} {schema[name]}"


def _content(held: Schema) -> Schema:
    found: Schema = held["content"].get("application/json", {}).get("schema", {})
    return found


def _named(schema: Schema) -> str:
    return str(schema.get("$ref", "")).removeprefix(_REF)
