/** A form of plain HTML with a schema: what is wrong is said beside the fields. */
import { stepsOf } from "./flatten.js";
import { controlsOf, isShown, valuesOf } from "./form-controls.js";
import { createMessages } from "./form-messages.js";
import { nameOf } from "./form-names.js";
import { checkNames, readSignal, refuse } from "./options.js";

/**
 * @typedef {import("./flatten.js").Told} Told
 * @typedef {import("./form-controls.js").Control} Control
 * @typedef {{ readonly issues?: readonly Told[] | undefined, value?: unknown }} Result
 *
 * @typedef {object} Options
 * @property {object} [messages]
 * @property {(value: any, event: SubmitEvent) => unknown} [onSubmit]
 * @property {AbortSignal} [signal]
 */

/**
 * @param {HTMLFormElement} form
 * @param {{ "~standard": { validate(value: unknown, options?: object): Result | Promise<Result> } }} schema
 * @param {Options} [options]
 */
export function bindForm(form, schema, options = {}) {
  checkNames(options, ["messages", "onSubmit", "signal"], "bindForm");
  if (typeof form?.requestSubmit !== "function") refuse("bindForm takes the element of a form.");
  const { messages, onSubmit } = options;
  const signal = readSignal(options.signal);
  const root = form.getRootNode();
  const shown = createMessages(form);
  const { noValidate } = form;
  const bound = new AbortController();
  /** Names of the fields whose messages are shown. @type {Set<string>} */
  const told = new Set();
  /** What a server has found, until something is changed. @type {readonly Told[]} */
  let served = [];
  /** Of checks that overlap the last one counts. */
  let checks = 0;
  /** Whether what was sent is still under way: nothing is sent twice. */
  let isBusy = false;
  /** Whether what is submitted has been checked. */
  let isChecked = false;
  /** A message that appears while a button is pressed would push it away from under the pointer. */
  let isPressed = false;

  /**
   * Says what is to be said of the fields that are told of.
   *
   * @param {readonly Told[]} issues
   * @returns {Control | undefined} The first field in which something is wrong.
   */
  function show(issues) {
    const fields = controlsOf(form);
    /** @type {Map<string, string>} */
    const said = new Map();
    /** What is told at the form, where there is room for all of it. @type {Set<string>} */
    const whole = new Set();
    for (const issue of issues) {
      const steps = stepsOf(issue);
      // An item of a list is told of where the list is, and what no field asks, at the form.
      while (steps.length > 0 && !isShown(fields.get(nameOf(steps)))) steps.pop();
      const name = nameOf(steps);
      if (!name) whole.add(issue.message);
      else if (!said.has(name)) said.set(name, issue.message);
    }
    let first;
    for (const [name, controls] of fields) {
      if (!isShown(controls)) continue;
      for (const control of controls) control.setCustomValidity?.("");
      // What the page itself asks of the field, in the browser's words.
      const own = controls.find(({ validity }) => validity?.valid === false)?.validationMessage;
      const message = said.get(name) ?? own ?? "";
      if (message) first ??= controls.find(({ type }) => type !== "hidden");
      shown.show(name, controls, told.has(name) ? message : "");
    }
    shown.show("", [], told.has("") ? [...whole].join("\n") : "");
    shown.leave(fields);
    return first;
  }

  /** @returns {Result | Promise<Result>} */
  const ask = () => schema["~standard"].validate(valuesOf(form), { libraryOptions: { messages } });

  /** Checks what is told of once more. */
  async function recheck() {
    checks += 1;
    const own = checks;
    const { issues = [] } = await ask();
    if (own === checks && !bound.signal.aborted) show([...served, ...issues]);
  }

  /**
   * Shows everything.
   *
   * @param {Result} result
   * @returns {boolean} Whether nothing is wrong; otherwise the first field with an error has the focus.
   */
  function tell({ issues = [] }, isFocused = true) {
    checks += 1;
    served = [];
    for (const name of controlsOf(form).keys()) told.add(name);
    told.add("");
    const first = show(issues);
    if (isFocused) first?.focus();
    return !first && issues.length === 0;
  }

  /** @param {SubmitEvent} event */
  function submit(event) {
    if (/** @type {HTMLButtonElement | null} */ (event.submitter)?.formNoValidate) return;
    if (isChecked) return;
    // Stays so where something throws: what was not checked is not sent.
    let isStopped = true;
    try {
      if (isBusy) return;
      const result = ask();
      const isLate = "then" in result;
      const isGood = isLate || tell(result);
      isStopped = isLate || !isGood || Boolean(onSubmit);
      if (!isGood) return;
      isBusy = true;
      finish(result, isLate, event).finally(() => {
        isBusy = false;
      });
    } finally {
      if (isStopped) event.preventDefault();
    }
  }

  /**
   * @param {Result | Promise<Result>} asked
   * @param {boolean} isLate
   * @param {SubmitEvent} event
   */
  async function finish(asked, isLate, event) {
    const result = await asked;
    if (bound.signal.aborted || (isLate && !tell(result))) return;
    if (onSubmit) await onSubmit(result.value, event);
    else if (isLate) {
      // While it is submitted already, a form is not submitted.
      await new Promise((resolve) => setTimeout(resolve));
      isChecked = true;
      form.requestSubmit(event.submitter);
      isChecked = false;
    }
  }

  /**
   * Chromium submits no form with half a number or date in it, even if it is not to check it.
   *
   * @param {Event} event
   */
  async function stop(event) {
    const { validity } = /** @type {Control} */ (event.target);
    if (!validity?.badInput || nameAt(event.target) === undefined) return;
    event.preventDefault();
    tell(await ask());
  }

  /** @param {EventTarget | null} target */
  const nameAt = (target) =>
    [...controlsOf(form)].find(([, controls]) => controls.some((each) => each === target))?.[0];

  /** @param {FocusEvent} event */
  function leave({ target, relatedTarget }) {
    const name = nameAt(target);
    const isLeft = name !== undefined && name !== nameAt(relatedTarget);
    // A page that loses the focus has not lost the field, and who goes to submit will hear of all.
    const isKept = /** @type {Document} */ (root).activeElement === target;
    if (!isLeft || isKept || isButton(relatedTarget)) return;
    told.add(name);
    if (!isPressed) recheck();
  }

  /** @param {EventTarget | null} target */
  function isButton(target) {
    const { form: owner, type } = /** @type {Partial<HTMLButtonElement>} */ (target ?? {});
    return owner === form && type === "submit";
  }

  /** @param {boolean} pressed */
  function press(pressed) {
    isPressed = pressed;
    // The click comes first.
    if (!pressed && told.size > 0) setTimeout(recheck);
  }

  /** @param {Event} event */
  function reset(event) {
    setTimeout(() => {
      if (event.defaultPrevented || bound.signal.aborted) return;
      checks += 1;
      served = [];
      told.clear();
      show([]);
    });
  }

  function remove() {
    bound.abort();
    shown.remove();
    form.noValidate = noValidate;
  }

  /**
   * @param {EventTarget} at
   * @param {string} types
   * @param {(event: any) => void} listener
   */
  function listen(at, types, listener) {
    const settings = { signal: bound.signal, capture: types === "invalid" };
    for (const type of types.split(" ")) at.addEventListener(type, listener, settings);
  }

  // Otherwise the browser holds up what it finds before anything is told.
  form.noValidate = true;
  listen(form, "submit", submit);
  listen(form, "reset", reset);
  // Fields can stand outside of their form.
  listen(root, "invalid", stop);
  listen(root, "focusout", leave);
  listen(root, "input change", ({ target }) => {
    if (told.size === 0 || nameAt(target) === undefined) return;
    served = [];
    recheck();
  });
  listen(root, "pointerdown", () => press(true));
  listen(root, "pointerup pointercancel", () => press(false));
  signal?.addEventListener("abort", remove, { once: true });
  show([]);
  if (signal?.aborted) remove();

  return Object.freeze({
    async validate() {
      const result = await ask();
      return tell(result, false);
    },
    /** @param {readonly Told[]} issues */
    show(issues) {
      for (const issue of issues) told.add(nameOf(stepsOf(issue)));
      told.add("");
      served = issues;
      show(issues);
    },
    remove,
  });
}
