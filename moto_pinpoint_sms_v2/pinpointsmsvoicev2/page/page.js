"use strict";

// Everything that comes from a message becomes a text node: it is shown, and never markup.

const PAUSE = 1000; // milliseconds between two looks at the server, at the least
const MORE = 50;

const $ = (id) => document.getElementById(id);

function element(name, attributes, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes ?? {})) {
    if (value !== null && value !== undefined && value !== false) {
      made.setAttribute(key, value === true ? "" : value);
    }
  }
  made.append(...children.filter((child) => child !== null && child !== undefined));
  return made;
}

function show(place, visible) {
  place.hidden = !visible;
}

/* ---- Where we are: it stands in the address, so that links, back and reload work ---- */

let limits = {};
let announced = null;
let inbox = null;
let desk = null;

function here() {
  const said = new URLSearchParams(location.hash.slice(1));
  return {
    view: said.get("view") === "registrations" ? "registrations" : "messages",
    account: said.get("account"),
    region: said.get("region"),
    handset: said.get("with"),
  };
}

function address(change) {
  const { view, account, region, handset } = { ...here(), ...change };
  const said = new URLSearchParams();
  for (const [name, value] of Object.entries({ view, account, region, with: handset })) {
    if (value) said.set(name, value);
  }
  return `#${said}`;
}

function place() {
  const { account, region } = here();
  return account && region ? { account_id: account, region_name: region } : {};
}

/* ---- The server ---- */

const known = new Map();

async function look(call, query) {
  const url = `${call}?${new URLSearchParams(query)}`;
  const before = known.get(call);
  const headers = before?.url === url ? { "If-None-Match": before.etag } : {};
  const answer = await fetch(url, { headers, cache: "no-store" });
  if (answer.status === 304) return before.value;
  const value = await answer.json();
  if (!answer.ok) throw new Error(value.message);
  known.set(call, { url, etag: answer.headers.get("etag"), value });
  return value;
}

async function act(call, said) {
  const answer = await fetch(call, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ ...said, ...place() }),
  });
  if (!answer.ok) throw new Error((await answer.json()).message);
  refresh();
}

/* ---- Keeping up to date ---- */

let timer = 0;
let turn = 0;

async function refresh() {
  clearTimeout(timer);
  const mine = ++turn;
  const began = performance.now();
  try {
    const places = await look("places", {});
    if (mine !== turn) return;
    drawPlaces(places);
    const { view, handset } = here();
    const query = { ...place(), search: $("search").value.trim(), limit: limits[view] ?? MORE };
    if (view === "messages" && handset) {
      query.handset = handset;
      query.handset_limit = limits[handset] ?? MORE;
    }
    const seen = await look(view === "messages" ? "conversations" : "registrations", query);
    if (mine !== turn) return;
    if (view === "messages") drawInbox(seen);
    else drawDesk(seen);
    tell("Live", false);
  } catch (error) {
    if (mine !== turn) return;
    tell(error instanceof TypeError ? "The server does not answer" : error.message, true);
  }
  // A search through very many messages is not to keep the server busy.
  timer = setTimeout(refresh, Math.max(PAUSE, 4 * (performance.now() - began)));
}

function tell(text, wrong) {
  const live = $("live");
  if (live.textContent !== text) live.textContent = text;
  live.classList.toggle("wrong", wrong);
}

/* Bring a list up to date; what has not changed stays, with what is open in it and the focus. */
function update(list, items, keyOf, make) {
  const old = new Map([...list.children].map((child) => [child.dataset.key, child]));
  const focused = list.contains(document.activeElement) ? document.activeElement : null;
  items.forEach((item, index) => {
    const key = keyOf(item);
    const said = JSON.stringify(item);
    let child = old.get(key);
    if (child?.said !== said) {
      const fresh = make(item);
      fresh.dataset.key = key;
      fresh.said = said;
      if (child) replace(child, fresh, focused);
      child = fresh;
    }
    old.delete(key);
    if (list.children[index] !== child) list.insertBefore(child, list.children[index] ?? null);
  });
  for (const child of old.values()) child.remove();
  if (focused?.isConnected && document.activeElement !== focused) focused.focus({ preventScroll: true });
}

