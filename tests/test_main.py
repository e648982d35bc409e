"""The command line."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

import moto_pinpoint_sms_v2
from moto_pinpoint_sms_v2 import demo
from moto_pinpoint_sms_v2.__main__ import main

from .subprocesses import environment, run


def test_the_demo_tells_of_a_brand_its_campaign_and_its_number(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["demo"]) == 0

    told = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in told if not line.startswith(" ")] == [
        "Brand",
        "Campaign",
        "Number",
        "Campaign",
        "Message",
        "Everything",
    ]
    assert [line.strip() for line in told].count("it is COMPLETE") == 2
    assert told[-3:] == [
        "          +12065550142 reads: Your Example login code is 123456.",
        "          it is TEXT_DELIVERED, in 1 part",
        "Everything is as it should be.",
    ]


def test_the_demo_ends_quietly_when_its_reader_has_read_enough(tmp_path: Path) -> None:
    unread, written = os.pipe()
    os.close(unread)

    done = subprocess.run(
        [sys.executable, "-m", "moto_pinpoint_sms_v2", "demo"],
        cwd=tmp_path,
        env=environment(),
        stdout=written,
        stderr=subprocess.PIPE,
        text=True,
        timeout=60,
        check=False,
    )
    os.close(written)

    assert (done.stderr, done.returncode) == ("", 141)


def test_the_demo_fails_when_a_review_ends_otherwise(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delitem(demo.BRAND, "companyInfo.taxId")

    assert main(["demo"]) == 1

    assert "stays REQUIRES_UPDATES" in capsys.readouterr().err


def test_the_demo_fails_when_a_call_is_refused(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(demo.CAMPAIGN, "campaignInfo.campaignName", "")

    assert main(["demo"]) == 1

    assert "The demo went wrong: " in capsys.readouterr().err


def test_the_demo_fails_when_its_message_does_not_arrive(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(demo, "CUSTOMER", "+14254147167")  # a simulator's, which is blocked

    assert main(["demo"]) == 1

    assert "The demo went wrong: the message's status: 'TEXT_BLOCKED'" in capsys.readouterr().err


def test_python_m_runs_the_same_commands(tmp_path: Path) -> None:
    done = run("-m", "moto_pinpoint_sms_v2", "--version", cwd=tmp_path)

    assert (done.returncode, done.stdout.strip()) == (0, moto_pinpoint_sms_v2.__version__)


SAID = {
    "server": "moto's own server, with every service",
    "proxy": "moto's own proxy, with every service",
    "snapshot": "reads an account, by Describe, Get and List alone",
    "compare": "asks AWS and the mock the same questions",
    "demo": "a number's registration and its first message",
}


@pytest.mark.parametrize(
    "command", [[], ["server"], ["proxy"], ["snapshot"], ["compare"], ["demo"]]
)
def test_each_command_has_a_help_under_its_own_name(
    command: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as stopped:
        main([*command, "--help"])

    assert stopped.value.code == 0
    usage = " ".join(["usage:", "moto-pinpoint-sms-v2", *command, ""])
    told = " ".join(capsys.readouterr().out.split())
    assert told.startswith(usage)
    if command:
        assert SAID[command[0]] in told


@pytest.mark.parametrize(
    ("command", "said"),
    [
        ("snapshot", "--endpoint-url URL another endpoint"),
        ("snapshot", "--region REGION may be given several times"),
        ("compare", "--level {0,1,2} 0 reads and dry-runs only"),
        ("compare", "--out FILE write a report"),
        ("compare", "--forms FILE write the forms"),
    ],
)
def test_a_help_tells_what_an_option_takes(
    command: str, said: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "120")

    with pytest.raises(SystemExit):
        main([command, "--help"])

    assert said in " ".join(capsys.readouterr().out.split())


@pytest.mark.parametrize(
    ("command", "port", "variable"),
    [("server", "5000", "MOTO_PORT"), ("proxy", "5005", "MOTO_PROXY_PORT")],
)
def test_a_help_tells_the_port_that_moto_would_take(
    command: str,
    port: str,
    variable: str,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with pytest.raises(SystemExit):
        main([command, "--help"])
    assert f"default: {port}" in capsys.readouterr().out

    monkeypatch.setenv(variable, "8123")
    with pytest.raises(SystemExit):
        main([command, "--help"])
    assert "default: 8123" in capsys.readouterr().out


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["client"],
        ["demo", "--loud"],
        ["server", "--port", "many"],
        ["server", "--loud"],
        ["proxy", "--loud"],
    ],
)
def test_a_wrong_command_is_told_in_one_line(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(arguments)

    assert stopped.value.code == 2
    assert "error: " in capsys.readouterr().err.splitlines()[-1]


def test_without_what_the_server_needs_a_sentence_says_how_to_get_it(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "flask", None)

    assert main(["server"]) == 1

    assert "pip install '.[server]'" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("options", "address"),
    [
        ([], "http://127.0.0.1:5000"),
        (["-H", "0.0.0.0", "-p", "8000"], "http://127.0.0.1:8000"),  # noqa: S104
        (["--host", "::1", "--ssl"], "https://[::1]:5000"),
        (["-H", "mocks.internal"], "http://mocks.internal:5000"),
        (["-H", "::"], "http://[::1]:5000"),
        (["-H", ""], "http://127.0.0.1:5000"),
        (["-s"], "https://127.0.0.1:5000"),
        (["-c", "cert.pem", "-k", "key.pem"], "https://127.0.0.1:5000"),
    ],
)
def test_the_server_says_where_its_page_is(
    options: list[str],
    address: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    pytest.importorskip("flask")
    monkeypatch.delenv("MOTO_PORT", raising=False)
    monkeypatch.setattr("moto.server.main", lambda argv: None)

    assert main(["server", *options]) == 0

    told = capsys.readouterr().err
    assert told == f" * Messages on {address}/moto-api/pinpoint-sms-voice-v2/\n"
