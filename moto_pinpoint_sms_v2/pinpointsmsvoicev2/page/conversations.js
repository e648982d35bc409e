// The list of conversations, and whatever stands there while it is empty.

import { address, here, wanted } from "./address.js";
import { $, element, options, show, update } from "./elements.js";
import { readable } from "./message.js";
import { drawThread } from "./thread.js";
import { CHANNELS, marked, moment, statusTag } from "./words.js";

let announced = null;

export function drawInbox(seen) {
  const { handset } = here();
  const search = wanted();
  const rows = seen.conversations.map((each) => ({ ...each, search }));
  update($("conversations"), rows, (each) => each.handset, conversationRow);
  for (const row of $("conversations").children) {
    const link = row.firstElementChild;
    link.href = address({ handset: row.dataset.key });
    if (row.dataset.key === handset) link.setAttribute("aria-current", "true");
    else link.removeAttribute("aria-current");
  }
  show($("more-conversations"), seen.has_more);
  show($("no-conversations"), rows.length === 0);
  show($("example"), !search);
  show($("clear-all"), rows.length > 0);
  $("write").disabled = seen.destinations.length === 0;
  $("nothing").textContent = search ? `Nothing has “${search}” in it.` : "No messages yet. Whatever your code sends shows up here:";
  $("example").textContent = `sms = boto3.client(\n    "pinpoint-sms-voice-v2",\n    endpoint_url="${location.origin}",\n)\nsms.send_text_message(...)`;
  options($("write-to"), seen.destinations);
  $("messages").classList.toggle("reading", Boolean(handset));
  show($("no-thread"), !handset && rows.length > 0);
  show($("thread"), Boolean(handset));
  if (handset && seen.thread) drawThread(seen.thread, search, seen.destinations);
  announce(seen.conversations[0]);
}

function conversationRow({ handset, newest }) {
  const about = newest.is_inbound
    ? element("span", { class: "tag" }, "Received")
    : statusTag(newest.status);
  const channel = newest.is_inbound ? null : element("span", { class: "channel" }, CHANNELS[newest.channel]);
  return element(
    "li",
    {},
    element(
      "a",
      {},
      element("span", { class: "top" }, element("b", {}, marked(handset)), moment(newest.created_timestamp, "short")),
      element("span", { class: "preview" }, marked(readable(newest) || "No text")),
      element("span", { class: "bottom" }, channel, about),
    ),
  );
}

function announce(conversation) {
  const newest = conversation?.newest;
  const first = announced === null;
  if (newest && !first && newest.message_id !== announced) {
    const direction = newest.is_inbound ? "from" : "to";
    $("news").textContent = `Message ${direction} ${conversation.handset}: ${readable(newest)}`;
  }
  announced = newest?.message_id ?? "";
}
