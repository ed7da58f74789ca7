"""Areas: the places and patrons that groups are named by — «شرطة [البصرة]», «القوات الموالية لـ[إيران]»."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from kg.arabic.words import bare
from kg.lexicon.frames import modifier_frames
from kg.lexicon.lexemes import lexemes
from kg.lexicon.words import adjectives, titles
from kg.mentions.candidates import Candidate, has_class
from kg.mentions.states import capitals
from kg.model import WITHIN, Kind, Word


def areas(
    words: Sequence[Word],
    options: Sequence[Sequence[Candidate]],
    group: Candidate,
    vouched: Collection[str],
) -> Iterator[Candidate]:
    """Yield the place inside a group's name that tells where it is, or the patron that tells whose.

    `vouched` are the lexemes named without doubt in the article. A place of fame does not tell it
    («لواء القدس»), nor a capital that stands for its state («قوات صنعاء»).
    """
    if group.kind is Kind.EVENT:
        yield from _grounds(options, group, vouched)
    if group.kind not in (Kind.ARMED_GROUP, Kind.ORGANIZATION):
        return
    for at in range(group.start + 1, group.end):
        for c in options[at]:
            if group.kind is Kind.ORGANIZATION and not (
                c.end == group.end and _is_leader(words, c)
            ):
                continue
            if (not c.trap or c.lexeme in vouched) and _is_area(words, c, group):
                yield c._replace(found_by=WITHIN)
                return
            if c.end == group.end and (_is_patron(words, c, group) or _is_leader(words, c)):
                yield c._replace(found_by=WITHIN)
                return


def _grounds(
    options: Sequence[Sequence[Candidate]], event: Candidate, vouched: Collection[str]
) -> Iterator[Candidate]:
    """Yield the place an event is named by: «معركة تحرير [الموصل]»."""
    for at in range(event.start + 1, event.end):
        for c in options[at]:
            if (
                c.kind is Kind.PLACE
                and c.end == event.end
                and c.found_by == "lexicon"
                and not c.trap
            ):
                yield c._replace(found_by=WITHIN)
                return


def _is_patron(words: Sequence[Word], c: Candidate, group: Candidate) -> bool:
    """Say whether a group's name tells whose it is: «القوات الموالية لـ[إيران]», «الفصائل المدعومة من [تركيا]»."""
    if c.kind is Kind.PLACE or c.found_by not in ("lexicon", "capital", "title"):
        return False
    told = words[group.start + 1 : c.start]
    return any(bare(word.form) in modifier_frames() for word in told)


def _is_leader(words: Sequence[Word], c: Candidate) -> bool:
    """Say whether a group's name tells whose it is by his post or rank: «قوات العقيد [سالم الرواس]»."""
    if c.kind is not Kind.PERSON or c.found_by not in ("lexicon", "title"):
        return False
    ranks = (_rank(words[at].form) for at in range(c.start - 1, 0, -1))
    return next((rank for rank in ranks if rank != "trait"), "") in ("rank", "post")


def _rank(form: str) -> str:
    title = titles().get(bare(form))
    return title.rank if title else ""


def _is_area(words: Sequence[Word], c: Candidate, group: Candidate) -> bool:
    if c.kind not in (Kind.PLACE, Kind.STATE) or c.end > group.end:
        return False
    if c.found_by != "lexicon" or has_class(words[c.start].form, "renowned"):
        return False
    if has_class(" ".join(w.form for w in words[c.start : c.end]), "renowned"):
        return False
    located = has_class(words[c.start - 1].form, "locating") or c.skip == "ب"
    if not located and (c.skip or c.kind is Kind.STATE or (words[c.start].form,) in capitals()):
        return False
    if any(not _qualifies(word.form) for word in words[c.end : group.end]):
        return False
    known = lexemes()[group.lexeme].country if group.lexeme else ()
    return not (known and c.lexeme) or bool(set(known) & set(lexemes()[c.lexeme].country))


def _qualifies(form: str) -> bool:
    """Say whether a word may follow the place in a group's name: «مجلس منبج [العسكري]»."""
    return not form[0].isalpha() or form in adjectives() or form.startswith("ال")
