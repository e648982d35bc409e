"""An account from a file, served, and under pytest."""

from __future__ import annotations

import json
from pathlib import Path
from subprocess import CompletedProcess
from typing import Any

import boto3
import pytest

from moto_pinpoint_sms_v2.__main__ import main

from ..subprocesses import OUR_PLUGIN, environment, listening, run_warm

LISTS = {"OptOutLists": [{"OptOutListName": "news"}]}


def write(folder: Path, name: str, account: Any) -> Path:
    file = folder / name
    file.write_text(json.dumps(account), "utf-8")
    return file


def lists(region_name: str, endpoint_url: str) -> list[str]:
    sms = boto3.client("pinpoint-sms-voice-v2", region_name=region_name, endpoint_url=endpoint_url)
    return [each["OptOutListName"] for each in sms.describe_opt_out_lists()["OptOutLists"]]


def test_a_server_has_each_account_in_the_region_where_it_was_taken(tmp_path: Path) -> None:
    offers = {"OptOutLists": [{"OptOutListName": "offers"}]}
    write(tmp_path, "one.json", {"region_name": "eu-west-1", **LISTS})
    write(
        tmp_path,
        "two.json",
        [{"region_name": "us-west-2", **LISTS}, {"region_name": "eu-west-1", **offers}],
    )
    files = ("--account", "one.json", "--account", "two.json")

    with listening("-m", "moto_pinpoint_sms_v2", "server", *files, cwd=tmp_path) as url:
        assert lists("eu-west-1", url) == ["Default", "news", "offers"]
        assert lists("us-west-2", url) == ["Default", "news"]
        assert lists("us-east-1", url) == ["Default"]


def test_a_server_tells_what_it_has_loaded_and_where(
    aws: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("MOTO_PORT", raising=False)
    monkeypatch.setattr("moto.server.main", lambda argv: None)
    file = write(tmp_path, "one.json", [{"region_name": "eu-west-1", **LISTS}])

    assert main(["server", "--account", str(file)]) == 0

    loaded, page = capsys.readouterr().err.splitlines()
    assert loaded == f" * {file} is loaded into eu-west-1"
    assert page.startswith(" * Messages on http://127.0.0.1:5000/")


def test_a_server_warns_of_what_it_does_not_know(
    aws: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("moto.server.main", lambda argv: None)
    file = write(tmp_path, "one.json", {**LISTS, "Shapes": []})

    with pytest.warns(UserWarning, match=f"^{file}: .* does not know Shapes$") as warned:
        main(["server", "--account", str(file)])

    assert [Path(each.filename).name for each in warned] == ["server.py"]


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("{", "is no file of JSON"),
        ('{"Numbers": []}', "has none of AccountAttributes"),
        ('{"PhoneNumbers": [{"NumberType": "FAX"}]}', "PhoneNumbers[0].NumberType: must be one of"),
    ],
)
def test_a_server_does_not_start_with_a_broken_account(
    text: str, sentence: str, aws: None, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "account.json"
    file.write_text(text, "utf-8")

    assert main(["server", "--account", str(file)]) == 1

    told = capsys.readouterr().err
    assert told.startswith(f"The account is not loaded: {file}")
    assert sentence in told


def passed(folder: Path, code: str, **more: str) -> int:
    """Return how many tests of that code pass; none may fail."""
    (folder / "tests").mkdir()
    (folder / "tests" / "test_it.py").write_text(code, "utf-8")
    (folder / "pytest.ini").write_text("[pytest]\npinpoint_sms_account = tests/account.json\n")
    write(folder / "tests", "account.json", {"region_name": "eu-west-1", **LISTS})
    other = {"OptOutLists": [{"OptOutListName": "offers"}]}
    write(folder / "tests", "other.json", other)
    write(
        folder,
        "root.json",
        [{"region_name": "us-west-2", **other}, {"region_name": "eu-west-1", **LISTS}],
    )
    done = tried(folder, **more)
    assert done.returncode == 0, done.stdout + done.stderr
    return int(done.stdout.splitlines()[-1].split(" passed")[0])


def tried(folder: Path, **more: str) -> CompletedProcess[str]:
    """Return how pytest went there."""
    options = ["-q", "--strict-markers", "-p", "no:cacheprovider", *OUR_PLUGIN]
    return run_warm("-m", "pytest", *options, "tests", cwd=folder, env=environment(**more))


LISTS_OF = """
import boto3, pytest

def lists(**region):
    sms = boto3.client("pinpoint-sms-voice-v2", **region)
    return [each["OptOutListName"] for each in sms.describe_opt_out_lists()["OptOutLists"]]
"""


def test_each_test_begins_with_the_account_that_is_configured(tmp_path: Path) -> None:
    code = f"""{LISTS_OF}
@pytest.mark.parametrize("turn", [1, 2])
def test_it(simulator, turn):
    assert lists() == ["Default", "news"]
    assert simulator.region_name == boto3.client("sns").meta.region_name == "eu-west-1"
    boto3.client("pinpoint-sms-voice-v2").delete_opt_out_list(OptOutListName="news")

@pytest.mark.pinpoint_sms_account("other.json")
def test_of_its_own(simulator):
    assert lists() == ["Default", "offers"]
    assert simulator.region_name == "us-east-1"

@pytest.mark.pinpoint_sms_account("root.json")
def test_with_several_regions(simulator):
    assert lists(region_name="us-west-2") == ["Default", "offers"]
    assert lists(region_name="eu-west-1") == ["Default", "news"]
    assert simulator.region_name == "us-west-2"

@pytest.mark.pinpoint_sms_account(None)
def test_with_nothing(simulator):
    assert lists() == ["Default"]
"""
    assert passed(tmp_path, code, AWS_DEFAULT_REGION="") == 5


def test_a_mark_takes_one_file_or_none(tmp_path: Path) -> None:
    code = """
import pytest

@pytest.mark.pinpoint_sms_account()
def test_without(simulator): ...

@pytest.mark.pinpoint_sms_account("account.json", "other.json")
def test_with_two(simulator): ...

@pytest.mark.pinpoint_sms_account("account.json", region_name="us-east-1")
def test_with_more(simulator): ...
"""
    (tmp_path / "tests").mkdir()
    (tmp_path / "tests" / "test_it.py").write_text(code, "utf-8")

    done = tried(tmp_path)

    sentence = "ValueError: @pytest.mark.pinpoint_sms_account takes a file, or None"
    told = [line for line in done.stdout.splitlines() if line == f"E           {sentence}"]
    assert len(told) == 3, done.stdout


def test_the_account_comes_to_the_region_that_is_set(tmp_path: Path) -> None:
    code = f"""{LISTS_OF}
def test_it(simulator):
    assert (simulator.region_name, lists()) == ("ca-central-1", ["Default", "news"])
"""
    assert passed(tmp_path, code, AWS_DEFAULT_REGION="ca-central-1") == 1
