"""The example articles and the table of page furniture keep what is promised of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.articles import read
from kg.evaluation import read_gold
from kg.lexicon.tables import read_table
from kg.model import Article
from kg.sentences import furniture

FOLDER = Path(__file__).parents[2] / "examples" / "articles"
EXAMPLES = [found for found in read([FOLDER]) if isinstance(found, Article)]
FURNITURE = read_table("ar/furniture.tsv", ("phrase", "place", "gloss", "example"), key="phrase")


def test_the_examples_are_fourteen_and_without_problem() -> None:
    assert len(list(read([FOLDER]))) == len(EXAMPLES) == 14


@pytest.mark.parametrize("article", EXAMPLES, ids=lambda article: article.doc)
def test_an_example_is_a_whole_article(article: Article) -> None:
    assert 900 <= len(article.text) <= 3000
    assert article.language == "ar"
    assert article.issued is not None
    assert article.publisher
    assert article.url
    assert article.url.split("/")[2].endswith(".example")


def test_the_saved_page_is_read_to_its_last_paragraph_and_no_further() -> None:
    (page,) = [article for article in EXAMPLES if article.doc == "04-hauran"]
    assert page.text.rstrip().endswith("ضد مجهول.")
    for other in ("من نحن", "أسعار الزيت", "الله يرحمه", "اترك تعليق"):
        assert other not in page.text


def test_the_annotated_examples_quote_their_articles() -> None:
    texts = {article.doc: article.text for article in EXAMPLES}
    for passage in read_gold(FOLDER.parent / "gold"):
        ids = {entity["id"] for entity in passage["entities"]}
        for claim in passage["claims"]:
            assert claim["quote"] in texts[passage["doc"]]
            assert {claim["s"], claim["o"]} <= ids


@pytest.mark.parametrize("row", FURNITURE, ids=lambda row: row["phrase"])
def test_furniture_is_known_by_its_example(row: dict[str, str]) -> None:
    assert row["place"] in {"start", "whole", "anywhere", "rest"}
    assert furniture(row["example"]) == row["place"]
