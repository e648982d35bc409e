// Texts: what is searched for is marked, addresses are links, codes can be copied.

import { wanted } from "./address.js";
import { element } from "./elements.js";

const LINK = /https?:\/\/[^\s<>"']+/gi;
const NUMBER = /^[+(]?[\d\s().\/-]{3,}$/;
const CODE = /(?<![\w+.,:/$€£-])(?:[A-Z]-)?(\d{4,8}|\d{3}[- ]\d{3})(?![\w/-]|[.,:]\d)/g;

/* Text, in which what is searched for is marked. */
export function marked(text) {
  const whole = element("span", {});
  const lower = text.toLowerCase();
  const sought = soughtIn(lower);
  // Where lower case is longer than upper case (İ), places would not fit.
  if (!sought || lower.length !== text.length) {
    whole.textContent = text;
    return whole;
  }
  let from = 0;
  for (let at = lower.indexOf(sought); at >= 0; at = lower.indexOf(sought, from)) {
    whole.append(text.slice(from, at), element("mark", {}, text.slice(at, at + sought.length)));
    from = at + sought.length;
  }
  whole.append(text.slice(from));
  return whole;
}

/* What is searched for as it stands in the text: a number in any spelling is found in E.164. */
function soughtIn(lower) {
  const sought = wanted().toLowerCase();
  if (!sought || lower.includes(sought) || !NUMBER.test(sought)) return sought;
  return sought.replace("(0)", "").replace(/\D/g, "").replace(/^0+/, "");
}

/* A message's text: its http and https addresses are links, which tell nobody where they stood. */
export function linked(text) {
  const whole = element("p", { class: "text" });
  let from = 0;
  for (const found of text.matchAll(LINK)) {
    const address = found[0].replace(/[.,;:!?)\]}]+$/, "");
    if (!URL.canParse(address)) continue;
    whole.append(marked(text.slice(from, found.index)), link(address, marked(address)));
    from = found.index + address.length;
  }
  whole.append(marked(text.slice(from)));
  return whole;
}

export function link(url, ...children) {
  const away = { target: "_blank", rel: "noopener noreferrer", referrerpolicy: "no-referrer" };
  return element("a", { href: url, ...away }, ...children);
}

export function isWebAddress(url) {
  return URL.canParse(url) && ["http:", "https:"].includes(new URL(url).protocol);
}

/* Buttons that copy the codes in a text. */
export function copiers(text) {
  const codes = [...text.replace(LINK, " ").matchAll(CODE)].map((found) => found[1].replace(/\D/g, ""));
  return [...new Set(codes)].slice(0, 3).map((code) => copier(code, `Copy ${code}`));
}

export function copier(text, title) {
  return element("button", { type: "button", class: "copy", "data-copy": text }, title);
}

document.addEventListener("click", async (event) => {
  const button = event.target.closest("[data-copy]");
  if (!button) return;
  const title = button.textContent;
  button.textContent = (await copy(button.dataset.copy)) ? "Copied" : "Not copied";
  setTimeout(() => { button.textContent = title; }, 1500);
});

async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // Browsers have a clipboard for https and this machine only; elsewhere there is the old way.
    const area = element("textarea", { class: "unseen" });
    area.value = text;
    document.body.append(area);
    area.select();
    const done = document.execCommand("copy");
    area.remove();
    return done;
  }
}
