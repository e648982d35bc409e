// Registrations, as whoever reviews them sees them.

import { wanted } from "./address.js";
import { openDenial } from "./denial.js";
import { $, element, show, update } from "./elements.js";
import { act } from "./server.js";
import { moment, words } from "./words.js";

let denialReasons = [];

export function drawDesk(seen) {
  denialReasons = seen.denial_reasons;
  const search = wanted();
  update($("submissions"), seen.registrations, (each) => each.registration_id, submissionRow);
  show($("no-submissions"), seen.registrations.length === 0);
  $("no-submissions").textContent = search ? `Nothing has “${search}” in it.` : "No registrations yet.";
  show($("more-submissions"), seen.has_more);
}

function submissionRow(each) {
  const tone = { COMPLETE: "good", REQUIRES_UPDATES: "bad", CLOSED: "bad" }[each.registration_status];
  const titleId = `title-${each.registration_id}`;
  const buttons = element("p", { class: "buttons" });
  if (each.is_submitted) {
    const approved = each.version_status === "APPROVED";
    const approve = element("button", { type: "button", class: "main", "aria-describedby": titleId }, "Approve");
    const deny = element("button", { type: "button", "aria-describedby": titleId }, approved ? "Revoke" : "Deny");
    approve.addEventListener("click", () => decide("approve_registration", each));
    deny.addEventListener("click", () => openDenial(each, deny.textContent, denialReasons));
    buttons.append(...(approved ? [deny] : [approve, deny]));
  } else {
    buttons.append(element("span", { class: "quiet" }, "Not submitted yet"));
  }
  return element(
    "li",
    {},
    element("article", { "aria-labelledby": titleId },
      element("header", {},
        element("h3", { id: titleId }, each.title || each.registration_type),
        element("span", { class: `tag ${tone ?? (each.is_waiting ? "underway" : "")}` }, words(each.registration_status)),
      ),
      element("p", { class: "quiet code" }, each.registration_id),
      element("p", { class: "quiet" }, `Version ${each.version_number}, ${words(each.version_status).toLowerCase()}, opened `, moment(each.created_timestamp, "short")),
      each.denied_reasons.length ? element("ul", { class: "denials" }, ...each.denied_reasons.map(denial)) : null,
      each.answers.length ? answers(each) : null,
      buttons,
    ),
  );
}

function denial(reason) {
  const more = reason.LongDescription ? `: ${reason.LongDescription}` : "";
  return element("li", {}, `${reason.ShortDescription ?? reason.Reason}${more}`);
}

function answers(each) {
  const count = each.answers.length;
  return element("details", {},
    element("summary", {}, `${count} ${count === 1 ? "answer" : "answers"}`),
    element("dl", {}, ...each.answers.map((answer) => element("div", {},
      element("dt", { title: answer.field_path }, answer.title),
      element("dd", {}, answer.value, answer.denied_reason ? element("span", { class: "tag bad" }, words(answer.denied_reason)) : null),
    ))),
  );
}

async function decide(call, each, more) {
  try {
    await act(call, { registration_id: each.registration_id, ...more });
    show($("desk-wrong"), false);
    $("news").textContent = `${words(call.replace("_registration", ""))}: ${each.title}`;
  } catch (error) {
    $("desk-wrong").textContent = error.message;
    show($("desk-wrong"), true);
  }
}
