"""Keywords: what the first words of an inbound message set off."""

from __future__ import annotations

from typing import Any

import boto3
import pytest

from moto_pinpoint_sms_v2.pinpointsmsvoicev2.domains.identities.keyword_matching import (
    Keyword,
    keyword_table,
    match,
)

from ...support import body, pages, refused
from ..number_types import ARN, LONG_CODE, TOLL_FREE, request

PREFIXES = {"number": "phone-number/", "pool": "pool/", "agent": "rcs-agent/"}


@pytest.fixture
def owners(sms: Any) -> dict[str, str]:
    """A number, a pool and an agent by kind; the number is not in the pool."""
    return {
        "number": request(sms),
        "pool": sms.create_pool(OriginationIdentity=request(sms), MessageType="TRANSACTIONAL")[
            "PoolId"
        ],
        "agent": sms.create_rcs_agent()["RcsAgentId"],
    }


@pytest.fixture
def number(sms: Any) -> str:
    """A simulator number in no pool."""
    return request(sms)


def put(sms: Any, owner: str, keyword: str, message: str = "Yes", **action: str) -> dict[str, Any]:
    return body(
        sms.put_keyword(
            OriginationIdentity=owner, Keyword=keyword, KeywordMessage=message, **action
        )
    )


def described(sms: Any, owner: str, **arguments: Any) -> list[dict[str, str]]:
    answer = sms.describe_keywords(OriginationIdentity=owner, **arguments)
    return list(answer["Keywords"])


def words(sms: Any, owner: str, **arguments: Any) -> list[str]:
    return [each["Keyword"] for each in described(sms, owner, **arguments)]


# Put


@pytest.mark.parametrize("by_arn", [False, True])
@pytest.mark.parametrize("kind", PREFIXES)
def test_put_keyword_answers_the_keyword_in_capitals(
    sms: Any, owners: dict[str, str], kind: str, by_arn: bool
) -> None:
    id = owners[kind]
    arn = ARN + PREFIXES[kind] + id

    answer = put(sms, arn if by_arn else id, "join now", "Welcome", KeywordAction="OPT_IN")

    assert answer == {
        "OriginationIdentityArn": arn,
        "OriginationIdentity": id,
        "Keyword": "JOIN NOW",
        "KeywordMessage": "Welcome",
        "KeywordAction": "OPT_IN",
    }
    assert described(sms, id)[2:] == [
        {"Keyword": "JOIN NOW", "KeywordMessage": "Welcome", "KeywordAction": "OPT_IN"}
    ]


def test_a_new_keyword_answers_automatically_unless_it_says_otherwise(
    sms: Any, number: str
) -> None:
    assert put(sms, number, "JOIN")["KeywordAction"] == "AUTOMATIC_RESPONSE"


def test_a_keyword_may_have_letters_of_any_language(sms: Any, number: str) -> None:
    put(sms, number, "arrêt")

    assert words(sms, number, Keywords=["Arrêt"]) == ["ARRÊT"]


def test_put_keyword_twice_changes_the_keyword_in_its_place(sms: Any, number: str) -> None:
    put(sms, number, "JOIN")
    put(sms, number, "MORE")

    put(sms, number, "join", "Welcome", KeywordAction="OPT_OUT")

    assert described(sms, number)[2:] == [
        {"Keyword": "JOIN", "KeywordMessage": "Welcome", "KeywordAction": "OPT_OUT"},
        {"Keyword": "MORE", "KeywordMessage": "Yes", "KeywordAction": "AUTOMATIC_RESPONSE"},
    ]


def test_a_new_message_alone_keeps_the_action(sms: Any, number: str) -> None:
    put(sms, number, "LEAVE", KeywordAction="OPT_OUT")

    assert put(sms, number, "LEAVE", "Bye")["KeywordAction"] == "OPT_OUT"


@pytest.mark.parametrize("keyword", [" JOIN", "JOIN ", " "])
def test_put_keyword_refuses_a_space_at_either_end(sms: Any, number: str, keyword: str) -> None:
    with refused("ValidationException", "INVALID_PARAMETER", fields=["keyword"]):
        put(sms, number, keyword)


