// A message as the customer will see it: what shows it is led to texts, never to HTML.
import type { MessagePreview, PreviewBlock, PreviewPart, PreviewSpan } from "interakt-wasm";
import { previewMessage, templateBook } from "interakt-wasm";
import * as forms from "interakt-wasm/forms";

const book = templateBook("[]");
const preview: MessagePreview = previewMessage({}, { templates: book, channel: "whatsapp" });
previewMessage(undefined);
previewMessage(document.forms, null);
previewMessage({}, { templates: undefined });
forms.previewMessage({}, { templates: forms.templateBook("[]") });

function elementOf({ text, href, ...styles }: PreviewSpan): HTMLElement {
  const element = document.createElement(href === undefined ? "span" : "a");
  if (element instanceof HTMLAnchorElement && href) element.href = href;
  element.textContent = text;
  for (const style of ["bold", "italic", "strike", "code", "missing"] as const) {
    element.classList.toggle(style, styles[style] ?? false);
  }
  return element;
}

function blockOf(block: PreviewBlock): HTMLElement {
  const isList = block.type === "bullets" || block.type === "numbers";
  const whole = document.createElement(isList ? "ol" : "p");
  if (whole instanceof HTMLOListElement && block.type === "numbers") whole.start = block.start;
  for (const line of block.lines) {
    const inner = document.createElement(isList ? "li" : "div");
    inner.append(...line.map(elementOf));
    whole.append(inner);
  }
  return whole;
}

/** Messages and cards are shown in one way. */
function partOf({ header, body, buttons }: PreviewPart): HTMLElement[] {
  const above: HTMLElement[] = [];
  if (header && "spans" in header) above.push(...header.spans.map(elementOf));
  else if (header?.type === "image" && header.url !== null) {
    const picture = document.createElement("img");
    picture.src = header.url;
    above.push(picture);
  }
  const below = buttons.map(({ text, missing }) => {
    const button = document.createElement("button");
    button.textContent = missing ? `${text} ?` : text;
    return button;
  });
  return [...above, ...body.map(blockOf), ...below];
}

const sms = preview.fallback.find(({ channel }) => channel === "sms");
export const shown = [preview, ...preview.cards, ...(sms ? [sms] : [])].flatMap(partOf);
export const known: boolean | undefined = preview.template?.known;

// @ts-expect-error: a list of templates is no book
previewMessage({}, { templates: [] });
// @ts-expect-error: SMS are only sent instead
previewMessage({}, { channel: "sms" });
// @ts-expect-error: a text above has no address
preview.header?.url;
// @ts-expect-error: only lists of numbers have one
preview.body[0]?.start;
// @ts-expect-error: it is data that is read
preview.text = "";
