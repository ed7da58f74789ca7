"""Extraction: the sentences of an article laid out, read by every kind of frame, and made into claims."""

from __future__ import annotations

from collections import ChainMap
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from kg.arabic.dates import Bound
from kg.claims import (
    anaphors,
    appointments,
    belongings,
    components,
    deeds,
    defections,
    lists,
    modifiers,
    nouns,
    offices,
    places,
    posts,
    verbs,
)
from kg.claims.bodies import note_army
from kg.claims.clauses import clause_end, preceding
from kg.claims.dating import bounds_of, dated
from kg.claims.doers import attack_nouns, doers_told, killed_in
from kg.claims.drafts import LED, SYMMETRIC, Draft, unhurt
from kg.claims.genders import gender
from kg.claims.lying import INSIDE
from kg.claims.memory import Memory, remember
from kg.claims.modifiers import is_adverbial
from kg.claims.readings import settle
from kg.claims.stances import Source, judged, source_of, stance_at
from kg.claims.subjects import Subjects, subjects
from kg.claims.successions import handed_down
from kg.claims.units import QUOTES, Unit, lay_out
from kg.lexicon.frames import modifier_frames, noun_frames
from kg.lexicon.offices import official_nouns
from kg.model import WITHIN, Article, Claim, Entity, Kind, Mention, Sentence, Span, Stance


def extract(
    article: Article, sentences: Sequence[Sentence], entities: Sequence[Entity]
) -> list[Claim]:
    """Return what the sentences say of the article's entities, each claim once, in order of the text."""
    of_mention = {mention: entity.id for entity in entities for mention in entity.mentions}
    by_id = {entity.id: entity for entity in entities}
    genders = {entity.id: gender(entity) for entity in entities}
    here: dict[int, list[Mention]] = {}
    for mention in of_mention:
        here.setdefault(mention.sentence, []).append(mention)
    history: list[Unit] = []
    claims: dict[tuple[str, ...], Claim] = {}
    before: list[Unit] = []
    last: tuple[Unit, ...] = ()
    memory = remember(entities, genders)
    own = ChainMap(memory.heads, memory.sides)
    for sentence in sentences:
        units = lay_out(sentence, here.get(sentence.index, ()), of_mention, genders)
        units = settle(anaphors.resolve(units, history, by_id, genders, own, last))
        said = subjects(units, before, last, memory.attackers, own)
        areas = _areas(here.get(sentence.index, ()), of_mention)
        memory.issuing = False
        drafts = list(_drafts(units, before, said, areas, memory))
        for claim in _claims(article, sentence, units, drafts, memory):
            claims.setdefault(_key(claim), claim)
        note_army(units, memory)
        _note_sides(drafts, memory)
        memory.attackers = doers_told(drafts, units, said)
        before, last = units, _topic(units, said)
    for claim in list(handed_down(list(claims.values()))):
        claims.setdefault(_key(claim), claim)
    return sorted(claims.values(), key=lambda c: (c.sentence, c.quote, c.subject, c.verb, c.object))


def _note_sides(drafts: Sequence[Draft], memory: Memory) -> None:
    """Keep in `memory` which armed group each person is said to be in."""
    for draft in drafts:
        who, body = draft.subject, draft.object
        if draft.verb == "memberOf" and who.entity and body.kind is Kind.ARMED_GROUP:
            memory.sides.setdefault(who.entity, (body,))


def _key(claim: Claim) -> tuple[str, ...]:
    ends = (claim.subject, claim.object)
    if claim.verb in SYMMETRIC:
        ends = (min(ends), max(ends))
    return (claim.verb, *ends, claim.stance)


def _claims(
    article: Article,
    sentence: Sentence,
    units: Sequence[Unit],
    drafts: Sequence[Draft],
    memory: Memory,
) -> Iterator[Claim]:
    if not drafts and not memory.issuing:
        return
    bounds = bounds_of(article, sentence)
    if memory.issuing:
        memory.issued = next((b.moment for b in bounds if b.role == "as_of"), memory.issued)
    cued = judged(units)
    source = source_of(units, cued)
    for draft in drafts:
        claim = _claim(sentence, units, draft, source, cued, bounds)
        undated = draft.begun and not (claim.since or claim.until or claim.as_of)
        yield replace(claim, since=memory.issued) if undated else claim


