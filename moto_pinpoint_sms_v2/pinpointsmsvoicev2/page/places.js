// Accounts and Regions, and the two views of each.

import { address, here, settle } from "./address.js";
import { $, element, options, show } from "./elements.js";
import { countNew, lookAt, nameOf, noticePlaces } from "./unread.js";

export function drawPlaces(places) {
  noticePlaces(places);
  if (!here().account) {
    const liveliest = places.find((each) => each.has_messages)
      ?? places.find((each) => each.waiting_reviews > 0);
    if (liveliest) settle({ account: liveliest.account_id, region: liveliest.region_name });
  }
  const { account, region } = here();
  const chosen = account ? nameOf({ account_id: account, region_name: region }) : null;
  const mine = places.find((each) => nameOf(each) === chosen);
  if (mine && here().view === "messages") lookAt(mine);
  drawChoice(places, chosen);
  drawViews(mine?.waiting_reviews ?? 0);
}

function drawChoice(places, chosen) {
  const names = new Map(places.map((each) => [nameOf(each), label(each, nameOf(each) === chosen)]));
  const first = [...names.keys()][0];
  const shown = chosen ?? first ?? "No account in use yet";
  if (!names.has(shown)) names.set(shown, shown);
  options($("place"), [...names].sort(), shown);
}

function label(place, isChosen) {
  const fresh = isChosen ? 0 : countNew(place);
  return fresh ? `${nameOf(place)} · ${fresh} new` : nameOf(place);
}

function drawViews(waiting) {
  $("waiting").replaceChildren(String(waiting), element("span", { class: "unseen" }, " waiting"));
  show($("waiting"), waiting > 0);
  const { view } = here();
  for (const each of ["messages", "registrations"]) {
    const link = $(`to-${each}`);
    link.href = address({ view: each });
    if (view === each) link.setAttribute("aria-current", "page");
    else link.removeAttribute("aria-current");
    show($(each), view === each);
  }
}
