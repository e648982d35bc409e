// One conversation: its newest messages, its first ones, or those around one of them.

import { address, here } from "./address.js";
import { complain } from "./dialogs.js";
import { $, element, options, show, update } from "./elements.js";
import { messageRow } from "./message.js";
import { moment } from "./words.js";

let shown = ""; // which part of which conversation
let atEnd = false;

$("scroll").addEventListener("scroll", () => { atEnd = isAtEnd(); });
// Pictures come later than the messages that they belong to.
$("thread-messages").addEventListener("load", () => { if (atEnd) scrollToEnd(); }, { capture: true });

function isAtEnd() {
  const { scrollHeight, scrollTop, clientHeight } = $("scroll");
  return scrollHeight - scrollTop - clientHeight < 40;
}

function scrollToEnd() {
  $("scroll").scrollTop = $("scroll").scrollHeight;
  atEnd = true;
}

export function drawThread(thread, search, destinations) {
  const scroll = $("scroll");
  const part = `${thread.handset} ${here().at}`;
  const isFresh = shown !== part;
  const wasAtEnd = isAtEnd();
  const fromEnd = scroll.scrollHeight - scroll.scrollTop;
  drawHead(thread, search);
  const optedOutOf = thread.opted_out_of;
  update($("thread-messages"), withDays(thread, search, optedOutOf), (each) => each.day ?? each.message_id, (each) => (
    each.day ? element("li", { class: "day" }, moment(each.at, "day")) : messageRow(each, optedOutOf)
  ));
  drawReply(thread, destinations);
  if (isFresh) open(thread, part);
  else if (wasAtEnd && !thread.has_later) scrollToEnd();
  else if (scroll.keepFromEnd) scroll.scrollTop = scroll.scrollHeight - fromEnd;
  scroll.keepFromEnd = false;
}

function drawHead(thread, search) {
  $("handset").textContent = thread.handset;
  $("back").href = address({ handset: null, at: "" });
  const lists = thread.opted_out_of.map((each) => each.opt_out_list_name);
  $("opted-out").textContent = lists.length ? `Opted out of ${lists.join(", ")}` : "";
  show($("opted-out"), lists.length > 0);
  show($("before"), thread.has_earlier);
  show($("after"), thread.has_later);
  $("first").href = address({ at: "start" });
  $("newest").href = address({ at: "" });
  show($("clear-one"), thread.messages.length > 0);
  drawHits(thread.hits, search);
}

function drawHits(hits, search) {
  show($("hits"), Boolean(search));
  if (!search) return;
  const index = hits.indexOf(here().at);
  $("hit-count").textContent = hits.length === 0 ? "Not found here"
    : index < 0 ? `${hits.length} found` : `${index + 1} of ${hits.length}`;
  step($("hit-before"), index < 0 ? hits.at(-1) : hits[index - 1]);
  step($("hit-after"), index < 0 ? undefined : hits[index + 1]);
}

function step(link, at) {
  if (at) link.href = address({ at });
  else link.removeAttribute("href");
}

function drawReply(thread, destinations) {
  const chosen = thread.answers_to ?? undefined;
  const names = [...destinations];
  if (chosen && !names.includes(chosen)) names.unshift(chosen);
  options($("reply-to"), names, chosen ?? names[0]);
  for (const control of $("reply").elements) control.disabled = names.length === 0;
  $("reply-text").placeholder = names.length ? "Message" : "There is no number to write to";
}

function open(thread, part) {
  const isAnother = shown.split(" ")[0] !== thread.handset;
  shown = part;
  if (isAnother) {
    complain($("reply"), null);
    $("reply-text").value = "";
    if (!$("conversations").offsetParent) $("handset").focus();
  }
  const { at } = here();
  const row = [...$("thread-messages").children].find((each) => each.dataset.key === at);
  if (row) row.scrollIntoView({ block: "center" });
  else if (at === "start") $("scroll").scrollTop = 0;
  else scrollToEnd();
}

/* What was closed is opened at its place again. */
export function closeThread() {
  shown = "";
}

function withDays(thread, search, optedOutOf) {
  const rows = [];
  const hits = new Set(thread.hits);
  let day = "";
  for (const message of thread.messages) {
    const its = new Date(message.created_timestamp).toDateString();
    if (its !== day) rows.push({ day: its, at: message.created_timestamp });
    day = its;
    const more = message.is_refused ? { optedOutOf } : {};
    rows.push({ ...message, ...more, search, is_hit: hits.has(message.message_id) });
  }
  return rows;
}
