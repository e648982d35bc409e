// One message: its bubble, what became of it, and what is known of it.

import { CHANNELS, manner, marked, moment, statusTag } from "./words.js";
import { element } from "./elements.js";

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

export function messageRow(message) {
  const text = readable(message);
  const bubble = element(
    "div",
    { class: "bubble" },
    text ? element("p", { class: "text" }, marked(text)) : null,
    ...(message.media_urls ?? []).map((url) => element("p", { class: "medium" }, url)),
  );
  const who = element("span", { class: "unseen" }, message.is_inbound ? "From the handset: " : "To the handset: ");
  const about = message.is_inbound
    ? element("p", { class: "about" }, moment(message.created_timestamp, "time"), element("span", { class: "quiet" }, `to ${message.destination}`))
    : messageDetails(message);
  return element("li", { class: message.is_inbound ? "in" : "out" }, who, bubble, about);
}

function messageDetails(message) {
  return element(
    "details",
    {},
    element(
      "summary",
      { class: "about" },
      moment(message.created_timestamp, "time"),
      element("span", { class: "channel" }, CHANNELS[message.channel]),
      statusTag(message.status),
      parts(message),
    ),
    element("ol", { class: "timeline" }, ...message.events.map(eventRow)),
    facts(message),
  );
}

function parts(message) {
  if (!message.total_message_parts) return null;
  const count = message.total_message_parts;
  const encoding = { GSM: "GSM", UNICODE: "Unicode" }[message.message_encoding] ?? message.message_encoding;
  const said = `${count} ${count === 1 ? "part" : "parts"}`;
  return element("span", { class: "quiet" }, encoding ? `${said}, ${encoding}` : said);
}

function eventRow(event) {
  const { totalMessagePrice: price, totalCarrierFee: fee } = event;
  const record = price === undefined ? "Record" : `Record, $${Number((price + (fee ?? 0)).toFixed(5))}`;
  return element(
    "li",
    { class: manner(event.eventType) },
    moment(event.eventTimestamp, "exact"),
    element("b", {}, event.eventType),
    event.messageStatusDescription ? element("span", {}, event.messageStatusDescription) : null,
    element("details", {},
      element("summary", {}, record),
      element("pre", { tabindex: "0", "aria-label": "Event record" }, JSON.stringify(event, null, 2)),
    ),
  );
}

const FACTS = {
  message_id: "Message ID",
  origination_identity: "From",
  message_type: "Type",
  iso_country_code: "Country",
  configuration_set_name: "Configuration set",
  protect_configuration_id: "Protect configuration",
  keyword: "Keyword",
  time_to_live: "Time to live, s",
  max_price: "Maximum price",
  message_feedback_status: "Feedback",
  context: "Context",
};

function facts(message) {
  const told = Object.entries(FACTS).filter(([name]) => message[name] !== null && message[name] !== undefined);
  return element("dl", {}, ...told.map(([name, title]) => {
    const value = message[name];
    const text = typeof value === "object" ? JSON.stringify(value) : String(value);
    return element("div", {}, element("dt", {}, title), element("dd", {}, text));
  }));
}
