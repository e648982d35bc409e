// The account's state: kept in a file, and made from one again.

import { here } from "./address.js";
import { openDialog, submits } from "./dialogs.js";
import { $, element } from "./elements.js";
import { act } from "./server.js";

$("account").addEventListener("click", () => {
  $("account-news").textContent = "";
  openDialog($("account-dialog"));
});

submits($("download-form"), async () => {
  const state = await act("snapshot", {
    opted_out_numbers: $("with-opted-out").checked,
    field_values: $("with-answers").checked,
    destination_numbers: $("with-destinations").checked,
  });
  save(`${JSON.stringify(state, null, 2)}\n`, `sms-${here().region ?? "account"}.json`);
});

function save(text, name) {
  const href = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  element("a", { href, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(href), 60_000);
}

submits($("load-form"), async () => {
  const source = parsed(await $("load-file").files[0].text());
  const { unknown, passed_over } = await act("load_account", { source });
  $("account-news").textContent = [
    "Loaded.",
    unknown.length ? `Not known here: ${few(unknown)}.` : "",
    passed_over.length ? `Passed over, because what it is about is not there: ${few(passed_over)}.` : "",
  ].join(" ");
  $("load-file").value = "";
});

function few(names) {
  return names.slice(0, 5).join(", ") + (names.length > 5 ? ` and ${names.length - 5} more` : "");
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    throw new Error("The file is not JSON.");
  }
}
