// Notify configurations, whose display names AWS reviews.

import { complain, openDialog, submits } from "./dialogs.js";
import { $, element, show, update } from "./elements.js";
import { act } from "./server.js";
import { moment, words } from "./words.js";

let rejected = null; // what the open dialog is about

export function drawConfigurations(configurations) {
  show($("configurations"), configurations.length > 0);
  update($("configuration-list"), configurations, (each) => each.notify_configuration_id, configurationRow);
}

function configurationRow(each) {
  const titleId = `notify-${each.notify_configuration_id}`;
  const button = (title, manner, doing) => {
    const made = element("button", { type: "button", class: manner, "aria-describedby": titleId }, title);
    made.addEventListener("click", doing);
    return made;
  };
  return element(
    "li",
    {},
    element("article", { "aria-labelledby": titleId },
      element("header", {},
        element("h3", { id: titleId }, each.display_name),
        element("span", { class: "tag underway" }, words(each.status)),
      ),
      element("p", {}, `For ${words(each.use_case).toLowerCase()}`),
      element("p", { class: "quiet code" }, each.notify_configuration_id),
      element("p", { class: "quiet" }, "Opened ", moment(each.created_timestamp, "short")),
      element("p", { class: "buttons" },
        button("Approve", "main", () => approve(each)),
        button("Reject", null, () => openRejection(each)),
      ),
    ),
  );
}

async function approve(each) {
  try {
    await act("set_notify_configuration_status", {
      notify_configuration_id: each.notify_configuration_id, status: "ACTIVE",
    });
    complain($("desk-complaint"), null);
  } catch (error) {
    complain($("desk-complaint"), error);
  }
}

function openRejection(each) {
  rejected = each;
  $("reject-what").textContent = `${each.display_name}, ${each.notify_configuration_id}`;
  $("reject-text").value = "";
  openDialog($("reject-dialog"));
}

submits($("reject-dialog").querySelector("form"), async () => {
  await act("set_notify_configuration_status", {
    notify_configuration_id: rejected.notify_configuration_id,
    status: "REJECTED",
    rejection_reason: $("reject-text").value.trim(),
  });
});