@pytest.mark.parametrize("action", [{}, {"KeywordAction": "same"}])
@pytest.mark.parametrize(("word", "same"), [("HELP", "AUTOMATIC_RESPONSE"), ("STOP", "OPT_OUT")])
def test_the_messages_of_help_and_stop_can_be_changed(
    sms: Any, number: str, word: str, same: str, action: dict[str, str]
) -> None:
    changed = put(sms, number, word.lower(), "Call us", **dict.fromkeys(action, same))

    assert (changed["Keyword"], changed["KeywordMessage"]) == (word, "Call us")
    assert changed["KeywordAction"] == same


@pytest.mark.parametrize(
    ("word", "other"),
    [("HELP", "OPT_OUT"), ("HELP", "OPT_IN"), ("stop", "OPT_IN"), ("STOP", "AUTOMATIC_RESPONSE")],
)
def test_the_actions_of_help_and_stop_cannot_be_changed(
    sms: Any, number: str, word: str, other: str
) -> None:
    before = described(sms, number)

    with refused(
        "ConflictException", "RESOURCE_MODIFICATION_NOT_ALLOWED", kind="keyword", id=word.upper()
    ):
        put(sms, number, word, KeywordAction=other)

    assert described(sms, number) == before


@pytest.mark.parametrize(
    ("word", "action"), [("STOP", {}), ("LEAVE", {"KeywordAction": "OPT_OUT"})]
)
def test_carriers_alone_opt_out_from_a_toll_free_number_in_the_us(
    sms: Any, word: str, action: dict[str, str]
) -> None:
    toll_free = request(sms, TOLL_FREE)

    with refused("ConflictException", "RESOURCE_MODIFICATION_NOT_ALLOWED", kind="keyword", id=word):
        put(sms, toll_free, word, **action)


@pytest.mark.parametrize(
    ("word", "action"), [("HELP", {}), ("UNSTOP", {"KeywordAction": "OPT_IN"}), ("JOIN", {})]
)
def test_a_toll_free_number_in_the_us_takes_other_keywords(
    sms: Any, word: str, action: dict[str, str]
) -> None:
    put(sms, request(sms, TOLL_FREE), word, **action)


def test_a_canadian_number_takes_any_opt_out(sms: Any) -> None:
    canadian = request(sms, LONG_CODE, IsoCountryCode="CA")

    put(sms, canadian, "STOP", "Bye")
    put(sms, canadian, "ARRET", KeywordAction="OPT_OUT")


@pytest.mark.parametrize(
    ("kind", "quota", "reason"),
    [
        ("number", "KEYWORDS_PER_PHONE_NUMBER", "KEYWORDS_PER_PHONE_NUMBER"),
        ("agent", "KEYWORDS_PER_RCS_AGENT", "KEYWORDS_PER_PHONE_NUMBER"),
        ("pool", "KEYWORDS_PER_POOL", "KEYWORDS_PER_POOL"),
    ],
)
def test_put_keyword_refuses_more_than_the_quota(
    sms: Any, limits: Any, owners: dict[str, str], kind: str, quota: str, reason: str
) -> None:
    limits.set(quota, 3)
    put(sms, owners[kind], "ONE")

    with refused("ServiceQuotaExceededException", reason):
        put(sms, owners[kind], "TWO")

    put(sms, owners[kind], "ONE", "Changed")
    sms.delete_keyword(OriginationIdentity=owners[kind], Keyword="ONE")
    put(sms, owners[kind], "TWO")


# The keywords of a pool


