"""Posts in time: since when they are held, until when, and whether they still are."""

from __future__ import annotations

import pytest

from kg.build import read_article
from kg.model import Article

CASES = [
    ("كان سالم الرواس قائدا للواء الفجر.", None, None, True),
    ("سالم الرواس قائد لواء الفجر سابقا.", None, None, True),
    ("قتل القائد السابق للواء الفجر سالم الرواس.", None, None, True),
    ("سالم الرواس قائد لواء الفجر في الجيش السوري سابقا.", None, None, True),
    ("قال القائد المقال للواء الفجر سالم الرواس إن القتال مستمر.", None, None, True),
    ("كان سالم الرواس يتولى قيادة لواء الفجر.", None, None, True),
    ("أعلن المجلس إقالة قائد لواء الفجر سالم الرواس.", None, None, True),
    ("تنحى سالم الرواس عن قيادة لواء الفجر.", None, None, True),
    ("قال قائد لواء الفجر سالم الرواس إن القتال مستمر.", None, None, False),
    ("تولى سالم الرواس قيادة لواء الفجر في أيار 2019.", "2019-05", None, False),
    ("عين سالم الرواس قائدا للواء الفجر عام 2016.", "2016", None, False),
    ("يقود سالم الرواس لواء الفجر منذ عام 2014.", "2014", None, False),
    ("بقي سالم الرواس قائدا للواء الفجر حتى عام 2018.", None, "2018", True),
    ("قتل قائد لواء الفجر سالم الرواس عام 2015.", None, None, False),
    (
        "أصدر الوزير في 5 أيار 2019 قرارات جديدة. وعين سالم الرواس قائدا للواء الفجر.",
        "2019-05-05",
        None,
        False,
    ),
]


@pytest.mark.parametrize(("text", "since", "until", "ended"), CASES)
def test_posts_are_dated(text: str, since: str | None, until: str | None, ended: bool) -> None:
    claims = read_article(Article(id="case", doc="case", text=text)).claims
    post = next(claim for claim in claims if claim.verb == "commands")
    dates = [moment and moment.iso for moment in (post.since, post.until)]
    assert (*dates, post.ended) == (since, until, ended)
