"""aiobotocore, which does not see mocks but talks to our server."""

from __future__ import annotations

import asyncio
import importlib.util
from collections.abc import Callable, Coroutine
from typing import Any

import pytest

from ..examples.registration_story import Refused, put_picture, story

pytestmark = pytest.mark.skipif(
    importlib.util.find_spec("aiobotocore") is None, reason="needs aiobotocore (see tox.ini)"
)

Script = Callable[[Any], Coroutine[Any, Any, Any]]


@pytest.fixture
def run(own_server: str) -> Callable[[Script], Any]:
    """Run what awaits the calls of a client."""
    from aiobotocore.session import get_session

    async def with_client(script: Script) -> Any:
        client = get_session().create_client("pinpoint-sms-voice-v2", endpoint_url=own_server)
        async with client as sms:
            return await script(sms)

    return lambda script: asyncio.run(with_client(script))


def test_the_registration_s_story(run: Callable[[Script], Any], own_server: str) -> None:
    from botocore.exceptions import ClientError

    put_picture(own_server)

    async def told(sms: Any) -> None:
        loop = asyncio.get_running_loop()

        def aws(operation: str, /, **members: Any) -> Any:
            coroutine = getattr(sms, operation.replace("-", "_"))(**members)
            try:
                return asyncio.run_coroutine_threadsafe(coroutine, loop).result(timeout=60)
            except ClientError as refused:
                raise Refused(str(refused)) from refused

        await asyncio.to_thread(story, aws)

    run(told)


def test_many_calls_at_once_are_all_answered(run: Callable[[Script], Any]) -> None:
    async def create(sms: Any) -> list[str]:
        names = [f"list-{number}" for number in range(20)]
        answers = await asyncio.gather(
            *(sms.create_opt_out_list(OptOutListName=name) for name in names)
        )
        assert [answer["OptOutListName"] for answer in answers] == names
        found = []
        async for page in sms.get_paginator("describe_opt_out_lists").paginate(
            PaginationConfig={"PageSize": 6}
        ):
            found.append(len(page["OptOutLists"]))
        return found

    assert run(create) == [6, 6, 6, 3]


def test_a_refusal_is_typed(run: Callable[[Script], Any]) -> None:
    async def twice(sms: Any) -> Any:
        await sms.create_opt_out_list(OptOutListName="news")
        with pytest.raises(sms.exceptions.ConflictException) as refused:
            await sms.create_opt_out_list(OptOutListName="news")
        return refused.value.response

    response = run(twice)
    assert response["Reason"] == "RESOURCE_ALREADY_EXISTS"
    assert response["ResourceId"] == "news"