JOINED = frozenset(("joined-verb", "joining-noun", "merged-verb", "merging-noun"))
"""Rules that tell a start when they are dated: «انضم سالم إلى الحركة عام 2012»."""


def _drafts(
    units: Sequence[Unit],
    before: Sequence[Unit],
    said: Subjects,
    areas: Mapping[Mention, Unit],
    memory: Memory,
) -> Iterator[Draft]:
    nouns_here = frozenset([unit.noun for unit in units])
    words_here = nouns_here.union([unit.form for unit in units])
    of_nouns = nouns.read(units, before, said) if nouns_here & noun_frames().keys() else ()
    told = list(unhurt([*verbs.read(units, before, said), *of_nouns]))
    for draft in told:
        if draft.verb in LED and draft.subject.entity:
            memory.heads.setdefault(draft.subject.entity, (draft.object,))
    held_posts = [
        *posts.read(units, before, said, memory),
        *(offices.read(units, before, said, memory) if nouns_here & official_nouns() else ()),
    ]
    others = [
        *held_posts,
        *belongings.read(units, before, said),
        *told,
        *(killed_in(units, said, memory.attackers) if nouns_here & attack_nouns() else ()),
        *appointments.read(units, before, said, held_posts, told, memory, nouns_here),
        *defections.read(units, said, held_posts, told, nouns_here),
        *(components.read(units, before, said) if words_here & components.calling_words() else ()),
        *components.comprised(units, said),
        *places.read(units, areas),
        *(deeds.repulses(units, said) if nouns_here & deeds.repelled_nouns() else ()),
        *(deeds.exchanges(units, said) if nouns_here & deeds.repelled_nouns() else ()),
    ]
    found = [
        *(modifiers.read(units, before) if nouns_here & modifier_frames().keys() else ()),
        *(modifiers.within(units, areas) if areas else ()),
        *[d for d in others if not (is_adverbial(d.subject) or is_adverbial(d.object))],
    ]
    found = places.untold(found)
    yield from found
    if words_here & lists.opening():
        yield from lists.read(units, found)


def _areas(mentions: Sequence[Mention], entity_of: Mapping[Mention, str]) -> dict[Mention, Unit]:
    """Map the groups of a sentence that are named by a place to that place, as a unit of its own."""
    found: dict[Mention, Unit] = {}
    for inner in mentions:
        if inner.found_by != WITHIN:
            continue
        for outer in mentions:
            if outer is not inner and outer.span.start < inner.span.start < outer.span.end:
                unit = Unit(0, 0, inner.name, mention=inner, entity=entity_of[inner])
                found[outer] = replace(unit, kind=inner.kind)
    return found


def _topic(units: Sequence[Unit], said: Subjects) -> tuple[Unit, ...]:
    """Return the subject of the first verb of a sentence, for one that goes on without naming it."""
    if said:
        return next(iter(said.values()))
    found = preceding(units, len(units))
    return tuple(units[b] for b in found.bearers) if found else ()


def _claim(
    sentence: Sentence,
    units: Sequence[Unit],
    draft: Draft,
    source: Source | None,
    cued: dict[int, str],
    bounds: Sequence[Bound],
) -> Claim:
    words = sentence.words
    trigger = units[draft.trigger]
    ends = [u for u in (draft.subject, draft.object) if u in units]
    first = min([trigger.start, *[u.start for u in ends]])
    last = max([trigger.end, *[u.end for u in ends]])
    stance = _stance(units, draft, cued)
    speaker = source.speaker if source and source.at != draft.trigger else None
    said = source is not None and not (source.start <= trigger.start < source.end)
    since, until, as_of = dated(sentence, units, draft, bounds)
    if draft.verb in LASTING and not trigger.verbs and draft.rule not in JOINED:
        as_of = None
    tells = draft.begun if draft.rule.startswith(("post-", "office")) else draft.verb in BEGUN
    tells = tells or draft.rule in JOINED
    if as_of and not since and tells:
        since, as_of = as_of, None
    return Claim(
        sentence=sentence.index,
        subject=draft.subject.entity or "",
        verb=draft.verb,
        object=draft.object.entity or "",
        stance=stance,
        confidence=draft.confidence,
        rule=draft.rule,
        quote=Span(words[first].span.start, words[last - 1].span.end),
        speaker=speaker
        if said and speaker not in (draft.subject.entity, draft.object.entity)
        else None,
        attribution=None,
        role=_role(sentence, draft, trigger),
        place=_place(units, draft),
        since=since,
        until=until,
        as_of=as_of,
        ended=draft.ended
        or _was(units, draft.trigger)
        or (until is not None and draft.verb in HELD),
    )


