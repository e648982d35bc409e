// Dialogs and forms.

import { show } from "./elements.js";

export function complain(form, error) {
  const wrong = form.querySelector(".wrong");
  wrong.textContent = error?.message ?? "";
  show(wrong, Boolean(error));
}

/* Let a form act; it says itself what was wrong. */
export function submits(form, doing) {
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

export function openDialog(dialog) {
  complain(dialog.querySelector("form"), null);
  dialog.showModal();
}
