/** The view of a webhook: whether its signature verifies, and what it tells. */
import { isWebhookError, webhooks } from "interakt-wasm/web";
import { SAMPLES } from "../demo/webhook-samples.js";
import { byId, element, icon } from "./dom.js";
import { errorCard } from "./error-card.js";
import { factsOf } from "./event.js";
import { highlighted } from "./highlight.js";
import { asJson } from "./json-tree.js";
import { judge } from "./signature-check.js";

/**
 * @typedef {import("interakt-wasm").WebhookEvent} WebhookEvent
 * @typedef {import("./signature-check.js").Pasted} Pasted
 * @typedef {import("./signature-check.js").Verdict} Verdict
 */

/** How long typing must pause before the webhook is read, in milliseconds. */
const PAUSE = 120;

/** How long nothing must change before the verdict is read out, in milliseconds. */
const QUIET = 700;

/** Signs the samples, unless another key stands there. */
const SAMPLE_SECRET = "the-key-of-the-samples";

/** @type {{ [Kind in Verdict["kind"]]: Parameters<typeof icon>[0] | undefined }} */
const SIGNS = { none: undefined, good: "check", warning: "warning", error: "error" };

/**
 * The package must be ready: `init()` first.
 *
 * @param {() => void} onEdit Something else stands there by hand.
 */
export function createInspector(onEdit) {
  const payload = createPayload();
  const signature = byId("signature", HTMLInputElement);
  const secret = byId("secret", HTMLInputElement);
  const sample = byId("sample", HTMLSelectElement);
  const verdict = byId("verdict");
  const spoken = byId("verdict-status");
  const view = byId("event-view");
  // It scrolls: the keyboard must get there.
  view.tabIndex = 0;

  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let pause;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let quiet;
  /** Which reading is the newest: verifying takes its time. */
  let newest = 0;
  /** Whether the application verified what stands here when it came. */
  let wasVerified = false;
  /** How often something else was put here: signing takes its time. */
  let changes = 0;

  sample.append(...sampleChoices());
  sample.addEventListener("change", () => {
    onEdit();
    showSample();
  });

  async function showSample() {
    const chosen = SAMPLES[Number(sample.value)];
    if (sample.value === "" || chosen === undefined) return;
    const text = JSON.stringify(chosen.payload);
    const key = secret.value || SAMPLE_SECRET;
    const change = ++changes;
    const isSigned = webhooks.parse(text).channel === "whatsapp";
    const header = isSigned ? await webhooks.sign(text, key).catch(() => "") : "";
    if (change === changes) fill({ payload: text, header, secret: key });
  }

  for (const field of [payload.field, signature, secret]) {
    field.addEventListener("input", () => {
      if (field === payload.field) sample.value = "";
      if (field !== secret) edited();
      clearTimeout(pause);
      pause = setTimeout(read, PAUSE);
    });
  }

  byId("sign").addEventListener("click", async () => {
    const missing = [payload.field, secret].find(({ value }) => value === "");
    if (missing) return missing.focus();
    // What it says must not be overtaken by what was typed before it.
    clearTimeout(pause);
    newest += 1;
    try {
      signature.value = await webhooks.sign(payload.text(), secret.value);
      edited();
      read();
    } catch (error) {
      const words = error instanceof Error ? error.message : String(error);
      show({ kind: "error", words, hints: [] });
    }
  });

  byId("paste").addEventListener("click", () => {
    sample.value = "";
    fill({ payload: "", header: "", secret: "" });
    onEdit();
    payload.field.focus();
  });

  const toggle = byId("secret-toggle");
  toggle.addEventListener("click", () => {
    const isShown = secret.type === "text";
    secret.type = isShown ? "password" : "text";
    toggle.setAttribute("aria-pressed", String(!isShown));
  });

  function edited() {
    changes += 1;
    wasVerified = false;
    onEdit();
  }

  /** @param {Pasted} webhook */
  function fill(webhook) {
    changes += 1;
    payload.set(webhook.payload);
    signature.value = webhook.header;
    secret.value = webhook.secret;
    wasVerified = webhook.wasVerified ?? false;
    read();
  }

  /** Reads what stands in the fields now. */
  async function read() {
    clearTimeout(pause);
    const reading = ++newest;
    const text = payload.text();
    const channel = showEvent(text);
    const pasted = { ...shown(), secret: secret.value, wasVerified };
    const found = await judge(pasted, channel);
    if (reading === newest) show(found);
  }

  /** @param {string} text @returns {string | null} The channel that it is about. */
  function showEvent(text) {
    view.scrollTop = 0;
    if (text === "") {
      view.replaceChildren(
        element("p", { class: "empty" }, "Paste a payload to see what it says."),
      );
      return null;
    }
    try {
      const event = webhooks.parse(text);
      const json = asJson(event);
      view.replaceChildren(
        factsTable(event),
        element("pre", { class: "code" }, ...highlighted(json)),
      );
      return event.channel;
    } catch (error) {
      if (!isWebhookError(error)) throw error;
      view.replaceChildren(errorCard(error.toJSON()));
      return null;
    }
  }

  /** @param {Verdict} found */
  function show({ kind, words, hints }) {
    const sign = SIGNS[kind];
    verdict.dataset.kind = kind;
    verdict.replaceChildren(
      element("p", { class: "verdict-words" }, sign && icon(sign), element("span", {}, words)),
      ...(hints.length > 0
        ? [element("ul", { class: "hints" }, ...hints.map((hint) => element("li", {}, hint)))]
        : []),
    );
    clearTimeout(quiet);
    quiet = setTimeout(() => {
      const summary = [words, ...hints].join(" ");
      if (spoken.textContent !== summary) spoken.textContent = summary;
    }, QUIET);
  }

  const shown = () => ({ payload: payload.text(), header: signature.value });

  // Nobody has to begin with an empty page.
  sample.value = "0";
  showSample();

  return {
    shown,

    /** @param {Pasted} webhook Is put into the fields. */
    take(webhook) {
      sample.value = "";
      fill(webhook);
    },

    focus: () => payload.field.focus(),
  };
}

