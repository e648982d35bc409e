// The server: what it is asked, and what it is told to do.

import { place } from "./address.js";

const AWAY = "The server does not answer. Is it still running? This page goes on as soon as it does.";

/* Nobody is there: nothing is wrong with what was said. */
export class ServerAway extends Error {
  constructor() {
    super(AWAY);
  }
}

const known = new Map();

export async function look(call, query) {
  const url = `${call}?${new URLSearchParams(query)}`;
  const before = known.get(call);
  const headers = before?.url === url ? { "If-None-Match": before.etag } : {};
  const answer = await ask(url, { headers, cache: "no-store" });
  if (answer.status === 304) return before.value;
  const value = await read(answer);
  known.set(call, { url, etag: answer.headers.get("etag"), value });
  return value;
}

export async function act(call, said) {
  const answer = await ask(call, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ ...said, ...place() }),
  });
  const value = await read(answer);
  document.dispatchEvent(new Event("acted"));
  return value;
}

async function ask(url, how) {
  try {
    return await fetch(url, how);
  } catch {
    throw new ServerAway();
  }
}

async function read(answer) {
  let value;
  try {
    value = await answer.json();
  } catch {
    throw answer.ok ? new ServerAway() : new Error(`The server answers ${answer.status} and no more.`);
  }
  if (!answer.ok) throw new Error(value.message);
  return value;
}
