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
from moto_pinpoint_sms_v2.compare.redaction import Redaction
from moto_pinpoint_sms_v2.compare.rows import table_rows
from moto_pinpoint_sms_v2.compare.running import Run

from ..support import ACCOUNT, REGION
from .conftest import client, there
from .doctored import PLANTED
from .runs import Compare, asks_once, calling, compare, verdicts

LEVELS = (0, 1, 2)


@pytest.mark.parametrize("level", LEVELS)
def test_a_mock_does_not_differ_from_the_mock(
    level: int, own_server: str, compared: Compare
) -> None:
    run = compared(own_server, level)

    asked = {probe.row for probe in probes() if probe.level <= level}
    assert (run.code, run.rows("differs"), set(run.rows("same"))) == (0, [], asked)
    assert f"{len(asked)} same, 0 differs, " in run.told.splitlines()[-1]
    assert [row["row"] for row in run.report["rows"]] == list(table_rows())
    assert run.left == {"OptOutLists": 1}


def test_what_was_there_before_is_as_it_was(own_server: str, only: Any, tmp_path: Path) -> None:
    only(lambda probe: probe.level > 0)
    simulator = Simulator(region_name=REGION, endpoint_url=own_server)
    number = simulator.add_phone_number(iso_country_code="US", number_type="TOLL_FREE")
    sms = client(own_server)
    sms.create_pool(OriginationIdentity=number["PhoneNumberId"], MessageType="TRANSACTIONAL")
    sms.put_opted_out_number(OptOutListName="Default", OptedOutNumber="+447700900123")
    sms.describe_pools()
    before = simulator.snapshot(opted_out_numbers=True)

    compare(own_server, 2, tmp_path)

    assert simulator.snapshot(opted_out_numbers=True) == before


@pytest.mark.parametrize("level", LEVELS)
def test_what_was_changed_on_purpose_is_found_and_nothing_else(
    level: int, doctored_server: str, compared: Compare
) -> None:
    run = compared(doctored_server, level)

    planted = {PLANTED[each] for each in LEVELS if each <= level}
    assert (run.code, set(run.rows("differs"))) == (1, planted)
    assert run.left == {"OptOutLists": 1}
    asked = sum(probe.level <= level for probe in probes())
    same, others = asked - len(planted), len(table_rows()) - asked
    assert run.told.splitlines()[-1] == f"{same} same, {len(planted)} differs, {others} not asked"
    assert '"most": [500]' in run.told


def test_the_table_tells_both_answers(doctored_server: str, compared: Compare) -> None:
    lines = compared(doctored_server, 1).told.splitlines()

    at = next(number for number, line in enumerate(lines) if line.startswith("a tag key"))
    assert [line.strip() for line in lines[at + 1 : at + 4]] == [
        "CreateOptOutList",
        'AWS   {"seen": {}}',
        'mock  {"refused": {"Code": "ValidationException", "Reason": "INVALID_PARAMETER", '
        '"Fields": ["tags"]}}',
    ]


def test_a_row_that_is_not_asked_about_says_why(own_server: str, compared: Compare) -> None:
    told = compared(own_server, 0).told

    assert re.search(r"^order of lists +not asked \(at level 2\)$", told, re.MULTILINE)
    assert re.search(
        r"^no number fits the wish +not asked \(would lease a number if", told, re.MULTILINE
    )
    assert re.search(r"^how long a call lasts +not asked \(costs money, ", told, re.MULTILINE)


def test_a_report_tells_of_each_row_its_level_and_what_was_asked_about(
    own_server: str, compared: Compare
) -> None:
    rows = {row["row"]: row for row in compared(own_server, 0).report["rows"]}

    assert [rows[name]["level"] for name in ("order of lists", "how long a call lasts")] == [2, 3]
    about = {
        seen.get("about")
        for row in rows.values()
        for seen in row.get("aws", ())
        if seen["call"] == "DescribeRegistrationFieldDefinitions"
    }
    assert {"US_TEN_DLC_BRAND_REGISTRATION", "US_TOLL_FREE_REGISTRATION"} <= about


def test_a_report_tells_of_nobody(own_server: str, compared: Compare) -> None:
    report = compared(own_server, 2).report

    text = json.dumps(report)
    assert ACCOUNT not in text
    assert "secret-list" not in text
    assert "settle-" not in text.replace("settle-absent", "")
    assert not re.search(r"\b[a-z]+-[0-9a-f]{32}\b", text)
    assert not re.search(r"\+[0-9]{7}", text)
    assert report["account_tier"] == "PRODUCTION"