@pytest.mark.parametrize(
    ("kind", "reason"),
    [
        ("phone-number", "PHONE_NUMBER_ASSOCIATED_TO_POOL"),
        ("rcs-agent", "RCS_AGENT_ASSOCIATED_TO_POOL"),
    ],
)
def test_the_keywords_of_who_is_in_a_pool_belong_to_the_pool(
    sms: Any, owners: dict[str, str], number: str, kind: str, reason: str
) -> None:
    identity = number if kind == "phone-number" else owners["agent"]
    put(sms, identity, "JOIN")
    sms.create_pool(OriginationIdentity=identity, MessageType="TRANSACTIONAL")

    with refused("ConflictException", reason, kind=kind, id=identity):
        put(sms, identity, "MORE")
    with refused("ConflictException", reason, kind=kind, id=identity):
        sms.delete_keyword(OriginationIdentity=identity, Keyword="JOIN")

    assert words(sms, identity) == ["HELP", "STOP", "JOIN"]


def test_the_keywords_of_a_pool_are_not_those_of_its_first_member(sms: Any, number: str) -> None:
    pool = sms.create_pool(OriginationIdentity=number, MessageType="TRANSACTIONAL")["PoolId"]

    put(sms, pool, "JOIN")

    assert words(sms, pool) == ["HELP", "STOP", "JOIN"]
    assert words(sms, number) == ["HELP", "STOP"]


# Describe


@pytest.mark.parametrize("by_arn", [False, True])
@pytest.mark.parametrize("kind", PREFIXES)
def test_everyone_has_help_and_stop_from_the_start(
    sms: Any, owners: dict[str, str], kind: str, by_arn: bool
) -> None:
    id = owners[kind]
    arn = ARN + PREFIXES[kind] + id

    answer = body(sms.describe_keywords(OriginationIdentity=arn if by_arn else id))

    assert answer == {
        "OriginationIdentityArn": arn,
        "OriginationIdentity": id,
        "Keywords": [
            {
                "Keyword": "HELP",
                "KeywordMessage": "Default Help Message: Reply STOP to opt out.",
                "KeywordAction": "AUTOMATIC_RESPONSE",
            },
            {
                "Keyword": "STOP",
                "KeywordMessage": "You will receive no more messages.",
                "KeywordAction": "OPT_OUT",
            },
        ],
    }


def test_describe_keywords_finds_words_in_any_letter_case(sms: Any, number: str) -> None:
    put(sms, number, "JOIN")

    assert words(sms, number, Keywords=["join", "Help"]) == ["JOIN", "HELP"]


def test_describe_keywords_lists_a_word_once_however_often_it_is_named(
    sms: Any, number: str
) -> None:
    assert words(sms, number, Keywords=["help", "HELP"]) == ["HELP"]


def test_describe_keywords_refuses_one_unknown_word_among_known_ones(sms: Any, number: str) -> None:
    with refused("ResourceNotFoundException", kind="keyword", id="JOIN"):
        described(sms, number, Keywords=["HELP", "JOIN"])


def test_describe_keywords_filters_by_action(sms: Any, number: str) -> None:
    put(sms, number, "JOIN", KeywordAction="OPT_IN")

    for values, found in (
        (["OPT_IN"], ["JOIN"]),
        (["OPT_OUT"], ["STOP"]),
        (["OPT_OUT", "AUTOMATIC_RESPONSE"], ["HELP", "STOP"]),
    ):
        filters = [{"Name": "keyword-action", "Values": values}]
        assert words(sms, number, Filters=filters) == found
    assert words(sms, number, Keywords=["HELP", "JOIN"], Filters=filters) == ["HELP"]


def test_describe_keywords_reads_page_by_page(sms: Any, number: str) -> None:
    for word in ("ONE", "TWO", "THREE"):
        put(sms, number, word)

    read = pages(sms.describe_keywords, "Keywords", 2, OriginationIdentity=number)

    assert [[each["Keyword"] for each in page] for page in read] == [
        ["HELP", "STOP"],
        ["ONE", "TWO"],
        ["THREE"],
    ]


# Delete


@pytest.mark.parametrize("by_arn", [False, True])
@pytest.mark.parametrize("kind", PREFIXES)
def test_delete_keyword_answers_the_keyword_that_goes(
    sms: Any, owners: dict[str, str], kind: str, by_arn: bool
) -> None:
    id = owners[kind]
    arn = ARN + PREFIXES[kind] + id
    put(sms, id, "JOIN", "Welcome", KeywordAction="OPT_IN")

    answer = sms.delete_keyword(OriginationIdentity=arn if by_arn else id, Keyword="join")

    assert body(answer) == {
        "OriginationIdentityArn": arn,
        "OriginationIdentity": id,
        "Keyword": "JOIN",
        "KeywordMessage": "Welcome",
        "KeywordAction": "OPT_IN",
    }
    assert words(sms, id) == ["HELP", "STOP"]