function replace(child, fresh, focused) {
  const within = (parent, what) => [...parent.querySelectorAll(what)];
  const open = within(child, "details").map((details) => details.open);
  within(fresh, "details").forEach((details, index) => { details.open = open[index] ?? false; });
  const index = within(child, "a, button, summary").indexOf(focused);
  child.replaceWith(fresh);
  if (index >= 0) within(fresh, "a, button, summary")[index]?.focus({ preventScroll: true });
}

/* ---- Accounts and Regions ---- */

function drawPlaces(places) {
  const { account, region } = here();
  if (!account) {
    const liveliest = places.find((each) => each.has_messages)
      ?? places.find((each) => each.waiting_registrations > 0);
    if (liveliest) {
      const found = { account: liveliest.account_id, region: liveliest.region_name };
      history.replaceState(null, "", address(found));
      return drawPlaces(places);
    }
  }
  const names = places.map((each) => `${each.region_name} · ${each.account_id}`);
  const chosen = account ? `${region} · ${account}` : names[0] ?? "No account in use yet";
  if (!names.includes(chosen)) names.push(chosen);
  options($("place"), names.sort(), chosen);
  const mine = places.find((each) => `${each.region_name} · ${each.account_id}` === chosen);
  const waiting = mine?.waiting_registrations ?? 0;
  $("waiting").replaceChildren(String(waiting), element("span", { class: "unseen" }, " waiting"));
  show($("waiting"), waiting > 0);
  for (const [id, view] of [["to-messages", "messages"], ["to-registrations", "registrations"]]) {
    $(id).href = address({ view });
    if (here().view === view) $(id).setAttribute("aria-current", "page");
    else $(id).removeAttribute("aria-current");
  }
  show($("messages"), here().view === "messages");
  show($("registrations"), here().view === "registrations");
}

function options(select, names, chosen) {
  const said = JSON.stringify(names);
  if (select.said !== said) {
    select.replaceChildren(...names.map((name) => element("option", {}, name)));
    select.said = said;
    select.chosen = undefined;
  }
  // Only when it changes, so that what a person has chosen stays.
  if (chosen !== undefined && select.chosen !== chosen) {
    select.value = chosen;
    select.chosen = chosen;
  }
}

/* ---- Words ---- */

const CHANNELS = { TEXT: "SMS", MEDIA: "MMS", VOICE: "Voice", RCS: "RCS" };
const GOOD = /_(SUCCESSFUL|DELIVERED|COMPLETED|READ)$/;
const UNDERWAY = /_(SENT|PENDING|QUEUED|INITIATED|RINGING|ANSWERED|FALLEN_BACK_TO_SMS)$/;

function manner(status) {
  if (GOOD.test(status)) return "good";
  return UNDERWAY.test(status) ? "underway" : "bad";
}

function words(code) {
  const text = code.replaceAll("_", " ").toLowerCase().replace("sms", "SMS").replace("ttl", "TTL");
  return text[0].toUpperCase() + text.slice(1);
}

function statusTag(status) {
  return element("span", { class: `tag ${manner(status)}`, title: status }, words(status.replace(/^[A-Z]+_/, "")));
}

function moment(value, style) {
  const date = new Date(value);
  const today = date.toDateString() === new Date().toDateString();
  const formats = {
    short: today ? { timeStyle: "short" } : { dateStyle: "medium" },
    time: { timeStyle: "short" },
    exact: { hour: "2-digit", minute: "2-digit", second: "2-digit", fractionalSecondDigits: 3 },
    day: { dateStyle: "full" },
  };
  const text = new Intl.DateTimeFormat(undefined, formats[style]).format(date);
  return element("time", { datetime: date.toISOString(), title: date.toISOString() }, text);
}

