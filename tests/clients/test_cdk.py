"""CDK: an app with all twelve constructs, into the mock and, by its command line, to a server."""

from __future__ import annotations

import importlib.util
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import boto3
import pytest

from .node import environment, modules, needs

STACK = "Texts"
ENVIRONMENT = "aws://123456789012/us-east-1"
_LIBRARY = importlib.util.find_spec("aws_cdk") is not None
_NODE = shutil.which("node") is not None or "CI" in os.environ

pytestmark = pytest.mark.skipif(
    not (_LIBRARY and _NODE), reason="needs aws-cdk-lib, and the Node that it runs on (see tox.ini)"
)

Cdk = Callable[..., str]


@pytest.fixture(scope="session")
def assemblies(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with both cloud assemblies of the app."""
    folder = tmp_path_factory.mktemp("assemblies")
    app = Path(__file__).parent / "cdk" / "app.py"
    environment = {**os.environ, "JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION": "1"}
    subprocess.run(  # noqa: S603 - our own app
        [sys.executable, str(app), str(folder)],
        env=environment,
        capture_output=True,
        check=True,
        timeout=600,
    )
    return folder


@pytest.fixture
def url(own_server: str) -> str:
    """The server's URL, by a name, because moto takes an address for a bucket's name."""
    return own_server.replace("127.0.0.1", "localhost")


@pytest.fixture
def cdk(url: str, tmp_path: Path) -> Cdk:
    """CDK's command line, against the server."""

    def run(*arguments: str) -> str:
        done = subprocess.run(  # noqa: S603 - the command line under test
            [str(modules() / ".bin" / "cdk"), *arguments, "--no-color", "--ci"],
            env={**environment(tmp_path), "AWS_ENDPOINT_URL": url},
            cwd=tmp_path,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=300,
            check=False,
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    return run


def template(assemblies: Path, name: str) -> str:
    return (assemblies / name / f"{STACK}.template.json").read_text("utf-8")


def types(text: str) -> list[str]:
    found = {each["Type"] for each in json.loads(text)["Resources"].values()}
    return sorted(name for name in found if name.startswith("AWS::SMSVOICE::"))


def pool_s_help(sms: Any) -> str:
    pool = sms.describe_pools()["Pools"][0]["PoolId"]
    answer = sms.describe_keywords(OriginationIdentity=pool, Keywords=["HELP"])
    return str(answer["Keywords"][0]["KeywordMessage"])


def nothing_is_left(sms: Any) -> bool:
    return (
        not sms.describe_phone_numbers()["PhoneNumbers"]
        and not sms.describe_pools()["Pools"]
        and not sms.describe_sender_ids()["SenderIds"]
        and not sms.describe_registrations()["Registrations"]
        and not sms.describe_rcs_agents()["RcsAgents"]
        and len(sms.describe_opt_out_lists()["OptOutLists"]) == 1
    )


def test_the_app_has_a_construct_of_each_type(assemblies: Path) -> None:
    from moto_pinpoint_sms_v2.pinpointsmsvoicev2.integrations.cloudformation.schema import (
        type_names,
    )

    assert types(template(assemblies, "first")) == sorted(type_names())


def test_the_app_s_template_is_deployed_changed_and_deleted(assemblies: Path, sms: Any) -> None:
    client = boto3.client("cloudformation")

    client.create_stack(StackName=STACK, TemplateBody=template(assemblies, "first"))
    assert pool_s_help(sms) == "Call us."

    client.update_stack(StackName=STACK, TemplateBody=template(assemblies, "changed"))
    assert pool_s_help(sms) == "Write to us."

    client.delete_stack(StackName=STACK)
    assert nothing_is_left(sms)


@needs("aws-cdk")
def test_the_app_is_deployed_changed_and_destroyed_by_the_command_line(
    cdk: Cdk, url: str, assemblies: Path
) -> None:
    sms = boto3.client("pinpoint-sms-voice-v2", endpoint_url=url)
    yes = ("--require-approval", "never")

    assert "bootstrapped" in cdk("bootstrap", ENVIRONMENT)
    cdk("deploy", "--app", str(assemblies / "first"), *yes)
    assert pool_s_help(sms) == "Call us."
    assert [each["SenderId"] for each in sms.describe_sender_ids()["SenderIds"]] == ["ACME"]

    # moto does not say that a change set that was executed is gone, which a second one waits for.
    cdk("deploy", "--app", str(assemblies / "changed"), "--method", "direct", *yes)
    assert pool_s_help(sms) == "Write to us."
    assert [each["SenderId"] for each in sms.describe_sender_ids()["SenderIds"]] == ["SHOP"]

    cdk("destroy", "--app", str(assemblies / "changed"), "--force")
    assert nothing_is_left(sms)
