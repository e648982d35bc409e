// Dialogs and forms.

import { show } from "./elements.js";
import { ServerAway } from "./server.js";

export function complain(place, error) {
  const wrong = place.querySelector(".wrong");
  wrong.textContent = error?.message ?? "";
  wrong.isAway = error instanceof ServerAway;
  show(wrong, Boolean(error));
}

/* The server is there again: whoever complained that it was not stops. */
export function relieve() {
  for (const wrong of document.querySelectorAll(".wrong")) {
    if (wrong.isAway) complain(wrong.parentElement, null);
  }
}

/* Let a form act; it says itself what was wrong. */
export function submits(form, doing) {
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    try {
      await doing(event);
      complain(form, null);
      if (form.method === "dialog") form.closest("dialog")?.close();
    } catch (error) {
      complain(form, error);
    }
  });
}

export function openDialog(dialog) {
  for (const form of dialog.querySelectorAll("form")) complain(form, null);
  dialog.showModal();
}

for (const button of document.querySelectorAll("[data-close]")) {
  button.addEventListener("click", () => button.closest("dialog").close());
}
