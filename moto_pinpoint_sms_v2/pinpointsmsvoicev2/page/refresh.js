// Keeping up to date.

import { here, place, wanted } from "./address.js";
import { drawInbox } from "./conversations.js";
import { $ } from "./elements.js";
import { drawPlaces } from "./places.js";
import { drawDesk } from "./registrations.js";
import { look } from "./server.js";

const PAUSE = 1000; // milliseconds between two looks at the server, at the least
const MORE = 50;

const limits = {};
let timer = 0;
let turn = 0;

export async function refresh() {
  clearTimeout(timer);
  const mine = ++turn;
  const began = performance.now();
  try {
    const places = await look("places", {});
    if (mine !== turn) return;
    drawPlaces(places);
    const { view, handset } = here();
    const query = { ...place(), search: wanted(), limit: limits[view] ?? MORE };
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

/* Look again once nothing more has been typed for a moment. */
export function refreshSoon() {
  clearTimeout(timer);
  timer = setTimeout(refresh, 150);
}

export function rest() {
  clearTimeout(timer);
}

/* Show more of a list: of a view, or of the conversation with a handset. */
export function showMore(list) {
  limits[list] = (limits[list] ?? MORE) + MORE;
  refresh();
}
