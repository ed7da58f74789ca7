"""The `kg` command itself: finds its commands only when they are called, and ends them well.

Exit codes: 0 done; 1 the data are at fault (what is wrong is told, the rest is done); 2 the call is
at fault; 130 stopped by Ctrl-C; 141 nobody reads the output any more.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from difflib import get_close_matches
from importlib import import_module
from typing import Any

import click

from kg import __version__
from kg.cli.rows import visible
from kg.errors import BadCall, KgError

COMMANDS = (
    *("build", "ask", "explain", "entities", "proposals", "decide", "undo", "decisions"),
    *("show", "export", "check", "read", "rules", "evaluate"),
)
_STOPPED, _UNREAD = 130, 141


class DataFault(click.ClickException):
    """The data are at fault; told in one line."""

    exit_code = 1


class CallFault(click.ClickException):
    """The call is at fault; told in one line."""

    exit_code = 2


class Commands(click.Group):
    """A group whose commands lie in modules of their own, imported when they are called."""

    def main(self, args: Sequence[str] | None = None, **kwargs: Any) -> Any:  # type: ignore[override]
        """Speak UTF-8 whatever the locale, then run; half a letter is written as an escape."""
        args = [_as_utf8(word) for word in (sys.argv[1:] if args is None else args)]
        for stream in (sys.stdin, sys.stdout, sys.stderr):
            if hasattr(stream, "reconfigure"):
                stream.reconfigure(encoding="utf-8", errors="backslashreplace")
        kwargs.setdefault("prog_name", "kg")
        return super().main(args, **kwargs)

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the commands in the order in which one meets them."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        """Import a command."""
        if name not in COMMANDS:
            return None
        command: click.Command = import_module(f"kg.cli.{name}").command
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command that is called, or say which come near."""
        if args and not args[0].startswith("-") and args[0] not in COMMANDS:
            ctx.fail(f"no command {args[0]}{did_you_mean(args[0], COMMANDS)}")
        return super().resolve_command(ctx, args)

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command; turn errors into one line and an exit code."""
        try:
            result = super().invoke(ctx)
            sys.stdout.flush()
            return result
        except KgError as error:
            fault = CallFault if isinstance(error, BadCall) else DataFault
            raise fault(visible(" ".join(str(error).split()))) from error
        except BrokenPipeError:
            _let_go_of_output()
            raise click.exceptions.Exit(_UNREAD) from None
        except OSError as error:
            place = f"{error.filename}: " if error.filename else ""
            raise DataFault(visible(f"{place}{error.strerror or error}")) from error
        except UnicodeEncodeError as error:
            raise CallFault("the locale lacks these letters; set PYTHONUTF8=1") from error
        except KeyboardInterrupt:
            click.echo("Stopped.", err=True)
            raise click.exceptions.Exit(_STOPPED) from None


def _as_utf8(word: str) -> str:
    """Read a word of the call as UTF-8 where the locale could not; files keep their name."""
    if word.isprintable() or os.path.exists(word):
        return word
    return os.fsencode(word).decode("utf-8", "replace")


def _let_go_of_output() -> None:
    """Point standard output at nothing, so that leaving does not try to write once more."""
    nothing = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nothing, sys.stdout.fileno())
    os.close(nothing)


def did_you_mean(wrong: str, known: Sequence[str]) -> str:
    """Return the near ones among the known, ready to follow a message.

    >>> did_you_mean("expord", ["export", "explain"])
    '; did you mean export?'
    """
    near = get_close_matches(wrong, known, n=3, cutoff=0.6)
    return f"; did you mean {' or '.join(near)}?" if near else ""


@click.group("kg", cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="kg")
def main() -> None:
    """Read news articles, Arabic first, into a graph of armed actors.

    \b
    Example:
      kg build articles/ -o graph
      kg ask who-commands --group "لواء القدس"
      kg show graph -o graph.html
    """
