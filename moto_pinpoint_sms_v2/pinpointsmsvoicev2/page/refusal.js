// A send that was refused: it never left, and this is why.

import { element } from "./elements.js";
import { linked, marked } from "./text.js";
import { moment } from "./words.js";

const ADVICE = {
  ACCOUNT_DISABLED: "The account is disabled: enable it again.",
  CANNOT_PARSE: "The text is no SSML that a voice can read.",
  CHANNEL_NOT_ENABLED: "Let the notify configuration send by this channel.",
  COUNTRY_NOT_ENABLED: "Let the notify configuration send to this country.",
  DAILY_DESTINATION_CALL_LIMIT: "One number gets no more calls a day than that: wait, or raise the limit.",
  DAILY_NOTIFY_TIER_MESSAGE_LIMIT: "The tier's messages of the day are used up: wait, or upgrade the tier.",
  DESTINATION_COUNTRY_BLOCKED: "Let the protect configuration allow the country, or override it for this number.",
  DESTINATION_COUNTRY_BLOCKED_BY_PROTECT_CONFIGURATION: "Let the protect configuration allow the country, or override it for this number.",
  DESTINATION_PHONE_NUMBER_BLOCKED_BY_PROTECT_NUMBER_OVERRIDE: "Delete the number's override in the protect configuration.",
  DESTINATION_PHONE_NUMBER_NOT_VERIFIED: "The account is in the sandbox: verify the number first, or leave the sandbox.",
  INSUFFICIENT_ACCOUNT_REPUTATION: "The account is disabled: enable it again.",
  INTERNATIONAL_SENDING_NOT_SUPPORTED: "Turn international sending on for the number, or send from an identity of this country.",
  INVALID_IDENTITY_FOR_DESTINATION_COUNTRY: "Send from an identity that is for this country.",
  INVALID_PARAMETER: "A parameter is not what it should be.",
  MAXIMUM_SIZE_EXCEEDED: "It is too long: send less at once.",
  MESSAGE_TYPE_MISMATCH: "Send it as the type that the identity is for, or from another identity.",
  MISSING_PARAMETER: "The call lacks a parameter.",
  MONTHLY_SPEND_LIMIT_REACHED_FOR_MEDIA: "Raise the spend limit for media messages.",
  MONTHLY_SPEND_LIMIT_REACHED_FOR_NOTIFY: "Raise the spend limit for notify messages.",
  MONTHLY_SPEND_LIMIT_REACHED_FOR_RCS: "Raise the spend limit for RCS messages.",
  MONTHLY_SPEND_LIMIT_REACHED_FOR_TEXT: "Raise the spend limit for text messages.",
  MONTHLY_SPEND_LIMIT_REACHED_FOR_VOICE: "Raise the spend limit for voice messages.",
  NOTIFY_CONFIGURATION_NOT_ACTIVE: "Approve the notify configuration first.",
  NO_ORIGINATION_IDENTITIES_FOUND: "Nothing that the account or pool owns can send this: request a number, or add one to the pool.",
  NUMBER_CAPABILITIES_MISMATCH: "Send from an identity that can do this channel.",
  PRICE_OVER_THRESHOLD: "It costs more than the call allows: raise MaxPrice.",
  RESOURCE_NOT_ACTIVE: "Wait until the identity is ACTIVE: its registration may still be missing.",
  SENDER_ID_NOT_REGISTERED: "Register the sender ID for this country, or send from another identity.",
  SENDER_ID_NOT_SUPPORTED: "This country has no sender IDs: send from a number.",
  VERIFICATION_ATTEMPTS_PER_DAY: "One number gets no more codes a day than that: wait, or raise the limit.",
  VOICE_CAPABILITY_NOT_AVAILABLE: "Call from a number that has the capability VOICE.",
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
    return element("span", {}, `Opted out of ${list.opt_out_list_name} since `,
      moment(list.opted_out_timestamp, "short"),
      ": let the handset answer a keyword that opts in, such as START, or delete the opt-out.");
  }
  return ADVICE[refusal.reason] ?? BY_CODE[refusal.code] ?? null;
}
