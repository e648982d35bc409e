// The handset: what its holder writes, in an open conversation or as the first.

import { address, here } from "./address.js";
import { openDialog, submits } from "./dialogs.js";
import { $ } from "./elements.js";
import { act } from "./server.js";

function receive(origination_phone_number, destination, body) {
  const channel = destination.startsWith("rcs-") ? "RCS" : "TEXT";
  return act("receive_message", { origination_phone_number, destination, body, channel });
}

let isTyping = false;

/* To an agent of RCS a handset tells when its holder begins to write. */
$("reply-text").addEventListener("input", async () => {
  const destination = $("reply-to").value;
  const begins = $("reply-text").value !== "" && !isTyping;
  isTyping = $("reply-text").value !== "";
  if (!begins || !destination.startsWith("rcs-")) return;
  // Whether it can be written there is said when it is sent.
  await act("start_typing", { origination_phone_number: here().handset, destination }).catch(() => {});
});

submits($("reply"), async () => {
  await receive(here().handset, $("reply-to").value, $("reply-text").value);
  $("reply-text").value = "";
  isTyping = false;
  location.hash = address({ at: "" }); // where the answer is
  $("scroll").scrollTop = $("scroll").scrollHeight;
});
submits($("write-dialog").querySelector("form"), async () => {
  await receive($("write-from").value, $("write-to").value, $("write-text").value);
  $("write-text").value = "";
});
for (const button of document.querySelectorAll("[data-say]")) {
  button.addEventListener("click", () => {
    $("reply-text").value = button.dataset.say;
    $("reply").requestSubmit();
  });
}
$("write").addEventListener("click", () => openDialog($("write-dialog")));
