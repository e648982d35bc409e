"""How moto's stacks come to know the types."""

from __future__ import annotations

from pathlib import Path

import pytest

from ...subprocesses import printed_warm

STACK = """
import boto3, json
template = {"Resources": {"News": {"Type": "AWS::SMSVOICE::OptOutList"}}}
with mock_aws():
    client = boto3.client("cloudformation")
    client.create_stack(StackName="texts", TemplateBody=json.dumps(template))
    sms = boto3.client("pinpoint-sms-voice-v2")
    print(len(sms.describe_opt_out_lists()["OptOutLists"]))
"""


@pytest.mark.parametrize(
    "imports",
    [
        pytest.param("import moto_pinpoint_sms_v2\nfrom moto import mock_aws", id="before moto"),
        pytest.param("from moto import mock_aws\nimport moto_pinpoint_sms_v2", id="after moto"),
        pytest.param("from moto import mock_aws\nimport moto.cloudformation.models\n"
                     "import moto_pinpoint_sms_v2", id="after moto's stacks"),
        pytest.param("from moto import mock_aws\nfrom moto.cloudformation import parsing\n"
                     "parsing.get_model_map()\nparsing.get_name_type_map()\n"
                     "import moto_pinpoint_sms_v2", id="after moto has looked for its types"),
    ],
)  # fmt: skip
def test_a_stack_made_before_any_other_call_knows_the_types(imports: str, tmp_path: Path) -> None:
    # The first import of moto's stacks warns, on some Pythons, of what others have deprecated.
    code = "import warnings; warnings.simplefilter('ignore')\n" + imports + STACK

    assert printed_warm(code, tmp_path) == "2"


def test_runs_without_stacks_do_not_pay_for_them(tmp_path: Path) -> None:
    code = """
import sys, boto3
from moto_pinpoint_sms_v2 import mock_aws
with mock_aws():
    boto3.client("pinpoint-sms-voice-v2").describe_opt_out_lists()
print([name for name in sys.modules if "cloudformation" in name and "pinpoint" in name])
"""
    assert printed_warm(code, tmp_path) == "[]"


def test_a_moto_whose_stacks_have_changed_is_named_and_the_service_goes_on(tmp_path: Path) -> None:
    code = """
import logging, sys, warnings, boto3
warnings.simplefilter("ignore")
logging.basicConfig(stream=sys.stdout, format="%(message)s")
import functools, moto.cloudformation.models, moto.cloudformation.parsing as parsing
parsing.get_model_map = functools.cache(lambda: {})
from moto_pinpoint_sms_v2 import mock_aws
with mock_aws():
    print(len(boto3.client("pinpoint-sms-voice-v2").describe_opt_out_lists()["OptOutLists"]))
"""
    told, answer = printed_warm(code, tmp_path).splitlines()

    assert told.startswith(
        "this moto's cloudformation has changed and does not know of pinpoint-sms-voice-v2: "
    )
    assert answer == "1"
