"""The command that asks AWS and the mock the same questions; a mock plays AWS."""

from __future__ import annotations

import io
import json
import re
from pathlib import Path
from typing import Any

import pytest

from moto_pinpoint_sms_v2 import Simulator
from moto_pinpoint_sms_v2.__main__ import main
from moto_pinpoint_sms_v2.compare.evidence import replay
from moto_pinpoint_sms_v2.compare.probes import Probe, Step, probes
from moto_pinpoint_sms_v2.compare.rows import table_rows
from moto_pinpoint_sms_v2.compare.running import Run

from ..support import ACCOUNT, REGION
from .conftest import client, there
from .doctored import PLANTED

LEVELS = (0, 1, 2)


@pytest.fixture(autouse=True)
def _at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("moto_pinpoint_sms_v2.compare.running._PAUSE", 0)


def compare(endpoint_url: str, level: int, folder: Path, *more: str) -> tuple[int, dict[str, Any]]:
    """Return the exit code and the report."""
    out = folder / "report.json"
    options = ("--endpoint-url", endpoint_url, "--level", str(level), "--out", str(out), "--yes")
    code = main(["compare", *options, *more])
    return code, json.loads(out.read_text("utf-8"))


def verdicts(report: dict[str, Any], verdict: str) -> list[str]:
    return [row["row"] for row in report["rows"] if row["verdict"] == verdict]


@pytest.mark.parametrize("level", LEVELS)
def test_a_mock_does_not_differ_from_the_mock(level: int, own_server: str, tmp_path: Path) -> None:
    code, report = compare(own_server, level, tmp_path)

    asked = {probe.row for probe in probes() if probe.level <= level}
    assert (code, verdicts(report, "differs"), set(verdicts(report, "same"))) == (0, [], asked)
    assert [row["row"] for row in report["rows"]] == list(table_rows())
    assert there(own_server) == {}