function parts(message) {
  if (!message.total_message_parts) return null;
  const count = message.total_message_parts;
  const encoding = { GSM: "GSM", UNICODE: "Unicode" }[message.message_encoding] ?? message.message_encoding;
  const said = `${count} ${count === 1 ? "part" : "parts"}`;
  return element("span", { class: "quiet" }, encoding ? `${said}, ${encoding}` : said);
}

/* All texts of a rich message, as its handset would show them. */
function readable(message) {
  if (message.message_body) return message.message_body;
  const found = [];
  JSON.stringify(message.rcs_message_content ?? {}, (key, value) => {
    if (typeof value === "string" && /^(Text|Title|Description|MessageBody)$/.test(key)) found.push(value);
    return value;
  });
  return found.join("\n");
}

/* Text, in which what is searched for is marked. */
function marked(text) {
  const wanted = $("search").value.trim().toLowerCase();
  const whole = element("span", {});
  const lower = text.toLowerCase();
  // Where lower case is longer than upper case (İ), places would not fit.
  if (!wanted || lower.length !== text.length) {
    whole.textContent = text;
    return whole;
  }
  let from = 0;
  for (let at = lower.indexOf(wanted); at >= 0; at = lower.indexOf(wanted, from)) {
    whole.append(text.slice(from, at), element("mark", {}, text.slice(at, at + wanted.length)));
    from = at + wanted.length;
  }
  whole.append(text.slice(from));
  return whole;
}

/* ---- Messages ---- */

