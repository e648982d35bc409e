// The dialog in which a registration is denied, or its approval revoked.

import { openDialog, submits } from "./dialogs.js";
import { $, element } from "./elements.js";
import { act } from "./server.js";

let denied = null; // what the open dialog is about

export function openDenial(each, what, reasons) {
  denied = each;
  $("deny-title").textContent = what;
  $("deny-what").textContent = [each.name, each.title, each.registration_id].filter(Boolean).join(", ");
  $("deny-text").value = "";
  $("deny-dialog").querySelector("[type=submit]").textContent = what;
  $("deny-reasons").replaceChildren(...reasons.map(({ reason, short_description }) => element(
    "label", {}, element("input", { type: "checkbox", value: reason }), short_description,
  )));
  openDialog($("deny-dialog"));
}

submits($("deny-dialog").querySelector("form"), async () => {
  const explanation = $("deny-text").value.trim();
  const chosen = [...$("deny-reasons").querySelectorAll(":checked")].map((box) => ({
    Reason: box.value,
    ...(explanation ? { LongDescription: explanation } : {}),
  }));
  if (chosen.length === 0 && explanation) throw new Error("An explanation needs a reason.");
  await act("deny_registration", { registration_id: denied.registration_id, denied_reasons: chosen });
});
