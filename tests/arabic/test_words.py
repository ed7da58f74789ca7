import pytest

from kg.arabic.words import cut

WORDS = [
    # text, folded forms
    ("قال لـ«الجيش» 30", ["قال", "ل", "«", "الجيش", "»", "30"]),
    ("لِواء \N{ARABIC TATWEEL} الفجر", ["لواء", "الفجر"]),
    ("\N{ARABIC FATHA} \N{ARABIC DAMMA}\N{ARABIC TATWEEL}", []),
]


@pytest.mark.parametrize(("text", "forms"), WORDS)
def test_every_word_has_a_form_and_its_place(text: str, forms: list[str]) -> None:
    words = cut(text)
    assert [word.form for word in words] == forms
    assert [word.span.quote(text) for word in words] == [word.raw for word in words]
