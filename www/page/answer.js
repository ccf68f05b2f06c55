/** What came of sending: the decoded answer or the error, and what went over the wire. */
import { byId, element } from "./dom.js";
import { errorCard } from "./error-card.js";
import { highlighted, laidOut } from "./highlight.js";
import { asHttp, headerLines } from "./http.js";
import { asJson } from "./json-tree.js";
import { shortened } from "./long-text.js";

/** @typedef {import("./worker-client.js").Result} Result */

export function createAnswerPanel() {
  const panel = byId("answer");
  const view = byId("answer-view");
  const status = byId("answer-status");
  // It scrolls: the keyboard must get there.
  view.tabIndex = 0;

  /** @param {string} text @param {string} kind */
  function setStatus(text, kind) {
    status.textContent = text;
    status.dataset.kind = kind;
  }

  return {
    clear() {
      panel.removeAttribute("aria-busy");
      setStatus("", "none");
      view.replaceChildren(element("p", { class: "empty" }, "Send the request to see the answer."));
    },

    sending() {
      panel.setAttribute("aria-busy", "true");
      setStatus("Sending…", "none");
    },

    /**
     * @param {Result} result
     * @param {HTMLElement} [life] Of the message that was accepted.
     */
    show(result, life) {
      panel.removeAttribute("aria-busy");
      const { response, error } = result;
      setStatus(response ? `Status ${response.status}` : "No answer", error ? "error" : "good");
      // Read out with the status; the eye has it from the card below.
      if (error) status.append(element("span", { class: "visually-hidden" }, `: ${error.name}`));
      view.replaceChildren(
        ...(error ? [errorCard(error)] : answerOf(result.answer)),
        ...(life ? [life] : []),
        ...wire(result),
      );
      view.scrollTop = 0;
      // Where the answer stands below the fold.
      panel.scrollIntoView({ block: "nearest" });
    },
  };
}

/** @param {unknown} answer */
function answerOf(answer) {
  const { shown, note } = shortened(asJson(answer));
  return [
    element("pre", { class: "code" }, ...highlighted(shown)),
    ...(note ? [element("p", { class: "aside" }, note)] : []),
  ];
}

/**
 * The exchange itself, to compare with the preview and to show to Interakt's support.
 *
 * @param {Result} result
 */
function wire({ request, response }) {
  const parts = [];
  if (response) {
    const { shown, note } = shortened(response.body, response);
    const body = note ? undefined : laidOut(shown);
    const part = details(
      "Response as it came",
      "wire-response",
      `${headerLines(response.headers).join("\n")}\n\n`,
      ...(body === undefined ? [shown] : highlighted(body)),
    );
    if (note) part.append(element("p", { class: "aside" }, note));
    parts.push(part);
  }
  if (request) {
    const { shown, note } = shortened(asHttp(request));
    const part = details("Request as it left", "wire-request", shown);
    if (note) part.append(element("p", { class: "aside" }, note));
    parts.push(part);
  }
  return parts;
}

/**
 * @param {string} title
 * @param {string} id
 * @param {(Node | string)[]} content
 */
function details(title, id, ...content) {
  return element(
    "details",
    { class: "wire" },
    element("summary", {}, title),
    element("pre", { class: "code", id }, ...content),
  );
}
