"""The command line."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

import moto_pinpoint_sms_v2
from moto_pinpoint_sms_v2 import demo
from moto_pinpoint_sms_v2.__main__ import main

from .subprocesses import run


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
        "Everything",
    ]
    assert [line.strip() for line in told].count("it is COMPLETE") == 2


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


def test_python_m_runs_the_same_commands(tmp_path: Path) -> None:
    done = run("-m", "moto_pinpoint_sms_v2", "--version", cwd=tmp_path)

    assert (done.returncode, done.stdout.strip()) == (0, moto_pinpoint_sms_v2.__version__)


@pytest.mark.parametrize("arguments", [["--help"], ["server", "--help"], ["demo", "--help"]])
def test_each_command_has_a_help(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(arguments)

    assert stopped.value.code == 0
    assert "usage: " in capsys.readouterr().out


@pytest.mark.parametrize(
    "arguments", [[], ["client"], ["demo", "--loud"], ["server", "--port", "many"]]
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

    assert "pip install 'moto-pinpoint-sms-v2[server]'" in capsys.readouterr().err
