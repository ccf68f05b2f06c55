/** "Send to my URL": has the Worker tell the webhook that is shown to a program of one's own. */
import { element, icon } from "../dom.js";
import { headerLines } from "../http.js";
import { tell } from "./api.js";
import { createForward } from "./forward.js";
import { signatureOf } from "./signature-of.js";
import { ENDS, outcomeOf } from "./words.js";

/** Where the address is kept until the tab is closed. The key is kept nowhere. */
const KEPT = "webhooks.url";

/** @type {Record<import("./words.js").Outcome["kind"], Parameters<typeof icon>[0]>} */
const SIGNS = { good: "check", warning: "warning", error: "error" };

/**
 * @param {() => { payload: string, header: string }} shown The webhook that is shown.
 */
export function createTell(shown) {
  const url = element("input", {
    class: "field-text field-code",
    id: "tell-url",
    type: "url",
    inputmode: "url",
    placeholder: "http://localhost:3000/webhook",
    spellcheck: "false",
    autocomplete: "off",
    autocapitalize: "off",
  });
  const secret = element("input", {
    class: "field-text field-code",
    id: "tell-secret",
    type: "password",
    placeholder: "secret key",
    spellcheck: "false",
    autocomplete: "off",
    autocapitalize: "off",
  });
  const button = element("button", { type: "button", class: "button button-primary" }, "Send it");
  const each = element("input", { type: "checkbox", id: "tell-each" });
  const tallied = element("p", { class: "tell-tally", role: "status" });
  const forward = createForward(
    () => ({ url: url.value, secret: secret.value }),
    (words) => {
      tallied.textContent = words;
    },
  );
  const result = element("div", { class: "tell-result" });
  const status = element("p", { class: "tell-status", role: "status" });
  url.value = kept();

  const content = element(
    "section",
    { class: "panel tell-panel", "aria-labelledby": "tell-title" },
    element(
      "header",
      { class: "panel-head" },
      element("h2", { class: "panel-title", id: "tell-title" }, "Send to my URL"),
    ),
    element(
      "div",
      { class: "fields tell-fields" },
      field("tell-url", "URL of your program", url),
      field("tell-secret", "Sign again with", secret),
      button,
    ),
    element("label", { class: "tell-each" }, each, "Forward each new one as it arrives"),
    tallied,
    status,
    result,
  );

  url.addEventListener("input", () => keep(url.value));
  for (const input of [url, secret]) {
    input.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && !event.isComposing) run();
    });
  }
  button.addEventListener("click", run);
  each.addEventListener("change", () => {
    const isMissing = each.checked && url.value.trim() === "";
    if (isMissing) each.checked = false;
    if (isMissing) url.focus();
    forward.turn(each.checked);
  });

  /** Which telling is the newest. */
  let newest = 0;
  let isTelling = false;

  async function run() {
    if (isTelling) return;
    if (url.value.trim() === "") return url.focus();
    const running = ++newest;
    const { payload, header } = shown();
    isTelling = true;
    button.setAttribute("aria-disabled", "true");
    result.replaceChildren();
    say("Telling…");
    try {
      const signature = await signatureOf(payload, header, secret.value);
      const told = await tell({ url: url.value, payload, signature });
      if (running !== newest) return;
      const { kind, words, hint } = outcomeOf(told);
      say(words, kind);
      result.replaceChildren(
        ...[hint && aside(hint), ...answerOf(told.answer)].filter(
          (part) => part !== undefined && part !== "",
        ),
      );
    } catch (error) {
      if (running === newest) say(error instanceof Error ? error.message : String(error), "error");
    } finally {
      isTelling = false;
      button.removeAttribute("aria-disabled");
    }
  }

  /** @param {string} words @param {import("./words.js").Outcome["kind"]} [kind] */
  function say(words, kind) {
    status.dataset.kind = kind ?? "none";
    status.replaceChildren(...(kind ? [icon(SIGNS[kind])] : []), words);
  }

  return {
    content,
    forward,

    /** What came of telling one is nothing of another. */
    reset() {
      newest += 1;
      status.replaceChildren();
      result.replaceChildren();
    },
  };
}

/**
 * @param {import("./api.js").ToldAgain | undefined} answer
 * @returns {(Node | undefined)[]}
 */
function answerOf(answer) {
  if (answer === undefined) return [];
  const { status, statusText, headers, body, end } = answer;
  const head = [`${status} ${statusText}`.trim(), ...headerLines(headers)].join("\n");
  const note = ENDS[end];
  return [
    element(
      "section",
      // It scrolls: the keyboard must get there.
      { class: "tell-answer", tabindex: "0", "aria-label": "Your program's answer" },
      element("pre", { class: "code code-head" }, head),
      body !== "" && element("pre", { class: "code" }, body),
    ),
    note === undefined ? undefined : aside(note),
  ];
}

/** @param {string} words */
const aside = (words) => element("p", { class: "aside" }, words);

/**
 * @param {string} id
 * @param {string} label
 * @param {HTMLElement} input
 */
const field = (id, label, input) =>
  element(
    "div",
    { class: "field" },
    element("label", { class: "field-label", for: id }, label),
    input,
  );

function kept() {
  try {
    return sessionStorage.getItem(KEPT) ?? "";
  } catch {
    return "";
  }
}

/** @param {string} text */
function keep(text) {
  try {
    if (text === "") sessionStorage.removeItem(KEPT);
    else sessionStorage.setItem(KEPT, text);
  } catch {
    // The browser keeps nothing for anybody.
  }
}
