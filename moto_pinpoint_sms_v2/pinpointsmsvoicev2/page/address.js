// Where we are: it stands in the address, so that links, back and reload work.

const VIEWS = ["messages", "registrations"];

export function here() {
  const said = new URLSearchParams(location.hash.slice(1));
  return {
    view: VIEWS.includes(said.get("view")) ? said.get("view") : VIEWS[0],
    account: said.get("account"),
    region: said.get("region"),
    handset: said.get("with"),
    at: said.get("at") ?? "",
    search: said.get("search") ?? "",
    show: said.get("show") ?? "",
  };
}

export function address(change) {
  const { view, account, region, handset, at, search, show } = { ...here(), ...change };
  const said = new URLSearchParams();
  const all = { view, account, region, with: handset, at, search, show };
  for (const [name, value] of Object.entries(all)) {
    if (value) said.set(name, value);
  }
  return `#${said}`;
}

/* Be somewhere else without a step for the way back. */
export function settle(change) {
  history.replaceState(null, "", address(change));
}

export function place() {
  const { account, region } = here();
  return account && region ? { account_id: account, region_name: region } : {};
}

/* What is searched for. */
export function wanted() {
  return here().search.trim();
}
