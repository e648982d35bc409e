// What every part of the page is made of. Everything that comes from a message becomes a text
// node: it is shown, and never markup.

export const $ = (id) => document.getElementById(id);

export function element(name, attributes, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes ?? {})) {
    if (value !== null && value !== undefined && value !== false) {
      made.setAttribute(key, value === true ? "" : value);
    }
  }
  made.append(...children.filter((child) => child !== null && child !== undefined));
  return made;
}

export function show(place, visible) {
  place.hidden = !visible;
}

/* Bring a list up to date; what has not changed stays, with what is open in it and the focus. */
export function update(list, items, keyOf, make) {
  const old = new Map([...list.children].map((child) => [child.dataset.key, child]));
  const focused = list.contains(document.activeElement) ? document.activeElement : null;
  items.forEach((item, index) => {
    const key = keyOf(item);
    const said = JSON.stringify(item);
    let child = old.get(key);
    if (child?.said !== said) {
      const fresh = make(item);
      fresh.dataset.key = key;
      fresh.said = said;
      if (child) replace(child, fresh, focused);
      child = fresh;
    }
    old.delete(key);
    if (list.children[index] !== child) list.insertBefore(child, list.children[index] ?? null);
  });
  for (const child of old.values()) child.remove();
  if (focused?.isConnected && document.activeElement !== focused) focused.focus({ preventScroll: true });
}

function replace(child, fresh, focused) {
  const within = (parent, what) => [...parent.querySelectorAll(what)];
  const open = within(child, "details").map((details) => details.open);
  within(fresh, "details").forEach((details, index) => { details.open ||= open[index] ?? false; });
  const index = within(child, "a, button, summary").indexOf(focused);
  child.replaceWith(fresh);
  if (index >= 0) within(fresh, "a, button, summary")[index]?.focus({ preventScroll: true });
}

/* Let a choice have these values, each a text or a value with its text. */
export function options(select, values, chosen) {
  const said = JSON.stringify(values);
  if (select.said !== said) {
    const had = select.value;
    select.replaceChildren(...values.map((each) => {
      const [value, text] = Array.isArray(each) ? each : [each, each];
      return element("option", { value }, text);
    }));
    select.said = said;
    if (select.chosen === undefined) return choose(select, chosen);
    if ([...select.options].some((each) => each.value === had)) select.value = had;
    else select.chosen = undefined;
  }
  choose(select, chosen);
}

// Only when it changes, so that what a person has chosen stays.
function choose(select, chosen) {
  if (chosen === undefined || select.chosen === chosen) return;
  select.value = chosen;
  select.chosen = chosen;
}
