"""`kg rules`: look up the rules that claims are read by."""

from __future__ import annotations

from dataclasses import asdict

import click

from kg.cli.door import did_you_mean
from kg.cli.rows import form_option, print_rows
from kg.errors import UnknownName


@click.command("rules")
@click.argument("name", required=False)
@form_option
def command(name: str | None, as_json: bool | None) -> None:
    """Show the rules that claims are read by.

    Each claim names its rule. With NAME only the rows of that rule: the verb they yield, the word
    that calls for them, what it means, and an example that the rule reads.

    \b
    Example:
      kg rules attack-noun
    """
    from kg.lexicon.rules import rules

    names = sorted({rule.rule for rule in rules()})
    if name is not None and name not in names:
        raise UnknownName(f"no rule {name}{did_you_mean(name, names)}")
    print_rows((asdict(rule) for rule in rules() if name in (None, rule.rule)), as_json)
