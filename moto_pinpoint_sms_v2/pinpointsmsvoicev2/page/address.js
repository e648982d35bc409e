// Where we are: it stands in the address, so that links, back and reload work.

import { $ } from "./elements.js";

export function here() {
  const said = new URLSearchParams(location.hash.slice(1));
  return {
    view: said.get("view") === "registrations" ? "registrations" : "messages",
    account: said.get("account"),
    region: said.get("region"),
    handset: said.get("with"),
  };
}

export function address(change) {
  const { view, account, region, handset } = { ...here(), ...change };
  const said = new URLSearchParams();
  for (const [name, value] of Object.entries({ view, account, region, with: handset })) {
    if (value) said.set(name, value);
  }
  return `#${said}`;
}

export function place() {
  const { account, region } = here();
  return account && region ? { account_id: account, region_name: region } : {};
}

/* What is searched for. */
export function wanted() {
  return $("search").value.trim();
}
