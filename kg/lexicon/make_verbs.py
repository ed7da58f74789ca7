"""Makes `ar/verbs.tsv`, every inflected form of the verbs of `ar/verb-list.tsv`, with libqutrub.

Run at development time: `pip install '.[tables]' && python -m kg.lexicon.make_verbs`.
Forms are folded, so that the table is looked up as the reader looks words up. libqutrub gets the
passive past of two verbs wrong; that is harmless here, as folding drops the vowels that differ.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from kg.arabic.letters import fold
from kg.lexicon.tables import read_table

COLUMNS = ("form", "lemma", "voice", "tense", "person", "gender", "number")
_TENSES = {
    "الماضي المعلوم": ("active", "past"),
    "المضارع المعلوم": ("active", "present"),
    "المضارع المجزوم": ("active", "present"),
    "المضارع المنصوب": ("active", "present"),
    "الماضي المجهول": ("passive", "past"),
    "المضارع المجهول": ("passive", "present"),
    "المضارع المجهول المجزوم": ("passive", "present"),
    "المضارع المجهول المنصوب": ("passive", "present"),
}
_PRONOUNS = {
    "أنا": ("1", "b", "s"),
    "نحن": ("1", "b", "p"),
    "هو": ("3", "m", "s"),
    "هي": ("3", "f", "s"),
    "هما": ("3", "m", "d"),
    "هما مؤ": ("3", "f", "d"),
    "هم": ("3", "m", "p"),
    "هن": ("3", "f", "p"),
}


def conjugate(lemma: str, future: str, transitive: bool) -> set[tuple[str, ...]]:
    """Return the rows of one verb, as in `COLUMNS`."""
    from libqutrub.mosaref_main import do_sarf

    table = do_sarf(lemma, future, True, transitive=transitive, display_format="DICT")
    rows: set[tuple[str, ...]] = set()
    for tense, (voice, when) in _TENSES.items():
        for pronoun, features in _PRONOUNS.items():
            form = fold(table.get(tense, {}).get(pronoun, ""))
            if form:
                rows.add((form, fold(lemma), voice, when, *features))
    return rows


def _shortened(rows: set[tuple[str, ...]]) -> Iterator[tuple[str, ...]]:
    """Yield jussives that lost a weak last letter and look like another verb whole: «يصف» of صفّى and of وصف."""
    lemmas: dict[str, set[str]] = {}
    for form, lemma, *_ in rows:
        lemmas.setdefault(form, set()).add(lemma)
    for row in rows:
        form, lemma, _, tense, *_ = row
        weak = lemma[-1] in "ايو" and tense == "present" and form[-1] not in "ايونه"
        if weak and len(lemmas[form]) > 1:
            yield row


def _overshadowed(rows: set[tuple[str, ...]]) -> Iterator[tuple[str, ...]]:
    """Yield forms that look like those of a commoner verb: «تلقى» of لقي beside تلقّى, «تكون» of كوّن beside كان."""
    lemmas = {lemma for _, lemma, *_ in rows}
    being = {form for form, lemma, *_ in rows if lemma == "كان"}
    for row in rows:
        form, lemma, _, tense, *_ = row
        if form in being and lemma == "كون":
            yield row
        if tense == "present" and lemma[-1] == "ي" and form == "ت" + lemma and form in lemmas:
            yield row


def main() -> None:
    """Write the table."""
    words = read_table("ar/verb-list.tsv", ("lemma", "future", "object", "gloss", "example"))
    rows: set[tuple[str, ...]] = set()
    for word in words:
        rows |= conjugate(word["lemma"], word["future"], word["object"] == "yes")
    rows -= set(_shortened(rows))
    rows -= set(_overshadowed(rows))
    text = "\n".join("\t".join(row) for row in [COLUMNS, *sorted(rows)])
    head = "# Made by make_verbs.py from verb-list.tsv; glosses and examples stand there.\n"
    Path(__file__).with_name("ar").joinpath("verbs.tsv").write_text(head + text + "\n", "utf-8")


if __name__ == "__main__":
    main()
