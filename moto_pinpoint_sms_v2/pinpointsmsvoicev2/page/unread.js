// What is new since somebody looked: kept by the browser, for each account and Region.

const KEY = "moto-pinpoint-sms-v2";
const MOST = 500; // conversations remembered of each account and Region

function remembered() {
  try {
    return JSON.parse(localStorage.getItem(KEY)) ?? {};
  } catch {
    return {};
  }
}

let memory = remembered();

function remember() {
  try {
    localStorage.setItem(KEY, JSON.stringify(memory));
  } catch {
    // Where a browser keeps nothing, it lasts as long as the page is open.
  }
}

export function nameOf(place) {
  return `${place.region_name} · ${place.account_id}`;
}

/* Take note of where messages are; on the very first look nothing is new. */
export function noticePlaces(places) {
  const first = Object.keys(memory).length === 0;
  for (const each of places) {
    const before = memory[nameOf(each)];
    if (before?.log === each.log) continue;
    const seen = first && !before ? each.messages_made : 0;
    memory[nameOf(each)] = { log: each.log, base: seen, looked: seen, handsets: {} };
  }
  if (places.length > 0) remember();
}

/* How many messages came to a place since it was on the screen. */
export function countNew(place) {
  return Math.max(0, place.messages_made - (memory[nameOf(place)]?.looked ?? 0));
}

export function lookAt(place) {
  const known = memory[nameOf(place)];
  if (!known || document.hidden || known.looked === place.messages_made) return;
  known.looked = place.messages_made;
  remember();
}

export function isNew(place, conversation) {
  const known = memory[nameOf(place)];
  return Boolean(known) && conversation.number > (known.handsets[conversation.handset] ?? known.base);
}

export function read(place, handset, number) {
  const known = memory[nameOf(place)];
  if (!known || document.hidden || known.handsets[handset] === number) return;
  delete known.handsets[handset];
  known.handsets[handset] = number;
  for (const oldest of Object.keys(known.handsets).slice(0, -MOST)) delete known.handsets[oldest];
  remember();
}
