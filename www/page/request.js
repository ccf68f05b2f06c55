/** The request as it will leave: as HTTP, as curl, as TypeScript, and as a customer will see it. */
import { asCurl } from "./curl.js";
import { byId, element } from "./dom.js";
import { highlighted } from "./highlight.js";
import { asHttp, bodyOf, headOf, shownRequest } from "./http.js";
import { bytesIn, sizeOf } from "./size.js";
import { createTabs } from "./tabs.js";
import { asTypeScript } from "./typescript.js";

/** @typedef {import("./catalog.js").InteraktRequest} InteraktRequest */

/**
 * @typedef {object} Ready
 * @property {string} operation
 * @property {unknown} input
 * @property {InteraktRequest} built
 *
 * @typedef {{ method: string, path: string }} Unready What is known of a request with errors.
 * @typedef {import("./late-preview.js").Shown} Preview
 */

/** @type {Record<string, { label: string, text: (ready: Ready, preview?: Preview) => string }>} */
const FORMS = {
  preview: { label: "Preview", text: (_, preview) => preview?.text ?? "" },
  http: { label: "HTTP", text: ({ built }) => asHttp(shownRequest(built)) },
  curl: { label: "curl", text: ({ built }) => asCurl(built) },
  typescript: {
    label: "TypeScript",
    text: ({ operation, input }) => asTypeScript(operation, input),
  },
};

export function createRequestPanel() {
  const view = byId("request-view");
  const copy = byId("copy", HTMLButtonElement);
  /** @type {Ready | Unready | undefined} */
  let current;
  /** @type {Preview | undefined} */
  let preview;

  const tabs = createTabs(byId("request-tabs"), view, FORMS, draw);
  copy.addEventListener("click", async () => {
    // What is seen can be copied before it can be sent.
    await navigator.clipboard.writeText(form().text(/** @type {Ready} */ (current), preview));
    copy.textContent = "Copied";
    setTimeout(label, 1500);
  });

  function form() {
    const chosen = FORMS[tabs.chosen()];
    if (chosen === undefined) throw new Error("no form of the request is chosen");
    return chosen;
  }

  function label() {
    copy.textContent = tabs.chosen() === "preview" ? "Copy text" : `Copy ${form().label}`;
  }

  function draw() {
    label();
    if (current === undefined) return;
    const isPreview = tabs.chosen() === "preview";
    copy.disabled = !isPreview && !("built" in current);
    view.classList.toggle("view-handset", isPreview);
    if (isPreview) return view.replaceChildren(...(preview ? [preview.draw()] : []));
    view.replaceChildren(...("built" in current ? drawReady(current) : drawUnready(current)));
  }

  /** @param {Ready} ready */
  function drawReady(ready) {
    if (tabs.chosen() !== "http") return [element("pre", { class: "code" }, form().text(ready))];
    const shown = shownRequest(ready.built);
    const body = bodyOf(shown);
    const { body: text } = shown;
    return [
      element("pre", { class: "code code-head" }, headOf(shown)),
      body !== "" &&
        element("pre", { class: "code" }, ...(shown.form ? [body] : highlighted(body))),
      text !== null && element("p", { class: "aside" }, sizeNote(text)),
    ].filter((part) => part !== false);
  }

  return {
    /**
     * @param {Ready | Unready} request
     * @param {Preview} [shown] Of what a customer sees.
     */
    show(request, shown) {
      current = request;
      preview = shown;
      tabs.offer("preview", shown !== undefined);
      draw();
    },
  };
}

/** @param {string} body */
function sizeNote(body) {
  return `${sizeOf(bytesIn(body))}; sent without the line breaks and indents.`;
}

/** @param {Unready} unready */
function drawUnready({ method, path }) {
  return [
    element("pre", { class: "code code-head" }, `${method} ${path}`),
    element("p", { class: "aside" }, "Fix the errors to see the request here."),
  ];
}
