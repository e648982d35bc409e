"""What must hold of a server, whatever it is asked."""

from __future__ import annotations

import json
from collections import Counter
from concurrent.futures import ThreadPoolExecutor

from moto_pinpoint_sms_v2.pinpointsmsvoicev2.core.contract import TARGET_PREFIX

from ..support import REGION
from .attacks import PREFIX, Attacks, answer_of, request
from .calls import SENDS, Calls
from .worlds import mocked_world

THREADS = 8
REQUESTS = 250


def test_a_server_answers_calls_as_the_mock_does(threaded_server: str) -> None:
    class Remote(Calls):
        def ask(self, name: str, body: bytes) -> tuple[int, str, str | None]:
            scope = f"{'A' * 20}/20260101/{REGION}/sms-voice/aws4_request"
            headers = {
                "X-Amz-Target": f"{TARGET_PREFIX}.{name}",
                "Authorization": f"AWS4-HMAC-SHA256 Credential={scope}",
            }
            status, text = answer_of(threaded_server, request("POST", "/", body, **headers))
            code = None if status == 200 else json.loads(text)["__type"]
            return status, text.decode(), code

    with mocked_world(1) as world:
        calls = Remote(world, 1)
        calls.make(120)

    assert len(calls.accepted.keys() & set(SENDS)) > len(SENDS) / 2


def test_whatever_many_ask_a_server_at_once_it_answers(threaded_server: str) -> None:
    attacks = Attacks(1)
    asked = [attacks.draw() for _ in range(REQUESTS)]

    with ThreadPoolExecutor(THREADS) as pool:
        answers = list(pool.map(lambda each: answer_of(threaded_server, each[1]), asked))

    told = Counter()
    for (kind, whole), (status, body) in zip(asked, answers, strict=True):
        told[kind, status] += 1
        assert 200 <= status < 500, (whole, body)
        if status == 400 and f" {PREFIX}/".encode() in whole[:50] and not whole.startswith(b"HEAD"):
            assert list(json.loads(body)) == ["message"], whole
    assert {kind for kind, status in told if status == 200} >= {kind for kind, _ in asked}
