"""Words that names are built of, for telling names alike: family names, sounds of letters, Latin spellings."""

from __future__ import annotations

from functools import cache

from kg.arabic.letters import fold
from kg.lexicon.lexemes import forms, lexemes
from kg.lexicon.tables import read_table, split
from kg.lexicon.words import adjectives, common_words, given_names, name_parts
from kg.model import Kind


@cache
def common_families() -> frozenset[str]:
    """Return the family names that many bear, folded, in one word, the article kept."""
    rows = read_table("ar/family-names.tsv", ("name", "gloss", "example"), "name")
    return frozenset("".join(forms(row["name"])) for row in rows)


@cache
def given_spellings() -> dict[str, str]:
    """Map other spellings of given names, folded, to the usual one: «اسحق» → «اسحاق»."""
    rows = read_table("ar/given-names.tsv", ("name", "gender", "variants", "gloss", "example"))
    usual = {"".join(forms(row["name"])) for row in rows}
    found: dict[str, str] = {}
    for row in rows:
        for variant in split(row["variants"]):
            spelling = "".join(forms(variant))
            if spelling not in usual:
                found.setdefault(spelling, "".join(forms(row["name"])))
    return found


@cache
def known_name_words() -> frozenset[str]:
    """Return words known as parts of names, folded and without article: one is no slip for another."""
    words = set(given_names()) | common_words() | set(adjectives()) | common_families()
    for lexeme in lexemes().values():
        if lexeme.kind is not Kind.EVENT:
            words.update(word for name in lexeme.names_ar for word in forms(name))
    return frozenset(word.removeprefix("ال") for word in words)


@cache
def place_words_of_names() -> frozenset[str]:
    """Return the one-word names of places and states, folded and without article."""
    kinds = (Kind.PLACE, Kind.STATE)
    known = (lexeme for lexeme in lexemes().values() if lexeme.kind in kinds)
    names = (forms(name) for lexeme in known for name in lexeme.names_ar)
    return frozenset(words[0].removeprefix("ال") for words in names if len(words) == 1)


@cache
def state_names() -> dict[str, str]:
    """Map the one-word names of states, folded and without article, to their ids."""
    found: dict[str, str] = {}
    for lexeme in lexemes().values():
        for name in lexeme.names_ar if lexeme.kind is Kind.STATE else ():
            words = forms(name)
            if len(words) == 1:
                plain = words[0].removeprefix("ال")
                found.setdefault(plain, lexeme.id)
                found.setdefault(f"{plain[:-1]}ه" if plain.endswith("ا") else plain, lexeme.id)
    return found


@cache
def sounds() -> dict[str, tuple[str, ...]]:
    """Map folded Arabic letters to the ways they are written in Latin script, the usual one first."""
    rows = read_table("ar/sounds.tsv", ("letter", "latin", "gloss", "example"), "letter")
    return {fold(row["letter"]): tuple(row["latin"].split("|")) for row in rows}


@cache
def latin_words() -> dict[str, dict[str, tuple[str, ...]]]:
    """Map the words of names in Latin script, by class, to the Arabic words they stand for, folded."""
    columns = ("word", "class", "arabic", "gloss", "example")
    found: dict[str, dict[str, tuple[str, ...]]] = {}
    for row in read_table("en/name-words.tsv", columns):
        arabic = tuple(fold(word) for word in split(row["arabic"]))
        found.setdefault(row["class"], {})[row["word"]] = arabic
    return found


@cache
def latin_titles() -> frozenset[str]:
    """Return the words that stand before a person's name in Latin script, in lower case."""
    rows = read_table("en/titles.tsv", ("word", "class", "gloss", "example"), "word")
    return frozenset(row["word"] for row in rows)


@cache
def latin_places() -> dict[str, tuple[str, ...]]:
    """Map the one-word Latin names of places and states, in lower case, to their folded Arabic names."""
    found: dict[str, tuple[str, ...]] = {}
    for lexeme in lexemes().values():
        for name in lexeme.names_en if lexeme.kind in (Kind.PLACE, Kind.STATE) else ():
            if name.isalpha() and name.isascii():
                words = tuple(" ".join(forms(arabic)) for arabic in lexeme.names_ar)
                found[name.lower()] = (*found.get(name.lower(), ()), *words)
    return found


@cache
def name_grammar() -> dict[str, frozenset[str]]:
    """Map the folded words of names to their classes when names are compared, those of `name_parts` too."""
    found = {word: set(classes) for word, classes in name_parts().items()}
    for row in read_table("ar/name-grammar.tsv", ("word", "class", "gloss", "example")):
        found.setdefault(fold(row["word"]), set()).add(row["class"])
    return {word: frozenset(classes) for word, classes in found.items()}


@cache
def name_words(wanted: str) -> frozenset[str]:
    """Return the folded words of one class of `name_grammar`."""
    return frozenset(word for word, classes in name_grammar().items() if wanted in classes)


@cache
def usual_cases() -> dict[str, str]:
    """Map words of names in another case to the usual one: «ابي» to «ابو»."""
    return {
        word: fold(found.removeprefix("form "))
        for word, classes in name_grammar().items()
        for found in classes
        if found.startswith("form ")
    }