/**
 * The field of the payload. A text field makes a plain line break of every other, which no
 * signature survives: what was put there in one piece is kept beside it as it was.
 */
function createPayload() {
  const field = byId("payload", HTMLTextAreaElement);
  let exact = "";

  field.addEventListener("paste", (event) => {
    const { selectionStart, selectionEnd, value } = field;
    const isWhole = selectionStart === 0 && selectionEnd === value.length;
    if (isWhole) exact = event.clipboardData?.getData("text/plain") ?? "";
  });

  return {
    field,

    /** @returns {string} As it came, unless it was edited since. */
    text: () => (exact.replaceAll(/\r\n?/g, "\n") === field.value ? exact : field.value),

    /** @param {string} text */
    set(text) {
      exact = text;
      field.value = text;
    },
  };
}

function sampleChoices() {
  const groups = [...new Set(SAMPLES.map(({ group }) => group))];
  return [
    element("option", { value: "" }, "Choose a sample"),
    ...groups.map((label) =>
      element(
        "optgroup",
        { label },
        ...SAMPLES.flatMap(({ group, title }, index) =>
          group === label ? [element("option", { value: String(index) }, title)] : [],
        ),
      ),
    ),
  ];
}

/** @param {WebhookEvent} event */
function factsTable(event) {
  const rows = Object.entries(factsOf(event)).map(([name, value]) =>
    element(
      "tr",
      {},
      element("th", { scope: "row" }, name),
      element("td", value === null ? { class: "facts-none" } : {}, value ?? "none"),
    ),
  );
  return element(
    "table",
    { class: "facts", "aria-label": "Facts of the event" },
    element("tbody", {}, ...rows),
  );
}
