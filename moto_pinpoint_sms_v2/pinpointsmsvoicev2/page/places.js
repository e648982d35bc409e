// Accounts and Regions, and the two views of each.

import { address, here } from "./address.js";
import { $, element, options, show } from "./elements.js";

export function drawPlaces(places) {
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
