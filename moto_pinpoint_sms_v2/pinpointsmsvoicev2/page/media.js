// Files of messages: pictures out of moto's S3, and a name for everything else.

import { element } from "./elements.js";
import { isWebAddress, link, marked } from "./text.js";

const NO_PICTURE = /\.(3g2|3gp|aac|amr|csv|gsm|ics|m4a|mov|mp3|mp4|ogg|ogv|pdf|svg|txt|vcf|webm)$/i;

export function medium(url) {
  if (!url.startsWith("s3://") || NO_PICTURE.test(url)) return named(url);
  const address = fileAddress(url);
  const picture = element("img", { src: address, alt: fileName(url), loading: "lazy" });
  const whole = element("a", { class: "picture", href: address, target: "_blank", title: url }, picture);
  picture.addEventListener("error", () => whole.replaceWith(named(url)));
  return whole;
}

function named(url) {
  const where = { class: "medium", title: url };
  if (url.startsWith("s3://")) {
    return element("a", { ...where, href: fileAddress(url), target: "_blank" }, marked(fileName(url)));
  }
  if (isWebAddress(url)) return element("p", where, link(url, marked(fileName(url))));
  return element("p", where, marked(url));
}

function fileName(url) {
  return url.slice(url.lastIndexOf("/") + 1) || url;
}

function fileAddress(url) {
  return `media?${new URLSearchParams({ url })}`;
}
