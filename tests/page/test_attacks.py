"""Attacks: web pages of other sites, and of names that lead here all of a sudden.

Each is tried in the browser, which is what would carry them out.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest

from moto_pinpoint_sms_v2 import Simulator
from moto_pinpoint_sms_v2.pinpointsmsvoicev2 import control_api

from .reader import CODE, HANDSET, Page

ATTACKS = """
const [calls, done] = arguments;
const post = (call, body, more) => fetch(calls + call, { method: "POST", body, ...more });
const plain = { mode: "no-cors", headers: { "Content-Type": "text/plain" } };
const seen = [];
const tried = async (attempt) => {
  try {
    const answer = await attempt;
    const text = await answer.text();
    if (answer.ok) seen.push(text);
  } catch (error) { /* the browser tells nothing */ }
};
const embedded = (name, attributes) => new Promise((resolve) => {
  const made = Object.assign(document.createElement(name), attributes);
  made.onload = made.onerror = resolve;
  document.documentElement.append(made);
});
(async () => {
  await tried(fetch(calls + "messages"));
  await tried(fetch(calls + "messages", { mode: "no-cors" }));
  await tried(fetch(calls + "conversations?handset=%2B447700900123"));
  await tried(fetch(calls));
  await tried(post("clear_messages", "{}", plain));
  await tried(post("clear_messages", "{}"));
  await tried(post("messages", "{}"));
  await tried(post("disable_account", '{"reason": "ACCOUNT_DISABLED"}', plain));
  await tried(post("clear_messages", "{}", { headers: { "Content-Type": "application/json" } }));
  await tried(fetch(calls + "messages", { method: "DELETE" }));
  await embedded("script", { src: calls + "messages" });
  await embedded("img", { src: calls + "messages" });
  done(seen);
})();
"""
FRAME = """
const frame = document.createElement("iframe");
frame.onload = arguments[1];
frame.src = arguments[0];
document.documentElement.append(frame);
"""
FORM = """
const form = Object.assign(document.createElement("form"), {
  action: arguments[0] + "clear_messages", method: "POST", enctype: "text/plain",
});
const said = { name: '{"channel": "TEXT", "x', value: '": 1}' };
form.append(Object.assign(document.createElement("input"), said));
document.documentElement.append(form);
form.submit();
"""


class _AnotherSite(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        self.wfile.write(b"<!doctype html><title>Another site</title>")

    def log_message(self, *_: Any) -> None:
        """Say nothing."""


@pytest.fixture
def another_site() -> Iterator[str]:
    """The URL of a site that somebody else owns."""
    # A browser opens more connections than it uses, and leaves them waiting.
    server = ThreadingHTTPServer(("127.0.0.1", 0), _AnotherSite)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://foreign.example:{server.server_port}/"
    server.shutdown()
    server.server_close()


@pytest.fixture
def answers(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, int]]:
    """What sites' pages asked, each with the status of the answer.

    Our own page, which may still be open, tells nobody where it stands, and is not among them.
    """
    given: list[tuple[str, int]] = []
    answer = control_api.answer

    def noted(request: Any, full_url: str) -> Any:
        answered = answer(request, full_url)
        if "Referer" in request.headers:
            given.append((f"{request.method} {full_url.rpartition('/')[2]}", answered[0]))
        return answered

    monkeypatch.setattr(control_api, "answer", noted)
    return given


@pytest.fixture
def victim(send: Any, simulator: Simulator) -> Simulator:
    """The simulator of an account that has sent a code."""
    send()
    return simulator


def unharmed(simulator: Simulator, send: Any) -> bool:
    [message] = simulator.messages()
    send()  # which a disabled account refuses
    return message.message_body == CODE


def test_another_site_s_page_neither_reads_nor_changes_anything(
    browser: Any,
    threaded_server: str,
    another_site: str,
    answers: Any,
    victim: Simulator,
    send: Any,
) -> None:
    calls = f"{threaded_server}/moto-api/pinpoint-sms-voice-v2/"
    browser.get(another_site)

    assert browser.execute_async_script(ATTACKS, calls) == []
    browser.execute_async_script(FRAME, calls)
    browser.execute_script(FORM, calls)
    Page(browser, threaded_server).until(lambda: len(answers) >= 14)

    assert len(answers) >= 12
    assert {status for _, status in answers} == {403}
    assert unharmed(victim, send)


def test_a_name_that_leads_here_all_of_a_sudden_neither_reads_nor_changes_anything(
    browser: Any, threaded_server: str, answers: Any, victim: Simulator, send: Any
) -> None:
    rebound = threaded_server.replace("127.0.0.1", "rebound.example")
    browser.get(f"{rebound}/moto-api/data.json")  # whatever the site's own script was on

    assert browser.execute_async_script(ATTACKS, f"{rebound}/moto-api/pinpoint-sms-voice-v2/") == []
    browser.get(f"{rebound}/moto-api/pinpoint-sms-voice-v2/")

    assert "'rebound.example' is not a name under which this server is called" in (
        browser.page_source
    )
    assert len(answers) >= 12
    assert {status for _, status in answers} == {403}
    assert unharmed(victim, send)


def test_the_very_same_calls_succeed_from_the_page_s_own_place(
    browser: Any, threaded_server: str, answers: Any, victim: Simulator, send: Any
) -> None:
    """Or the attacks above would prove nothing."""
    browser.get(f"{threaded_server}/moto-api/data.json")

    read = browser.execute_async_script(
        ATTACKS, f"{threaded_server}/moto-api/pinpoint-sms-voice-v2/"
    )

    assert CODE in read[0]
    assert ("POST clear_messages", 200) in answers
    assert ("POST disable_account", 200) in answers
    assert victim.messages() == []


def test_a_link_on_another_site_opens_the_page(
    browser: Any, threaded_server: str, another_site: str, victim: Simulator
) -> None:
    page = Page(browser, threaded_server)
    browser.get(another_site)

    browser.execute_script(f"location = {page.url!r}")

    page.one("#conversations li", HANDSET)
