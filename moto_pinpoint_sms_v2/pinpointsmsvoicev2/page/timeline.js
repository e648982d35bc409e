// What became of a message, and what is known of it.

import { element } from "./elements.js";
import { marked } from "./text.js";
import { CHANNELS, manner, moment, statusTag } from "./words.js";

export function details(message, isHit) {
  const whole = element(
    "details",
    { open: isHit },
    element(
      "summary",
      { class: "about" },
      moment(message.created_timestamp, "time"),
      element("span", { class: "channel" }, CHANNELS[message.channel]),
      statusTag(message.status),
      parts(message),
      message.source ? element("span", { class: "quiet" }, `from ${message.source}`) : null,
    ),
    element("ol", { class: "timeline" }, ...message.events.map(eventRow)),
    facts(message),
  );
  whole.addEventListener("click", (event) => {
    const opened = event.target.closest("summary")?.parentElement;
    if (opened && !opened.open) requestAnimationFrame(() => intoView(opened));
  });
  return whole;
}

/* Scroll until all of it is seen, or its top if it is higher than what can be. */
function intoView(whole) {
  const { top, bottom } = whole.getBoundingClientRect();
  const seen = whole.closest(".scroll").getBoundingClientRect();
  if (bottom > seen.bottom) whole.scrollIntoView({ block: bottom - top > seen.height ? "start" : "end" });
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
    return element("div", {}, element("dt", {}, title), element("dd", {}, marked(text)));
  }));
}
