// The page: its parts, and what the keyboard, the mouse and the address do to them.

import { address, here } from "./address.js";
import "./clearing.js";
import { $ } from "./elements.js";
import "./handset.js";
import { refresh, refreshSoon, rest, showMore } from "./refresh.js";

for (const button of document.querySelectorAll("[data-close]")) {
  button.addEventListener("click", () => button.closest("dialog").close());
}
for (const [id, list] of [
  ["more-conversations", () => "messages"],
  ["more-submissions", () => "registrations"],
  ["earlier", () => here().handset],
]) {
  $(id).addEventListener("click", () => {
    $("scroll").keepFromEnd = true;
    showMore(list());
  });
}

$("search").addEventListener("input", refreshSoon);
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
document.addEventListener("acted", refresh);
document.addEventListener("visibilitychange", () => {
  if (document.hidden) rest();
  else refresh();
});

refresh();
