// A send that was refused: it never left, and this is why.

import { element } from "./elements.js";
import { linked, marked } from "./text.js";
import { moment } from "./words.js";

const ADVICE = {
  DESTINATION_PHONE_NUMBER_NOT_VERIFIED: "The account is in the sandbox: verify the number first, or leave the sandbox.",
  DESTINATION_PHONE_NUMBER_NOT_SUPPORTED: "Nothing can be sent to such a number.",
  DESTINATION_COUNTRY_BLOCKED_BY_PROTECT_CONFIGURATION: "Let the protect configuration allow the country, or override it for this number.",
  DESTINATION_COUNTRY_BLOCKED: "Let the protect configuration allow the country, or override it for this number.",
  INSUFFICIENT_ACCOUNT_REPUTATION: "The account is disabled: enable it again.",
  ACCOUNT_DISABLED: "The account is disabled: enable it again.",
  MESSAGE_TYPE_MISMATCH: "Send it as the type that the identity is for, or from another identity.",
  MONTHLY_SPEND_LIMIT_REACHED_FOR_TEXT: "Raise the spend limit for text messages.",
  MONTHLY_SPEND_LIMIT_REACHED_FOR_MEDIA: "Raise the spend limit for media messages.",
  MONTHLY_SPEND_LIMIT_REACHED_FOR_VOICE: "Raise the spend limit for voice messages.",
  NO_ORIGINATION_IDENTITIES_FOUND: "Nothing that the account or pool owns can send this: request a number, or add one to the pool.",
  NUMBER_CAPABILITIES_MISMATCH: "Send from an identity that can do this channel.",
  RESOURCE_NOT_ACTIVE: "Wait until the identity is ACTIVE: its registration may still be missing.",
  DAILY_DESTINATION_CALL_LIMIT: "So many calls a day is all that one number gets.",
  MISSING_PARAMETER: "The call lacks a parameter.",
  INVALID_PARAMETER: "A parameter is not what it should be.",
};
const BY_CODE = {
  ResourceNotFoundException: "Look at the id or number: in this account and Region there is none of that name.",
  ServiceQuotaExceededException: "Raise the limit, or wait until there is room again.",
  ThrottlingException: "Send again a little later.",
  ValidationException: "A parameter is not what it should be.",
  AccessDeniedException: "The caller may not do this.",
};

export function refusalRow(refusal, optedOutOf) {
  const text = refusal.message_body ?? "";
  const advice = whatToDo(refusal, optedOutOf);
  const from = refusal.origination_identity ? ["from ", marked(refusal.origination_identity)] : [];
  return element(
    "li",
    { class: "out refused" },
    element("span", { class: "unseen" }, "Not sent to the handset: "),
    element("div", { class: "bubble" }, text ? linked(text) : element("p", { class: "quiet" }, refusal.operation)),
    element(
      "p",
      { class: "about" },
      moment(refusal.created_timestamp, "time"),
      element("span", { class: "tag bad" }, "Refused"),
      element("span", { class: "quiet" }, refusal.operation),
      element("span", { class: "quiet" }, ...from),
    ),
    element(
      "div",
      { class: "why" },
      element("p", {}, element("b", {}, refusal.code), refusal.reason ? ` · ${refusal.reason}` : ""),
      element("p", {}, refusal.message),
      advice ? element("p", { class: "advice" }, advice) : null,
    ),
  );
}


function whatToDo(refusal, optedOutOf) {
  if (refusal.reason === "DESTINATION_PHONE_NUMBER_OPTED_OUT") {
    const list = optedOutOf.find((each) => refusal.message.includes(each.opt_out_list_name)) ?? optedOutOf[0];
    if (!list) return "It was opted out then, and is not any more: send again.";
    return ["Opted out of ", list.opt_out_list_name, " since ", moment(list.opted_out_timestamp, "short"),
      ": answer START, or delete the opted-out number."].reduce((whole, each) => {
      whole.append(each);
      return whole;
    }, element("span", {}));
  }
  return ADVICE[refusal.reason] ?? BY_CODE[refusal.code] ?? null;
}
