"""Encoding and parts of texts, compared with an independent library."""

from __future__ import annotations

import pytest
import smsutil
from hypothesis import given, settings
from hypothesis import strategies as st

from moto_pinpoint_sms_v2.pinpointsmsvoicev2.domains.sending.encoding import encode

BASIC = "".join(character for character in smsutil.codecs.GSM_BASIC_CHARSET if character != "\x1b")
EXTENSION = smsutil.codecs.GSM_EXT_CHARSET
EMOJI = "😀🎉👩‍👩‍👧🇩🇪🏳️‍🌈"
ENCODINGS = {"gsm0338": "GSM", "utf_16_be": "UNICODE"}

texts = st.one_of(
    st.text(st.sampled_from(BASIC), min_size=1, max_size=500),
    st.text(st.sampled_from(BASIC + EXTENSION), min_size=100, max_size=500),
    st.text(st.sampled_from(EXTENSION), min_size=60, max_size=250),
    st.text(st.sampled_from(BASIC + EMOJI), min_size=50, max_size=300),
    st.text(st.sampled_from(EMOJI), min_size=20, max_size=150),
    st.text(st.characters(codec="utf-8"), min_size=1, max_size=300),
)


@settings(max_examples=2_000, deadline=None, database=None)
@given(texts)
def test_encoding_and_parts_are_those_of_an_independent_library(text: str) -> None:
    expected = smsutil.split(text)

    assert encode(text)[:2] == (ENCODINGS[expected.encoding], len(expected.parts))


@pytest.mark.parametrize(
    ("text", "encoding", "parts"),
    [
        pytest.param("a" * 160, "GSM", 1, id="160 of the basic table"),
        pytest.param("a" * 161, "GSM", 2, id="161 of the basic table"),
        pytest.param("a" * 306, "GSM", 2, id="two full parts"),
        pytest.param("a" * 307, "GSM", 3, id="one more than two full parts"),
        pytest.param("€" * 80, "GSM", 1, id="an extension character counts twice"),
        pytest.param("€" * 81, "GSM", 2, id="81 extension characters"),
        pytest.param("€" * 153, "GSM", 3, id="an escape stays with its character"),
        pytest.param("é" * 160, "GSM", 1, id="accents of the basic table"),
        pytest.param("ж" * 70, "UNICODE", 1, id="70 of another alphabet"),
        pytest.param("ж" * 71, "UNICODE", 2, id="71 of another alphabet"),
        pytest.param("a" * 129 + "’", "UNICODE", 2, id="one curly quote is enough"),
        pytest.param("😀" * 35, "UNICODE", 1, id="a surrogate pair counts twice"),
        pytest.param("😀" * 67, "UNICODE", 3, id="a surrogate pair stays together"),
    ],
)
def test_a_text_has_this_encoding_and_these_parts(text: str, encoding: str, parts: int) -> None:
    assert encode(text)[:2] == (encoding, parts)
