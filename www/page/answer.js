/** What came of sending: the decoded answer or the error, and what went over the wire. */
import { byId, element, icon } from "./dom.js";
import { errorCard } from "./error-card.js";
import { highlighted, laidOut } from "./highlight.js";
import { asHttp, headerLines } from "./http.js";
import { asJson } from "./json-tree.js";
import { shortened } from "./long-text.js";

/** @typedef {import("./worker-client.js").Result} Result */

/** @param {() => void} onBack What the answer is to shall stand in the editor again. */
export function createAnswerPanel(onBack) {
  const panel = byId("answer");
  const view = byId("answer-view");
  const status = byId("answer-status");
  const words = element("span", { id: "answer-age" });
  const back = element("button", { type: "button", class: "button" }, "Restore that input");
  const age = element("div", { class: "answer-age", hidden: true }, icon("clock"), words, back);
  view.before(age);
  // It scrolls: the keyboard must get there.
  view.tabIndex = 0;
  view.setAttribute("aria-describedby", words.id);
  back.addEventListener("click", onBack);
  /** Of the answer that is shown. */
  let kind = "none";

  /** @param {string} text */
  function setStatus(text) {
    status.textContent = text;
    status.dataset.kind = kind;
  }

  return {
    /** @param {string} [why] What is said where no answer is. */
    clear(why = "Send the request to see the answer.") {
      panel.removeAttribute("aria-busy");
      kind = "none";
      setStatus("");
      view.replaceChildren(element("p", { class: "empty" }, why));
    },

    sending() {
      panel.setAttribute("aria-busy", "true");
      kind = "none";
      setStatus("Sending…");
    },

    /**
     * @param {Result} result
     * @param {HTMLElement} [life] Of the message that was accepted.
     */
    show(result, life) {
      panel.removeAttribute("aria-busy");
      const { response, error } = result;
      kind = error ? "error" : "good";
      setStatus(response ? `Status ${response.status}` : "No answer");
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

    /**
     * What is shown is no answer to what stands in the editor, or it is again.
     *
     * @param {string} [why] Nothing: it is.
     */
    outdate(why) {
      const isOld = why !== undefined;
      panel.classList.toggle("answer-old", isOld);
      status.dataset.kind = isOld ? "none" : kind;
      words.textContent = why ?? "";
      age.hidden = !isOld;
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
      "Response as received",
      "wire-response",
      `${headerLines(response.headers).join("\n")}\n\n`,
      ...(body === undefined ? [shown] : highlighted(body)),
    );
    if (note) part.append(element("p", { class: "aside" }, note));
    parts.push(part);
  }
  if (request) {
    const { shown, note } = shortened(asHttp(request));
    const part = details("Request as sent", "wire-request", shown);
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
