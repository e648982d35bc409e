// One conversation, and the line below it on which to answer.

import { address } from "./address.js";
import { $, element, options, show, update } from "./elements.js";
import { complain } from "./dialogs.js";
import { messageRow } from "./message.js";
import { moment } from "./words.js";

export function drawThread(thread, search, destinations) {
  const scroll = $("scroll");
  const heading = $("handset");
  const fresh = heading.textContent !== thread.handset;
  const atEnd = scroll.scrollHeight - scroll.scrollTop - scroll.clientHeight < 40;
  const heightBefore = scroll.scrollHeight - scroll.scrollTop;
  heading.textContent = thread.handset;
  $("back").href = address({ handset: null });
  const lists = thread.opted_out_of;
  $("opted-out").textContent = lists.length ? `Opted out of ${lists.join(", ")}` : "";
  show($("opted-out"), lists.length > 0);
  show($("earlier"), thread.has_earlier);
  show($("clear-one"), thread.messages.length > 0);
  update($("thread-messages"), withDays(thread.messages, search), (each) => each.day ?? each.message_id, (each) => (
    each.day ? element("li", { class: "day" }, moment(each.at, "day")) : messageRow(each)
  ));
  const chosen = thread.answers_to ?? undefined;
  const names = [...destinations];
  if (chosen && !names.includes(chosen)) names.unshift(chosen);
  options($("reply-to"), names, chosen ?? names[0]);
  for (const control of $("reply").elements) control.disabled = names.length === 0;
  $("reply-text").placeholder = names.length ? "Message" : "There is no number to write to";
  if (fresh) {
    complain($("reply"), null);
    $("reply-text").value = "";
    scroll.scrollTop = scroll.scrollHeight;
    if (!$("conversations").offsetParent) heading.focus();
  } else if (atEnd) {
    scroll.scrollTop = scroll.scrollHeight;
  } else if (scroll.keepFromEnd) {
    scroll.scrollTop = scroll.scrollHeight - heightBefore;
  }
  scroll.keepFromEnd = false;
}

function withDays(messages, search) {
  const rows = [];
  let day = "";
  for (const message of messages) {
    const its = new Date(message.created_timestamp).toDateString();
    if (its !== day) rows.push({ day: its, at: message.created_timestamp });
    day = its;
    rows.push({ ...message, search });
  }
  return rows;
}
