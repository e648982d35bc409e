// Words: how statuses and moments read.

import { element } from "./elements.js";

export const CHANNELS = { TEXT: "SMS", MEDIA: "MMS", VOICE: "Voice", RCS: "RCS" };
const GOOD = /_(SUCCESSFUL|DELIVERED|COMPLETED|READ)$/;
const UNDERWAY = /_(SENT|PENDING|QUEUED|INITIATED|RINGING|ANSWERED|FALLEN_BACK_TO_SMS)$/;

export function manner(status) {
  if (GOOD.test(status)) return "good";
  return UNDERWAY.test(status) ? "underway" : "bad";
}

export function words(code) {
  const text = code.replaceAll("_", " ").toLowerCase().replace("sms", "SMS").replace("ttl", "TTL");
  return text[0].toUpperCase() + text.slice(1);
}

export function statusTag(status) {
  return element("span", { class: `tag ${manner(status)}`, title: status }, words(status.replace(/^[A-Z]+_/, "")));
}

export function moment(value, style) {
  const date = new Date(value);
  const today = date.toDateString() === new Date().toDateString();
  const formats = {
    short: today ? { timeStyle: "short" } : { dateStyle: "medium" },
    time: { timeStyle: "short" },
    exact: { hour: "2-digit", minute: "2-digit", second: "2-digit", fractionalSecondDigits: 3 },
    day: { dateStyle: "full" },
  };
  const text = new Intl.DateTimeFormat(undefined, formats[style]).format(date);
  return element("time", { datetime: date.toISOString(), title: date.toISOString() }, text);
}