@pytest.mark.parametrize("level", LEVELS)
def test_what_was_changed_on_purpose_is_found_and_nothing_else(
    level: int, doctored_server: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, report = compare(doctored_server, level, tmp_path)

    planted = {PLANTED[each] for each in LEVELS if each <= level}
    assert (code, set(verdicts(report, "differs"))) == (1, planted)
    assert there(doctored_server) == {}
    told = capsys.readouterr().out
    asked = sum(probe.level <= level for probe in probes())
    same, others = asked - len(planted), len(table_rows()) - asked
    assert told.splitlines()[-1] == f"{same} same, {len(planted)} differs, {others} not asked"
    assert '"most": [500]' in told


def test_the_table_tells_both_answers(
    doctored_server: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    compare(doctored_server, 1, tmp_path)

    lines = capsys.readouterr().out.splitlines()
    at = next(number for number, line in enumerate(lines) if line.startswith("a tag key"))
    assert [line.strip() for line in lines[at + 1 : at + 4]] == [
        "CreateOptOutList",
        'AWS   {"seen": {}}',
        'mock  {"refused": {"Code": "ValidationException", "Reason": "INVALID_PARAMETER", '
        '"Fields": ["tags"]}}',
    ]


def test_a_row_that_is_not_asked_about_says_why(
    own_server: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    compare(own_server, 0, tmp_path)

    told = capsys.readouterr().out
    assert re.search(r"^order of lists +not asked \(at level 2\)$", told, re.MULTILINE)
    assert re.search(
        r"^no number fits the wish +not asked \(would lease a number if", told, re.MULTILINE
    )
    assert re.search(r"^how long a call lasts +not asked \(costs money, ", told, re.MULTILINE)


def test_a_report_tells_of_nobody(own_server: str, tmp_path: Path) -> None:
    client(own_server).create_opt_out_list(OptOutListName="secret-list")

    _, report = compare(own_server, 2, tmp_path)

    text = json.dumps(report)
    assert ACCOUNT not in text
    assert "secret-list" not in text
    assert "settle-" not in text.replace("settle-absent", "")
    assert not re.search(r"\b[a-z]+-[0-9a-f]{32}\b", text)
    assert not re.search(r"\+[0-9]{7}", text)
    assert report["account_tier"] == "PRODUCTION"


def test_what_was_there_before_is_as_it_was(own_server: str, tmp_path: Path) -> None:
    simulator = Simulator(region_name=REGION, endpoint_url=own_server)
    number = simulator.add_phone_number(iso_country_code="US", number_type="TOLL_FREE")
    sms = client(own_server)
    sms.create_pool(OriginationIdentity=number["PhoneNumberId"], MessageType="TRANSACTIONAL")
    sms.put_opted_out_number(OptOutListName="Default", OptedOutNumber="+447700900123")
    sms.describe_pools()
    before = simulator.snapshot(opted_out_numbers=True)

    compare(own_server, 2, tmp_path)

    assert simulator.snapshot(opted_out_numbers=True) == before


def test_an_interrupted_run_removes_what_it_made(
    own_server: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    seen = []
    looked = Run._looked

    def interrupt(run: Run, step: Step, *others: Any) -> Any:
        if step.call == "PutKeyword":
            seen.append(there(own_server))
            raise KeyboardInterrupt
        return looked(run, step, *others)

    monkeypatch.setattr(Run, "_looked", interrupt)

    assert main(["compare", "--endpoint-url", own_server, "--level", "2", "--yes"]) == 2

    assert seen == [{"Pools": 1, "RcsAgents": 1, "SenderIds": 1}]
    assert there(own_server) == {}
    assert "interrupted; what was made is removed" in capsys.readouterr().err


def test_a_later_run_removes_what_a_killed_one_left(
    own_server: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    with monkeypatch.context() as killed:
        killed.setattr(Run, "remove_made", lambda run: None)
        main(["compare", "--endpoint-url", own_server, "--level", "2", "--yes"])
    left = there(own_server)
    client(own_server).create_opt_out_list(OptOutListName="settle-of-somebody-else")
    assert left.keys() >= {"Pools", "RcsAgents", "Registrations", "SenderIds"}
    capsys.readouterr()

    code, report = compare(own_server, 2, tmp_path)

    assert (code, verdicts(report, "differs")) == (0, [])
    assert there(own_server) == {"OptOutLists": 1}
    assert f"Removed {sum(left.values())} that an earlier run had left." in capsys.readouterr().err


def test_what_cannot_be_removed_is_said(
    own_server: str, capsys: pytest.CaptureFixture[str]
) -> None:
    Simulator(REGION, endpoint_url=own_server).inject_error(
        "DeleteVerifiedDestinationNumber", "ConflictException", times=1000
    )

    main(["compare", "--endpoint-url", own_server, "--level", "2", "--yes"])

    assert there(own_server) == {"VerifiedDestinationNumbers": 1}
    told = capsys.readouterr().err.splitlines()[-1]
    assert told.startswith(
        "Left behind, the next run tries again: DeleteVerifiedDestinationNumber "
    )


@pytest.mark.parametrize(("said", "asked"), [("no\n", False), ("", False), ("yes\n", True)])
def test_a_plan_is_printed_and_a_yes_awaited(
    said: str,
    asked: bool,
    own_server: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(said))
    # Whoever asks gets no answer.
    monkeypatch.setattr(Run, "probe", lambda run, probe, number: pytest.fail("asked"))
    expected = pytest.fail.Exception if asked else None

    command = ["compare", "--endpoint-url", own_server, "--level", "1"]
    if expected is not None:
        with pytest.raises(expected):
            main(command)
    else:
        assert main(command) == 2

    told = capsys.readouterr().err
    assert told.startswith("Level 1: 19 questions, by these calls at least:\n  CreateNotify")
    assert ("nothing was asked" in told) is not asked


def test_level_0_asks_no_leave(own_server: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", None)

    assert main(["compare", "--endpoint-url", own_server]) == 0


def test_an_account_that_cannot_be_asked_is_told_in_one_line(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["compare", "--profile", "nobody"]) == 2

    assert capsys.readouterr().err.splitlines()[-1] == (
        "The comparison could not be made: The config profile (nobody) could not be found"
    )


def test_what_aws_does_not_let_one_prepare_is_not_asked(own_server: str, tmp_path: Path) -> None:
    Simulator(REGION, endpoint_url=own_server).inject_error(
        "RequestSenderId", "ValidationException", reason="SENDER_ID_REQUIRES_REGISTRATION", times=99
    )

    _, report = compare(own_server, 2, tmp_path)

    (row,) = (each for each in report["rows"] if each["row"] == "the last member of a pool")
    assert row["verdict"] == "not asked"
    assert row["why"].startswith("RequestSenderId was refused: ValidationException")


def test_a_sandbox_is_compared_with_a_sandbox(own_server: str, tmp_path: Path) -> None:
    Simulator(REGION, endpoint_url=own_server).set_account_tier("SANDBOX")

    code, report = compare(own_server, 0, tmp_path)

    assert (code, report["account_tier"]) == (0, "SANDBOX")


def test_the_forms_are_written_as_they_can_be_loaded(
    own_server: str, tmp_path: Path, aws: None
) -> None:
    form = {"RegistrationType": "OURS_REGISTRATION", "DisplayHints": {"Title": "Ours"}}
    Simulator(REGION, endpoint_url=own_server).load_registration_definitions(
        {"RegistrationTypeDefinitions": [form]}
    )
    forms = tmp_path / "forms.json"

    compare(own_server, 0, tmp_path, "--forms", str(forms))

    Simulator(REGION).load_registration_definitions(forms)
    answers = json.loads(forms.read_text("utf-8"))
    types = [each["RegistrationType"] for each in answers[0]["RegistrationTypeDefinitions"]]
    assert types[-1] == "OURS_REGISTRATION"
    assert len(answers) == 1 + 2 * len(types)


def test_a_recorded_report_is_replayed_without_an_account(
    doctored_server: str, tmp_path: Path
) -> None:
    _, report = compare(doctored_server, 2, tmp_path)

    replayed = list(replay(report))

    assert {each.row for each in replayed if each.verdict == "differs"} == set(PLANTED.values())
    assert {each.verdict for each in replayed} == {"differs", "same"}


def test_an_answer_to_another_question_is_no_evidence(
    own_server: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, report = compare(own_server, 0, tmp_path)
    first, *others = probes()
    changed = [Probe(first.row, first.level, first.steps, "another"), *others]
    monkeypatch.setattr("moto_pinpoint_sms_v2.compare.evidence.probes", lambda: changed)

    replayed = {each.row: each.verdict for each in replay(report)}

    assert replayed[first.row] == "not asked"