BEGUN = frozenset(("controls", "commands", "partOf", "appointedBy", "founded", "defectedFrom"))
"""What a dated sentence tells the start of, when its verb tells a change: «سيطر الجيش على البلدة أمس»."""


LASTING = frozenset(("partOf", "affiliatedWith", "comesFrom", "kinOf", "operatesIn", "locatedIn"))
"""What a date beside does not date, unless a verb tells it: «قتل أمس عنصر من الكتيبة التابعة للحركة»."""


HELD = frozenset(("commands", "leads", "deputyLeaderOf", "memberOf"))
"""What no longer holds where the text says until when it did."""


def _was(units: Sequence[Unit], trigger: int) -> bool:
    """Say whether «كان» right before makes it past: «كانت تسيطر على البلدة»."""
    if not units[trigger].verbs:
        return False
    before = units[max(0, trigger - 2) : trigger]
    present = any(v.tense == "present" for v in units[trigger].verbs)
    return present and any(v.lemma == "كان" and v.tense == "past" for u in before for v in u.verbs)


TAKEN = frozenset(("named-by-area", "unit-in-unit", "person-of", "person-from"))


def _stance(units: Sequence[Unit], draft: Draft, cued: dict[int, str]) -> Stance:
    if draft.denied:
        return Stance.DENIED
    if draft.rule in SEATED:
        return Stance.AFFIRMED
    return stance_at(units, draft.trigger, cued, _is_taken(draft.rule))


SEATED = frozenset(("place-in-place", "body-in-place", "named-by-area", "town-in-region"))
"""Rules that tell where a place or body is, which no verb around it denies."""


def _is_taken(rule: str) -> bool:
    """Say whether a rule reads what a text takes for granted: posts, participles, what stands beside a name."""
    return rule.startswith("post-") or rule.endswith("-modifier") or "-in-" in rule or rule in TAKEN


def _role(sentence: Sentence, draft: Draft, trigger: Unit) -> str | None:
    """Return the post as printed, without the clitics of its first word and the pronoun of its only one."""
    if draft.role is None:
        return None
    words = [word.raw for word in sentence.words[draft.role[0] : draft.role[1]]]
    words[0] = words[0][len(trigger.prefix) :]
    if trigger.form.startswith("ال") and not words[0].startswith("ال"):
        words[0] = "ا" + words[0]  # «للمتحدث» → «المتحدث»
    if len(words) == 1 and trigger.pronoun:
        words[0] = words[0].removesuffix(trigger.pronoun)
        if trigger.noun.endswith("ه") and words[0].endswith("ت"):
            words[0] = words[0][:-1] + "ة"  # «قيادتها» → «قيادة»
    return " ".join(word for word in words if word not in QUOTES)


LOCATED = frozenset(("foughtWith", "attacked", "killed", "detained"))


def _place(units: Sequence[Unit], draft: Draft) -> str | None:
    """Return the place named in the clause of a clash, attack, killing or detention."""
    if draft.verb not in LOCATED:
        return None
    end = clause_end(units, draft.trigger)
    for position in range(draft.trigger + 1, end):
        unit = units[position]
        if unit.kind is not Kind.PLACE or unit.entity == draft.object.entity:
            continue
        if unit.clitic == "ب" or units[position - 1].form in INSIDE:
            return unit.entity
    return None
