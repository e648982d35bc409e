// Testers of RCS agents: handsets that were invited, and have not tapped yet.

import { complain } from "./dialogs.js";
import { $, element, show, update } from "./elements.js";
import { act } from "./server.js";
import { moment } from "./words.js";

export function drawTesters(testers) {
  show($("testers"), testers.length > 0);
  update($("tester-list"), testers, (each) => each.verified_destination_number_id, testerRow);
}

function testerRow(each) {
  const titleId = `tester-${each.verified_destination_number_id}`;
  const choice = (title, accepted, manner) => {
    const button = element("button", { type: "button", class: manner, "aria-describedby": titleId }, title);
    button.addEventListener("click", () => tap(each, accepted));
    return button;
  };
  return element(
    "li",
    {},
    element("article", { "aria-labelledby": titleId },
      element("header", {},
        element("h3", { id: titleId }, each.destination_phone_number),
        element("span", { class: "tag underway" }, "Invited"),
      ),
      element("p", { class: "quiet" }, "To test ", element("span", { class: "code" }, each.rcs_agent_id), ", since ", moment(each.created_timestamp, "short")),
      element("p", { class: "buttons" }, choice("Accept", true, "main"), choice("Decline", false)),
    ),
  );
}

async function tap(each, accepted) {
  try {
    const verified_destination_number_id = each.verified_destination_number_id;
    await act("answer_rcs_invitation", { verified_destination_number_id, accepted });
    complain($("desk-complaint"), null);
  } catch (error) {
    complain($("desk-complaint"), error);
  }
}