def test_delete_keyword_refuses_an_unknown_word(sms: Any, number: str) -> None:
    with refused("ResourceNotFoundException", kind="keyword", id="JOIN"):
        sms.delete_keyword(OriginationIdentity=number, Keyword="JOIN")


@pytest.mark.parametrize("keyword", ["HELP", "STOP", "stop"])
def test_help_and_stop_cannot_be_deleted(sms: Any, number: str, keyword: str) -> None:
    with refused(
        "ConflictException", "RESOURCE_DELETION_NOT_ALLOWED", kind="keyword", id=keyword.upper()
    ):
        sms.delete_keyword(OriginationIdentity=number, Keyword=keyword)


# Whose keywords


@pytest.mark.parametrize(
    "call",
    [
        lambda sms, owner: put(sms, owner, "JOIN"),
        lambda sms, owner: sms.describe_keywords(OriginationIdentity=owner),
        lambda sms, owner: sms.delete_keyword(OriginationIdentity=owner, Keyword="JOIN"),
    ],
    ids=["put", "describe", "delete"],
)
class TestOwner:
    @pytest.mark.parametrize(
        ("owner", "kind"),
        [
            ("phone-" + "f" * 32, "phone-number"),
            ("pool-" + "f" * 32, "pool"),
            ("rcs-" + "f" * 32, "rcs-agent"),
            ("ACME", "phone-number"),
            (ARN + "pool/pool-" + "f" * 32, "pool"),
            (ARN + "phone-number/phone-" + "f" * 32, "phone-number"),
            ("arn:aws:sms-voice:eu-west-1:123456789012:pool/pool-1", "pool"),
            ("arn:aws:sms-voice:us-east-1:210987654321:pool/pool-1", "pool"),
        ],
    )
    def test_an_unknown_owner_is_refused(self, sms: Any, call: Any, owner: str, kind: str) -> None:
        with refused("ResourceNotFoundException", kind=kind, id=owner):
            call(sms, owner)

    def test_a_sender_id_has_no_keywords(self, sms: Any, call: Any) -> None:
        sms.request_sender_id(SenderId="ACME", IsoCountryCode="GB")

        with refused("ValidationException", "INVALID_ARN", fields=["originationIdentity"]):
            call(sms, ARN + "sender-id/ACME/GB")

    def test_what_another_account_or_region_has_is_not_there(
        self, sms: Any, call: Any, number: str, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        elsewhere = boto3.client("pinpoint-sms-voice-v2", region_name="eu-west-1")
        with refused("ResourceNotFoundException", kind="phone-number", id=number):
            call(elsewhere, number)

        monkeypatch.setenv("MOTO_ACCOUNT_ID", "210987654321")
        with refused("ResourceNotFoundException", kind="phone-number", id=number):
            call(sms, number)


# Match


@pytest.mark.parametrize(
    ("message", "keyword"),
    [
        ("JOIN", "JOIN"),
        ("join", "JOIN"),
        ("  Join us", "JOIN"),
        ("JOIN!", "JOIN"),
        ("join now", "JOIN NOW"),
        ("join nowhere", "JOIN"),
        ("JOINT", None),
        ("JOIN2", None),
        ("please join", None),
        ("arrêt svp", "ARRÊT"),
        ("", None),
    ],
)
def test_a_message_matches_the_longest_keyword_that_it_begins_with(
    message: str, keyword: str | None
) -> None:
    keywords = keyword_table(
        Keyword(word, "Yes", "AUTOMATIC_RESPONSE") for word in ("JOIN", "JOIN NOW", "ARRÊT")
    )

    found = match(keywords, message)

    assert (found and found.keyword) == keyword
