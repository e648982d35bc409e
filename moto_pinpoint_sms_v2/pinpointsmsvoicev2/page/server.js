// The server: what it is asked, and what it is told to do.

import { place } from "./address.js";

const known = new Map();

export async function look(call, query) {
  const url = `${call}?${new URLSearchParams(query)}`;
  const before = known.get(call);
  const headers = before?.url === url ? { "If-None-Match": before.etag } : {};
  const answer = await fetch(url, { headers, cache: "no-store" });
  if (answer.status === 304) return before.value;
  const value = await answer.json();
  if (!answer.ok) throw new Error(value.message);
  known.set(call, { url, etag: answer.headers.get("etag"), value });
  return value;
}

export async function act(call, said) {
  const answer = await fetch(call, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ ...said, ...place() }),
  });
  if (!answer.ok) throw new Error((await answer.json()).message);
  document.dispatchEvent(new Event("acted"));
}
