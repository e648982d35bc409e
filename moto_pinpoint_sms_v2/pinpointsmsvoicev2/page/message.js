// One message: its bubble, and below it what there is to know.

import { element } from "./elements.js";
import { medium } from "./media.js";
import { richContent, suggestions } from "./rcs.js";
import { refusalRow } from "./refusal.js";
import { copiers, linked } from "./text.js";
import { details } from "./timeline.js";
import { moment } from "./words.js";

/* All texts of a rich message, as its handset would show them. */
export function readable(message) {
  if (message.message_body) return message.message_body;
  const found = [];
  JSON.stringify(message.rcs_message_content ?? {}, (key, value) => {
    if (typeof value === "string" && /^(Text|Title|Description|MessageBody)$/.test(key)) found.push(value);
    return value;
  });
  return found.join("\n");
}

export function messageRow(message, optedOutOf) {
  if (message.is_refused) return hit(refusalRow(message, optedOutOf), message);
  const who = message.is_inbound ? "From the handset: " : "To the handset: ";
  const bubble = element("div", { class: "bubble" }, ...content(message));
  const isCard = bubble.querySelector(".card") !== null;
  bubble.classList.toggle("rich", isCard);
  return hit(
    element(
      "li",
      { class: message.is_inbound ? "in" : "out" },
      element("span", { class: "unseen" }, who),
      bubble,
      message.is_inbound ? null : suggestions(message),
      message.is_inbound ? arrival(message) : details(message, isHidden(message, bubble)),
      copying(message),
    ),
    message,
  );
}

function content(message) {
  if (message.rcs_message_content) return richContent(message);
  const text = message.message_body ? [linked(message.message_body)] : [];
  return [...text, ...(message.media_urls ?? []).map(medium)];
}

function arrival(message) {
  return element(
    "p",
    { class: "about" },
    moment(message.created_timestamp, "time"),
    element("span", { class: "quiet" }, `${how(message)}to ${message.destination}`),
  );
}

/* How it was said, where it was not written. */
function how(message) {
  if (message.postback_data !== null) return `tapped, which answers “${message.postback_data}”, `;
  return message.is_location ? "where it is, " : "";
}

function copying(message) {
  const buttons = message.is_inbound ? [] : copiers(readable(message));
  return buttons.length ? element("p", { class: "copying" }, ...buttons) : null;
}

function hit(row, message) {
  row.classList.toggle("hit", Boolean(message.is_hit));
  return row;
}

/* Whether a message is found by what only its details tell. */
function isHidden(message, bubble) {
  return Boolean(message.is_hit) && bubble.querySelector("mark") === null;
}
