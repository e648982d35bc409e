// The page: its parts, and what the mouse and the address do to them.

import "./account.js";
import { address, here, settle } from "./address.js";
import "./clearing.js";
import { $ } from "./elements.js";
import "./handset.js";
import "./keyboard.js";
import { refresh, refreshSoon, showMore } from "./refresh.js";
import { closeThread } from "./thread.js";

for (const [id, list] of [
  ["more-conversations", () => "messages"],
  ["more-submissions", () => "registrations"],
  ["earlier", () => here().handset],
  ["later", () => here().handset],
]) {
  $(id).addEventListener("click", () => {
    $("scroll").keepFromEnd = id === "earlier";
    showMore(list());
  });
}

$("search").addEventListener("input", () => {
  settle({ search: $("search").value, at: "" });
  refreshSoon();
});
$("only-waiting").addEventListener("change", (event) => {
  location.hash = address({ show: event.target.checked ? "waiting" : "" });
});
$("place").addEventListener("change", (event) => {
  const [region, account] = event.target.value.split(" · ");
  location.hash = address({ account, region, handset: null, at: "" });
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

function arrive() {
  if ($("search") !== document.activeElement) $("search").value = here().search;
  if (!here().handset) closeThread();
  refresh();
}

window.addEventListener("hashchange", arrive);
document.addEventListener("acted", refresh);
document.addEventListener("visibilitychange", refresh);

arrive();
