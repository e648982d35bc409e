// Forgetting messages.

import { here, settle } from "./address.js";
import { openDialog, submits } from "./dialogs.js";
import { $ } from "./elements.js";
import { act } from "./server.js";

let whose = null; // the handset that the open dialog is about, or null for all

function openClearing(handset) {
  whose = handset;
  $("clear-title").textContent = handset ? "Clear this conversation" : "Clear all conversations";
  $("clear-what").textContent = handset
    ? `Forget all messages to and from ${handset}?`
    : "Forget all messages of this account and Region?";
  openDialog($("clear-dialog"));
}

submits($("clear-dialog").querySelector("form"), async () => {
  await act("clear_messages", whose ? { destination_phone_number: whose } : {});
  settle({ handset: null, at: "" });
});
$("clear-all").addEventListener("click", () => openClearing(null));
$("clear-one").addEventListener("click", () => openClearing(here().handset));
