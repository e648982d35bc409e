// Keeping up to date.

import { here, place, wanted } from "./address.js";
import { drawInbox } from "./conversations.js";
import { relieve } from "./dialogs.js";
import { $ } from "./elements.js";
import { drawPlaces } from "./places.js";
import { drawDesk } from "./registrations.js";
import { look } from "./server.js";

const PAUSE = 1000; // milliseconds between two looks at the server, at the least
const LONG_PAUSE = 5000; // while nobody sees the page, for the count in its title
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
    const seen = await lookAtView();
    if (mine !== turn) return;
    if (here().view === "messages") drawInbox(seen);
    else drawDesk(seen);
    relieve();
    tell("Live", false);
  } catch (error) {
    if (mine !== turn) return;
    tell(error.message, true);
  }
  // A search through very many messages is not to keep the server busy.
  const pause = document.hidden ? LONG_PAUSE : PAUSE;
  timer = setTimeout(refresh, Math.max(pause, 4 * (performance.now() - began)));
}

async function lookAtView() {
  const { view, handset, at, show } = here();
  const query = { ...place(), search: wanted(), limit: limits[view] ?? MORE };
  if (view === "registrations") {
    const pending = await look("pending_reviews", place());
    return { ...pending, ...await look("registrations", { ...query, show: show || "all" }) };
  }
  const thread = handset ? { handset, at, handset_limit: limits[handset] ?? MORE } : {};
  return look("conversations", { ...query, ...thread });
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

/* Show more of a list: of a view, or of the conversation with a handset. */
export function showMore(list) {
  limits[list] = (limits[list] ?? MORE) + MORE;
  refresh();
}
