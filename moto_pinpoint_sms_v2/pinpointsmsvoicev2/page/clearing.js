// Forgetting messages.

import { address, here } from "./address.js";
import { openDialog, submits } from "./dialogs.js";
import { $ } from "./elements.js";
import { act } from "./server.js";

let whose = null; // the handset that the open dialog is about, or null for all

function openClearing(handset) {
  whose = handset;
  $("clear-what").textContent = handset
    ? `Forget all messages to and from ${handset}?`
    : "Forget all messages of this account and Region?";
  openDialog($("clear-dialog"));
}

submits($("clear-dialog").querySelector("form"), async () => {
  await act("clear_messages", whose ? { destination_phone_number: whose } : {});
  location.hash = address({ handset: null });
});
$("clear-all").addEventListener("click", () => openClearing(null));
$("clear-one").addEventListener("click", () => openClearing(here().handset));
