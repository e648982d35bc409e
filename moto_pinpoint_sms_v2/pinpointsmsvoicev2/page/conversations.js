// The list of conversations, with a mark where something is new.

import { address, here, place, wanted } from "./address.js";
import { $, element, options, show, update } from "./elements.js";
import { drawExamples } from "./examples.js";
import { readable } from "./message.js";
import { marked } from "./text.js";
import { drawThread } from "./thread.js";
import { isNew, read } from "./unread.js";
import { CHANNELS, moment, statusTag } from "./words.js";

const TITLE = document.title;
let announced = null;

export function drawInbox(seen) {
  const { handset } = here();
  const search = wanted();
  if (seen.thread) read(place(), handset, seen.thread.number);
  const rows = seen.conversations.map((each) => ({ ...each, search, is_new: isNew(place(), each) }));
  update($("conversations"), rows, (each) => each.handset, conversationRow);
  for (const row of $("conversations").children) point(row, rows, handset);
  drawEmptiness(rows.length === 0, search);
  show($("more-conversations"), seen.has_more);
  show($("clear-all"), rows.length > 0 && !search);
  $("write").disabled = seen.destinations.length === 0;
  options($("write-to"), seen.destinations);
  $("messages").classList.toggle("reading", Boolean(handset));
  show($("no-thread"), !handset && rows.length > 0);
  show($("thread"), Boolean(handset));
  if (handset && seen.thread) drawThread(seen.thread, search, seen.destinations);
  const fresh = rows.filter((each) => each.is_new).length;
  document.title = fresh ? `(${fresh}) ${TITLE}` : TITLE;
  announce(seen.conversations[0]);
}

/* Let a row lead to its conversation; of a search, to the newest that was found. */
function point(row, rows, handset) {
  const link = row.firstElementChild;
  const { newest, search } = rows.find((each) => each.handset === row.dataset.key);
  link.href = address({ handset: row.dataset.key, at: search ? newest.message_id : "" });
  if (row.dataset.key === handset) link.setAttribute("aria-current", "true");
  else link.removeAttribute("aria-current");
}

function drawEmptiness(isEmpty, search) {
  show($("no-conversations"), isEmpty);
  $("messages").classList.toggle("bare", isEmpty && !search && !here().handset);
  show($("examples"), !search);
  $("nothing").textContent = search
    ? `Nothing has “${search}” in it.`
    : "No messages yet. Whatever your code sends shows up here; a first message, to this very server:";
  if (isEmpty && !search) drawExamples();
}

function conversationRow({ handset, newest, is_new }) {
  return element(
    "li",
    { class: is_new ? "new" : null },
    element(
      "a",
      {},
      element("span", { class: "top" },
        element("b", {}, marked(handset), is_new ? element("span", { class: "unseen" }, " new") : null),
        moment(newest.created_timestamp, "short")),
      element("span", { class: "preview" }, marked(readable(newest) || fileNames(newest) || "No text")),
      element("span", { class: "bottom" }, ...about(newest)),
    ),
  );
}

function fileNames(message) {
  return (message.media_urls ?? []).map((url) => url.slice(url.lastIndexOf("/") + 1)).join(", ");
}

function about(newest) {
  if (newest.is_refused) return [element("span", { class: "tag bad" }, "Refused")];
  if (newest.is_inbound) return [element("span", { class: "tag" }, "Received")];
  return [element("span", { class: "channel" }, CHANNELS[newest.channel]), statusTag(newest.status)];
}

function announce(conversation) {
  const newest = conversation?.newest;
  const first = announced === null;
  if (newest && !first && newest.message_id !== announced) {
    const direction = newest.is_inbound ? "from" : newest.is_refused ? "refused to" : "to";
    $("news").textContent = `Message ${direction} ${conversation.handset}: ${readable(newest)}`;
  }
  announced = newest?.message_id ?? "";
}
