// What waits for somebody's word: registrations, and beside them testers and notify configurations.

import { here, wanted } from "./address.js";
import { drawConfigurations } from "./configurations.js";
import { openDenial } from "./denial.js";
import { complain } from "./dialogs.js";
import { $, element, show, update } from "./elements.js";
import { act } from "./server.js";
import { drawTesters } from "./testers.js";
import { marked } from "./text.js";
import { moment, words } from "./words.js";

let denialReasons = [];

export function drawDesk(seen) {
  denialReasons = seen.denial_reasons;
  const search = wanted();
  const onlyWaiting = here().show === "waiting";
  const rows = seen.registrations.map((each) => ({ ...each, search }));
  update($("submissions"), rows, (each) => each.registration_id, submissionRow);
  $("only-waiting").checked = onlyWaiting;
  show($("no-submissions"), rows.length === 0);
  $("no-submissions").textContent = search ? `Nothing has “${search}” in it.`
    : onlyWaiting ? "No registration waits for its review." : "No registrations yet.";
  show($("more-submissions"), seen.has_more);
  drawTesters(seen.testers);
  drawConfigurations(seen.notify_configurations);
}

function submissionRow(each) {
  const titleId = `title-${each.registration_id}`;
  return element(
    "li",
    {},
    element("article", { "aria-labelledby": titleId },
      element("header", {},
        element("h3", { id: titleId }, marked(each.name || each.title || each.registration_type)),
        statusOf(each),
      ),
      each.name ? element("p", {}, marked(each.title || each.registration_type)) : null,
      element("p", { class: "quiet code" }, marked(each.registration_id)),
      element("p", { class: "quiet" }, `Version ${each.version_number}, ${words(each.version_status).toLowerCase()}, opened `, moment(each.created_timestamp, "short")),
      each.denied_reasons.length ? element("ul", { class: "denials" }, ...each.denied_reasons.map(denial)) : null,
      each.answers.length ? answers(each) : null,
      buttons(each, titleId),
    ),
  );
}

function statusOf(each) {
  const tone = { COMPLETE: "good", REQUIRES_UPDATES: "bad", CLOSED: "bad" }[each.registration_status];
  const manner = tone ?? (each.is_waiting ? "underway" : "");
  return element("span", { class: `tag ${manner}` }, words(each.registration_status));
}

function buttons(each, titleId) {
  const row = element("p", { class: "buttons" });
  if (!each.is_submitted) {
    row.append(element("span", { class: "quiet" }, "Not submitted yet"));
    return row;
  }
  const isApproved = each.version_status === "APPROVED";
  const approve = element("button", { type: "button", class: "main", "aria-describedby": titleId }, "Approve");
  const deny = element("button", { type: "button", "aria-describedby": titleId }, isApproved ? "Revoke" : "Deny");
  approve.addEventListener("click", () => decide("approve_registration", each));
  deny.addEventListener("click", () => openDenial(each, deny.textContent, denialReasons));
  row.append(...(isApproved ? [deny] : [approve, deny]));
  return row;
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
      element("dd", {}, marked(answer.value), answer.denied_reason ? element("span", { class: "tag bad" }, words(answer.denied_reason)) : null),
    ))),
  );
}

async function decide(call, each) {
  try {
    await act(call, { registration_id: each.registration_id });
    complain($("desk-complaint"), null);
    $("news").textContent = `${words(call.replace("_registration", ""))}: ${each.name || each.title}`;
  } catch (error) {
    complain($("desk-complaint"), error);
  }
}
