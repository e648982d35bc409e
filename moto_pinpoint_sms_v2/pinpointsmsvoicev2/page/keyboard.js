// The keyboard: what single keys do where nothing is being written.

import { here } from "./address.js";
import { openDialog } from "./dialogs.js";
import { $ } from "./elements.js";

const KEYS = {
  "/": () => { $("search").focus(); $("search").select(); },
  j: () => move(1),
  k: () => move(-1),
  ArrowDown: () => move(1),
  ArrowUp: () => move(-1),
  r: () => here().handset && $("reply-text").focus(),
  "?": () => openDialog($("keys-dialog")),
};

function move(step) {
  const links = [...$("conversations").querySelectorAll("a")];
  const at = links.indexOf(document.activeElement);
  const current = at < 0 ? links.findIndex((each) => each.hasAttribute("aria-current")) : at;
  links[Math.min(links.length - 1, Math.max(0, at < 0 && current < 0 ? 0 : current + step))]?.focus();
}

/* Arrows move within the list only; elsewhere they scroll, as they do everywhere. */
function applies(event) {
  if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector("dialog[open]")) return false;
  if (event.target.matches("input, textarea, select")) return false;
  const inList = $("conversations").contains(event.target) || event.target === document.body;
  return !event.key.startsWith("Arrow") || inList;
}

document.addEventListener("keydown", (event) => {
  if (!(event.key in KEYS) || !applies(event)) return;
  event.preventDefault();
  KEYS[event.key]();
});
for (const id of ["search", "reply-text"]) {
  $(id).addEventListener("keydown", (event) => {
    if (event.key === "Escape") event.target.blur();
  });
}
$("keys").addEventListener("click", () => openDialog($("keys-dialog")));
