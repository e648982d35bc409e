// Rich messages: cards, carousels, and suggestions that whoever holds the handset can tap.

import { complain, openDialog, submits } from "./dialogs.js";
import { $, element } from "./elements.js";
import { medium } from "./media.js";
import { act } from "./server.js";
import { isWebAddress, link, linked, marked } from "./text.js";

const SIGNS = {
  OpenUrl: "↗",
  DialPhone: "☎",
  ShowLocation: "◎",
  RequestLocation: "◎",
  CreateCalendarEvent: "▦",
};

/* What a rich message shows, as elements one below the other. */
export function richContent(message) {
  const { TextMessage, FileMessage, RichCard, Carousel } = message.rcs_message_content.Content ?? {};
  if (TextMessage) return [linked(TextMessage.Body)];
  if (FileMessage) return [medium(FileMessage.FileUrl)];
  if (RichCard) return [card(message, RichCard.CardContent, RichCard.CardOrientation)];
  if (!Carousel) return [];
  const label = { tabindex: "0", role: "region", "aria-label": "Cards" };
  const cards = Carousel.CardContents.map((each) => card(message, each, "VERTICAL"));
  return [element("div", { class: "carousel", "data-width": Carousel.CardWidth, ...label }, ...cards)];
}

/* What can be tapped below a rich message. */
export function suggestions(message, among = message.rcs_message_content?.Suggestions) {
  if (!among?.length) return null;
  return element("p", { class: "suggestions" }, ...among.map((each) => suggestion(message, each)));
}

function card(message, content, orientation) {
  const { Title, Description, Media, Suggestions } = content;
  return element(
    "div",
    { class: `card ${orientation === "HORIZONTAL" ? "across" : ""}` },
    Media ? element("div", { class: "shown", "data-height": Media.Height }, medium(Media.FileUrl)) : null,
    Title || Description ? element(
      "div",
      { class: "said" },
      Title ? element("b", {}, marked(Title)) : null,
      Description ? linked(Description) : null,
    ) : null,
    suggestions(message, Suggestions),
  );
}

function suggestion(message, each) {
  const [kind, said] = Object.entries(each)[0];
  const text = [SIGNS[kind] ? element("span", { "aria-hidden": "true" }, `${SIGNS[kind]} `) : null, marked(said.Text)];
  const opens = kind === "OpenUrl" && isWebAddress(said.Url);
  const chip = opens
    ? link(said.Url, ...text)
    : element("button", { type: "button" }, ...text.filter(Boolean));
  chip.classList.add("chip");
  chip.title = detail(kind, said);
  chip.addEventListener("click", () => (
    kind === "RequestLocation" ? askWhere(message, said) : tap(message, said)
  ));
  return chip;
}

function detail(kind, said) {
  const more = {
    OpenUrl: said.Url,
    DialPhone: said.PhoneNumber,
    ShowLocation: [said.Label, `${said.Latitude}, ${said.Longitude}`].filter(Boolean).join(": "),
    RequestLocation: "Asks where the handset is, which it then tells",
    CreateCalendarEvent: said.Title,
  }[kind];
  return [more, `Tapping it answers “${said.PostbackData}”`].filter(Boolean).join("\n");
}

/* Tap a suggestion: the agent hears its text and its postback. */
async function tap(message, said) {
  try {
    await answer(message, said);
    complain($("reply"), null);
  } catch (error) {
    complain($("reply"), error);
  }
}

function answer(message, said) {
  return act("tap_suggestion", {
    message_id: message.message_id,
    text: said.Text,
    postback_data: said.PostbackData,
  });
}

let asked = null; // what asks where the handset is

function askWhere(message, said) {
  asked = { message, said };
  openDialog($("location-dialog"));
}

submits($("location-dialog").querySelector("form"), async () => {
  const { message, said } = asked;
  await answer(message, said);
  await act("share_location", {
    origination_phone_number: message.destination_phone_number,
    destination: message.origination_identity,
    latitude: $("latitude").valueAsNumber,
    longitude: $("longitude").valueAsNumber,
  });
});