def test_an_interrupted_run_removes_what_it_made(
    own_server: str, only: Any, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    only(calling("PutKeyword"))
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
    only: Any,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    only(lambda probe: probe.level > 0)
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
    own_server: str, only: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    only(calling("CreateVerifiedDestinationNumber"))
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
    assert told.startswith("Level 1: 20 questions, by these calls at least:\n  CreateNotify")
    assert "make is tagged, and removed again; it has no price." in told
    assert ("nothing was asked" in told) is not asked


def test_level_0_asks_no_leave(own_server: str, only: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    only(calling("DescribeKeywords"))
    monkeypatch.setattr("sys.stdin", None)

    assert main(["compare", "--endpoint-url", own_server]) == 0


@pytest.mark.parametrize("level", LEVELS)
def test_what_earlier_runs_left_is_looked_for_where_a_run_may_remove(
    level: int,
    own_server: str,
    only: Any,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    only(lambda probe: False)

    compare(own_server, level, tmp_path)

    told = capsys.readouterr().err
    assert ("Looking for what an earlier run may have left." in told) is (level > 0)


def test_of_names_the_longest_is_redacted_first() -> None:
    redacted = Redaction({"news": "a-name-of-a-list", "news-letter": "name"})

    assert redacted({"news-letter": ["news"]}) == {"name": ["a-name-of-a-list"]}


def test_an_account_that_cannot_be_asked_is_told_in_one_line(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["compare", "--profile", "nobody"]) == 2

    assert capsys.readouterr().err.splitlines()[-1] == (
        "The comparison could not be made: The config profile (nobody) could not be found"
    )


def test_what_aws_does_not_let_one_prepare_is_not_asked(
    own_server: str, only: Any, tmp_path: Path
) -> None:
    only(lambda probe: probe.row == "the last member of a pool")
    Simulator(REGION, endpoint_url=own_server).inject_error(
        "RequestSenderId", "ValidationException", reason="SENDER_ID_REQUIRES_REGISTRATION", times=99
    )

    _, report = compare(own_server, 2, tmp_path)

    (row,) = (each for each in report["rows"] if each["row"] == "the last member of a pool")
    assert row["verdict"] == "not asked"
    assert row["why"].startswith("RequestSenderId was refused: ValidationException")


def test_a_sandbox_is_compared_with_a_sandbox(own_server: str, only: Any, tmp_path: Path) -> None:
    only(asks_once)
    Simulator(REGION, endpoint_url=own_server).set_account_tier("SANDBOX")

    code, report = compare(own_server, 0, tmp_path)

    assert (code, report["account_tier"]) == (0, "SANDBOX")


def test_the_forms_are_written_as_they_can_be_loaded(
    own_server: str, only: Any, tmp_path: Path, aws: None
) -> None:
    only(lambda probe: False)
    form = {"RegistrationType": "OURS_REGISTRATION", "DisplayHints": {"Title": "Ours"}}
    Simulator(REGION, endpoint_url=own_server).load_registration_definitions(
        {"RegistrationTypeDefinitions": [form]}
    )
    forms = tmp_path / "forms.json"

    compare(own_server, 0, tmp_path, "--forms", str(forms))

    Simulator(REGION).load_registration_definitions(forms)
    text = forms.read_text("utf-8")
    answers = json.loads(text)
    assert text == json.dumps(answers, indent=2, ensure_ascii=False) + "\n"
    types = [each["RegistrationType"] for each in answers[0]["RegistrationTypeDefinitions"]]
    assert types[-1] == "OURS_REGISTRATION"
    assert len(answers) == 1 + 2 * len(types)


def test_a_recorded_report_is_replayed_without_an_account(
    doctored_server: str, compared: Compare
) -> None:
    report = compared(doctored_server, 2).report

    replayed = list(replay(report))

    assert {each.row for each in replayed if each.verdict == "differs"} == set(PLANTED.values())
    assert {each.verdict for each in replayed} == {"differs", "same"}


def test_an_answer_to_another_question_is_no_evidence(
    own_server: str, compared: Compare, monkeypatch: pytest.MonkeyPatch
) -> None:
    report = compared(own_server, 0).report
    first, *others = probes()
    changed = [Probe(first.row, first.level, first.steps, "another"), *others]
    monkeypatch.setattr("moto_pinpoint_sms_v2.compare.evidence.probes", lambda: changed)

    replayed = {each.row: each.verdict for each in replay(report)}

    assert replayed[first.row] == "not asked"