function drawInbox(seen) {
  const { handset } = here();
  const search = $("search").value.trim();
  inbox = seen;
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
  if (handset && seen.thread) drawThread(seen.thread, search);
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

function drawThread(thread, search) {
  const scroll = $("scroll");
  const heading = $("handset");
  const fresh = heading.textContent !== thread.handset;
  const atEnd = scroll.scrollHeight - scroll.scrollTop - scroll.clientHeight < 40;
  const heightBefore = scroll.scrollHeight - scroll.scrollTop;
  heading.textContent = thread.handset;
  $("back").href = address({ handset: null });
  const lists = thread.opted_out_of;
  $("opted-out").textContent = lists.length ? `Opted out of ${lists.join(", ")}` : "";
  show($("opted-out"), lists.length > 0);
  show($("earlier"), thread.has_earlier);
  show($("clear-one"), thread.messages.length > 0);
  update($("thread-messages"), withDays(thread.messages, search), (each) => each.day ?? each.message_id, (each) => (
    each.day ? element("li", { class: "day" }, moment(each.at, "day")) : messageRow(each)
  ));
  const chosen = thread.answers_to ?? undefined;
  const names = [...inbox.destinations];
  if (chosen && !names.includes(chosen)) names.unshift(chosen);
  options($("reply-to"), names, chosen ?? names[0]);
  for (const control of $("reply").elements) control.disabled = names.length === 0;
  $("reply-text").placeholder = names.length ? "Message" : "There is no number to write to";
  if (fresh) {
    complain($("reply"), null);
    $("reply-text").value = "";
    scroll.scrollTop = scroll.scrollHeight;
    if (!$("conversations").offsetParent) heading.focus();
  } else if (atEnd) {
    scroll.scrollTop = scroll.scrollHeight;
  } else if (scroll.keepFromEnd) {
    scroll.scrollTop = scroll.scrollHeight - heightBefore;
  }
  scroll.keepFromEnd = false;
}

function withDays(messages, search) {
  const rows = [];
  let day = "";
  for (const message of messages) {
    const its = new Date(message.created_timestamp).toDateString();
    if (its !== day) rows.push({ day: its, at: message.created_timestamp });
    day = its;
    rows.push({ ...message, search });
  }
  return rows;
}

function messageRow(message) {
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

function announce(conversation) {
  const newest = conversation?.newest;
  const first = announced === null;
  if (newest && !first && newest.message_id !== announced) {
    const direction = newest.is_inbound ? "from" : "to";
    $("news").textContent = `Message ${direction} ${conversation.handset}: ${readable(newest)}`;
  }
  announced = newest?.message_id ?? "";
}

/* ---- Registrations ---- */

function drawDesk(seen) {
  desk = seen;
  const search = $("search").value.trim();
  update($("submissions"), seen.registrations, (each) => each.registration_id, submissionRow);
  show($("no-submissions"), seen.registrations.length === 0);
  $("no-submissions").textContent = search ? `Nothing has “${search}” in it.` : "No registrations yet.";
  show($("more-submissions"), seen.has_more);
}

function submissionRow(each) {
  const tone = { COMPLETE: "good", REQUIRES_UPDATES: "bad", CLOSED: "bad" }[each.registration_status];
  const titleId = `title-${each.registration_id}`;
  const buttons = element("p", { class: "buttons" });
  if (each.is_submitted) {
    const approved = each.version_status === "APPROVED";
    const approve = element("button", { type: "button", class: "main", "aria-describedby": titleId }, "Approve");
    const deny = element("button", { type: "button", "aria-describedby": titleId }, approved ? "Revoke" : "Deny");
    approve.addEventListener("click", () => decide("approve_registration", each));
    deny.addEventListener("click", () => openDenial(each, deny.textContent));
    buttons.append(...(approved ? [deny] : [approve, deny]));
  } else {
    buttons.append(element("span", { class: "quiet" }, "Not submitted yet"));
  }
  return element(
    "li",
    {},
    element("article", { "aria-labelledby": titleId },
      element("header", {},
        element("h3", { id: titleId }, each.title || each.registration_type),
        element("span", { class: `tag ${tone ?? (each.is_waiting ? "underway" : "")}` }, words(each.registration_status)),
      ),
      element("p", { class: "quiet code" }, each.registration_id),
      element("p", { class: "quiet" }, `Version ${each.version_number}, ${words(each.version_status).toLowerCase()}, opened `, moment(each.created_timestamp, "short")),
      each.denied_reasons.length ? element("ul", { class: "denials" }, ...each.denied_reasons.map(denial)) : null,
      each.answers.length ? answers(each) : null,
      buttons,
    ),
  );
}

function denial(reason) {
  const more = reason.LongDescription ? `: ${reason.LongDescription}` : "";
  return element("li", {}, `${reason.ShortDescription ?? reason.Reason}${more}`);
}

function answers(each) {
  const count = each.answers.length;
  return element("details", {},
    element("summary", {}, `${count} ${count === 1 ? "answer" : "answers"}`),
    element("dl", {}, ...each.answers.map((answer) => element("div", {},
      element("dt", { title: answer.field_path }, answer.title),
      element("dd", {}, answer.value, answer.denied_reason ? element("span", { class: "tag bad" }, words(answer.denied_reason)) : null),
    ))),
  );
}

async function decide(call, each, more) {
  try {
    await act(call, { registration_id: each.registration_id, ...more });
    show($("desk-wrong"), false);
    $("news").textContent = `${words(call.replace("_registration", ""))}: ${each.title}`;
  } catch (error) {
    $("desk-wrong").textContent = error.message;
    show($("desk-wrong"), true);
  }
}

/* ---- Dialogs and forms ---- */

function complain(form, error) {
  const wrong = form.querySelector(".wrong");
  wrong.textContent = error?.message ?? "";
  show(wrong, Boolean(error));
}

/* Let a form act; it says itself what was wrong. */
function submits(form, doing) {
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    try {
      await doing(event);
      complain(form, null);
      form.closest("dialog")?.close();
    } catch (error) {
      complain(form, error);
    }
  });
}

