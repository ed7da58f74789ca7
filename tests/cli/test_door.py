"""How the command ends: one clear line, and a code that says whose fault it is."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import kg.articles
from kg.cli.ask import read_parameters
from kg.errors import BadCall

FAULTS = [
    # words of the call, exit code, what the last line says
    ("exprot", 2, "no command exprot; did you mean export?"),
    ("export turtel graph", 2, "no format turtel; did you mean turtle"),
    ("export xyz graph", 2, "there are nquads"),
    ("export csv graph", 2, "name them with -o"),
    ("export turtle nowhere", 1, "nowhere holds no graph"),
    ("show nowhere", 1, "nowhere holds no graph"),
    ("entities -g nowhere", 1, "nowhere holds no graph"),
    ("ask", 2, "kg ask --list"),
    ("ask who-comands --group nakhil", 2, "who-commands"),
    ("ask who-commands", 2, "needs group"),
    ("ask who-commands nakhil", 2, "--group"),
    ("ask who-commands --group", 2, "--group needs a value"),
    ("ask who-commands --gruop nakhil", 2, "no parameter gruop"),
    ("ask who-commands --group nakheel", 2, "nakheel"),
    ("ask who-commanded-on --group nakhil --day tomorrow", 2, "tomorrow"),
    ("ask --sparql SELECT", 2, "SPARQL"),
    ("explain nakhil comands", 2, "no verb comands; did you mean commands?"),
    ("explain nobody", 2, "nobody"),
    ("build nowhere.txt", 2, "nowhere.txt"),
    ("build", 2, "PATHS"),
    ("show graph -o missing/page.html", 1, "missing"),
    ("show --since tomorrow", 2, "--since tomorrow: write 2023"),
    ("show --until 2023-13", 2, "2023-13"),
    ("show --verbs comands", 2, "no verb comands; did you mean commands?"),
    ("show --focus nobody", 2, "nobody"),
    ("evaluate . one.txt", 1, "no JSON file"),
]


@pytest.mark.parametrize(("words", "code", "last"), FAULTS)
def test_a_fault_is_one_line_and_a_code(run: Any, words: str, code: int, last: str) -> None:
    result = run(*words.split())
    assert result.code == code
    line = result.err.splitlines()[-1]
    assert line.startswith("Error: ")
    assert last in line
    assert "Traceback" not in result.err


@pytest.mark.parametrize("words", [["group"], ["--group"], ["--a", "b", "c"]])
def test_words_that_are_no_parameters_are_refused(words: list[str]) -> None:
    with pytest.raises(BadCall):
        read_parameters(words)


def test_ctrl_c_ends_with_130(run: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(paths: Any) -> Any:
        raise KeyboardInterrupt
        yield

    monkeypatch.setattr(kg.articles, "read", interrupted)
    assert (run("read", "one.txt").code, run("read", "one.txt").err) == (130, "Stopped.\n")


def test_what_would_command_a_terminal_is_not_printed(run: Any, tmp_path: Path) -> None:
    result = run("export", "\x1b[31mturtle\u202e", "graph")
    assert "\x1b" not in result.err
    assert "\u202e" not in result.err


def call(words: list[str], **more: Any) -> subprocess.CompletedProcess[bytes]:
    code = "from kg.cli import main; main()"
    root = str(Path(kg.__file__).parents[1])
    environment = {**os.environ, "PYTHONPATH": root, **more}
    return subprocess.run(
        [sys.executable, "-c", code, *words], env=environment, capture_output=True, check=False
    )


def test_output_is_utf8_in_any_locale(stored: Path) -> None:
    query = "SELECT ?n { ?s skos:prefLabel ?n FILTER(?n = 'لواء النخيل'@ar) }"
    words = ["ask", "--sparql", query, "--graph", str(stored)]
    result = call(words, LC_ALL="C", PYTHONCOERCECLOCALE="0", PYTHONUTF8="0")
    assert result.stderr == b""
    assert json.loads(result.stdout.decode("utf-8")) == [{"n": "لواء النخيل"}]


def test_a_closed_pipe_is_no_error(stored: Path) -> None:
    code = "from kg.cli import main; main()"
    environment = {**os.environ, "PYTHONPATH": str(Path(kg.__file__).parents[1])}
    words = [sys.executable, "-c", code, "export", "nquads", str(stored)]
    with subprocess.Popen(
        words, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.read(10)
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait() == 141


def test_help_imports_nothing_heavy() -> None:
    code = (
        "import sys, kg.cli\n"
        "try: kg.cli.main(['--help'])\n"
        "except SystemExit: pass\n"
        "heavy = {'rdflib', 'pyoxigraph', 'networkx', 'pyvis', 'numpy', 'rich', 'trafilatura',\n"
        "         'camel_tools', 'jinja2'}\n"
        "sys.exit(' '.join(sorted(heavy & sys.modules.keys())) or None)"
    )
    environment = {**os.environ, "PYTHONPATH": str(Path(kg.__file__).parents[1])}
    result = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True)
    assert result.stderr == b""
    assert result.returncode == 0


def test_a_terminal_gets_a_table(stored: Path) -> None:
    pty = pytest.importorskip("pty", reason="no terminals of this kind on this system")
    ours, theirs = pty.openpty()
    code = "from kg.cli import main; main()"
    environment = {**os.environ, "PYTHONPATH": str(Path(kg.__file__).parents[1]), "TERM": "xterm"}
    words = [sys.executable, "-c", code, "ask", "1", "--group", "nakhil", "-g", str(stored)]
    subprocess.run(words, env=environment, stdout=theirs, check=True)
    os.close(theirs)
    shown = os.read(ours, 1 << 16).decode("utf-8")
    os.close(ours)
    assert "سالم الراوي" in shown
    assert not shown.startswith("[\r\n{")