function openDialog(dialog) {
  complain(dialog.querySelector("form"), null);
  dialog.showModal();
}

let doing = null; // what the open dialog is about

function openDenial(each, what) {
  doing = each;
  $("deny-title").textContent = what;
  $("deny-what").textContent = `${each.title}, ${each.registration_id}`;
  $("deny-text").value = "";
  $("deny-dialog").querySelector("[type=submit]").textContent = what;
  $("deny-reasons").replaceChildren(...desk.denial_reasons.map(({ reason, short_description }) => element(
    "label", {}, element("input", { type: "checkbox", value: reason }), short_description,
  )));
  openDialog($("deny-dialog"));
}

function openClearing(handset) {
  doing = handset;
  $("clear-what").textContent = handset
    ? `Forget all messages to and from ${handset}?`
    : "Forget all messages of this account and Region?";
  openDialog($("clear-dialog"));
}

function receive(origination_phone_number, destination, body) {
  const channel = destination.startsWith("rcs-") ? "RCS" : "TEXT";
  return act("receive_message", { origination_phone_number, destination, body, channel });
}

submits($("reply"), async () => {
  await receive(here().handset, $("reply-to").value, $("reply-text").value);
  $("reply-text").value = "";
  $("scroll").scrollTop = $("scroll").scrollHeight;
});
submits($("write-dialog").querySelector("form"), async () => {
  await receive($("write-from").value, $("write-to").value, $("write-text").value);
  $("write-text").value = "";
});
submits($("deny-dialog").querySelector("form"), async () => {
  const explanation = $("deny-text").value.trim();
  const chosen = [...$("deny-reasons").querySelectorAll(":checked")].map((box) => ({
    Reason: box.value,
    ...(explanation ? { LongDescription: explanation } : {}),
  }));
  if (chosen.length === 0 && explanation) throw new Error("An explanation needs a reason.");
  await act("deny_registration", { registration_id: doing.registration_id, denied_reasons: chosen });
});
submits($("clear-dialog").querySelector("form"), async () => {
  await act("clear_messages", doing ? { destination_phone_number: doing } : {});
  location.hash = address({ handset: null });
});

for (const button of document.querySelectorAll("[data-close]")) {
  button.addEventListener("click", () => button.closest("dialog").close());
}
for (const button of document.querySelectorAll("[data-say]")) {
  button.addEventListener("click", () => {
    $("reply-text").value = button.dataset.say;
    $("reply").requestSubmit();
  });
}
for (const [id, key] of [
  ["more-conversations", () => "messages"],
  ["more-submissions", () => "registrations"],
  ["earlier", () => here().handset],
]) {
  $(id).addEventListener("click", () => {
    limits[key()] = (limits[key()] ?? MORE) + MORE;
    $("scroll").keepFromEnd = true;
    refresh();
  });
}

$("write").addEventListener("click", () => openDialog($("write-dialog")));
$("clear-all").addEventListener("click", () => openClearing(null));
$("clear-one").addEventListener("click", () => openClearing(here().handset));
$("search").addEventListener("input", () => {
  clearTimeout(timer);
  timer = setTimeout(refresh, 150);
});
$("place").addEventListener("change", (event) => {
  const [region, account] = event.target.value.split(" · ");
  location.hash = address({ account, region, handset: null });
});
$("back").addEventListener("click", () => {
  const { handset } = here();
  window.addEventListener("hashchange", () => {
    $("messages").classList.remove("reading");
    [...$("conversations").children].find((row) => row.dataset.key === handset)?.firstElementChild.focus();
  }, { once: true });
});
document.querySelector(".skip").addEventListener("click", (event) => {
  event.preventDefault(); // the address is where we are, not where to scroll
  $("main").focus();
});
window.addEventListener("hashchange", refresh);
document.addEventListener("visibilitychange", () => {
  if (document.hidden) clearTimeout(timer);
  else refresh();
});

refresh();
