/** The field behind an element: what stands in it, what is told of it, what its form gets. */
import { namedIn, regionOf } from "./field-countries.js";
import { watchTyping } from "./field-input.js";
import { createPicker } from "./field-picker.js";
import { createReading, issuesOf, isWrong, kindOf, nationalOf } from "./field-text.js";
import { createView } from "./field-view.js";

/**
 * @typedef {import("./field-text.js").State} State
 * @typedef {import("./field-text.js").Kind} Kind
 * @typedef {Record<string, any>} Words By codes.
 *
 * @typedef {object} Shared What all fields of a page have in common.
 * @property {import("./field-text.js").Phone} phone
 * @property {Words} words
 * @property {CSSStyleSheet} sheet
 * @property {{ isDown: boolean }} pointer
 */

/** What a field takes over from the plain one that stands in it. */
const TAKEN = ["id", "name", "value", "required", "disabled", "readonly", "placeholder"];

/** What a form library may ask of a fault. @type {Partial<Record<Kind, string>>} */
const FLAGS = { missing: "valueMissing", incomplete: "tooShort", invalid: "typeMismatch" };

/**
 * @param {HTMLElement} host
 * @param {ElementInternals} internals
 * @param {Shared} shared
 */
export function createField(host, internals, { phone, words, sheet, pointer }) {
  const root = host.attachShadow({ mode: "open" });
  root.adoptedStyleSheets = [sheet];
  const { button, input, field, slot, draw } = createView(root);
  /** @type {Words | undefined} */
  let messages;
  const texts = () => ({ ...words, ...messages });
  const reading = createReading(phone, texts);
  const list = phone.countries();
  let named = { language: "", countries: namedIn([], "en") };

  let state = reading.typed("", "");
  /** What texts were of, to which a person may go back. @type {Map<string, string>} */
  const past = new Map();
  /** It has been in a page. */
  let isThere = false;
  /** Somebody has changed it: the attributes say no longer what stands there. */
  let isChanged = false;
  /** It was left or submitted, and not well since. */
  let isTold = false;
  let isLeft = false;
  let isTyping = false;
  let isDisabled = false;
  /** What the page finds wrong, and whether the browser was to say so. */
  let custom = "";
  let isReported = false;
  /** @type {HTMLFormElement | null} */
  let form = null;
  let isSubmitting = false;
  /** The value that the last `change` was about. */
  let committed = "";
  /** @type {HTMLInputElement | null} */
  let plain = null;
  /** Of the plain field, as long as the browser knows of none. @type {HTMLLabelElement[]} */
  let labels = [];

  const has = (/** @type {string} */ name) => host.hasAttribute(name);
  const attribute = (/** @type {string} */ name) => host.getAttribute(name) ?? "";

  function countries() {
    const language = host.closest("[lang]")?.getAttribute("lang") || navigator.language;
    if (language !== named.language) named = { language, countries: namedIn(list, language) };
    return named.countries;
  }

  /** @param {string} wanted Letters or code. */
  const find = (wanted) =>
    list.find(({ country, countryCode }) =>
      [country, countryCode, countryCode.slice(1)].includes(wanted.toUpperCase()),
    );

  const asked = () => find(attribute("country"));
  const usual = () => (asked() ?? find(regionOf(navigator.languages)))?.country ?? "";

  const countryCode = () => find(state.country)?.countryCode ?? state.country;

  /** @param {string} type */
  const emit = (type) =>
    host.dispatchEvent(new Event(type, { bubbles: true, composed: type === "input" }));

  /** @param {State} next */
  function keep(next) {
    state = next;
    past.set(next.text, next.country);
    show();
    return next;
  }

  /** @param {State} next Nobody types it. */
  function put(next) {
    isTyping = false;
    input.value = next.text;
    keep(next);
  }

  /**
   * As the page began, or has it begin now.
   *
   * @param {string} [value]
   * @param {string} [country]
   */
  function restart(value = attribute("value"), country = usual()) {
    put(reading.stored(value, country));
    committed = state.whole;
  }

  /** @param {unknown} value */
  function setValue(value) {
    const text = String(value ?? "");
    // What a page gives back of what it was told is no news: it is still being typed.
    if (text === state.whole) return;
    isChanged = true;
    // A page that has sent a form empties it: nobody has left it so.
    isLeft = false;
    isTold = false;
    restart(text, state.country);
  }

  /** It is left, or as good as. */
  function settle() {
    isLeft = true;
    // What could not be read when it was typed.
    if (input.value !== state.text) put(reading.typed(input.value, state.country));
    if (committed !== state.whole) {
      committed = state.whole;
      emit("change");
    }
    // Words that come or go would push away what somebody is about to click on.
    if (!pointer.isDown) return tell();
    addEventListener("click", tell, { capture: true, once: true });
    addEventListener("pointerup", () => setTimeout(tell), { once: true });
  }

  function report() {
    isReported = true;
    isTold = true;
    show();
  }

  function tell() {
    if (!isLeft) return;
    isTyping = false;
    isTold = true;
    show();
  }

  function show() {
    const said = texts();
    const { country, parsed } = state;
    const letters = find(country)?.country ?? "";
    const code = countryCode();
    const kind = kindOf(state, has("required"));
    const found = custom ? "invalid" : kind;
    // What is good may be said at any time.
    const shown = isTold || found === "valid" ? found : "empty";
    const nameOf = (/** @type {string | null} */ wanted) =>
      countries().find((each) => each.country === wanted)?.name ?? said["field.international"];
    const why =
      kind === "missing"
        ? said["field.required"]
        : issuesOf(parsed)
            .map(({ message }) => message)
            .join(" ");
    const good = shown === "valid" ? parsed.value : null;
    const example = has("placeholder") || !country ? null : phone.example(country);
    draw({
      label:
        attribute("aria-label") ||
        Array.from(internals.labels?.length ? internals.labels : labels, ({ textContent }) =>
          textContent?.trim(),
        ).join(" ") ||
        said["field.label"],
      country: `${said["field.country"]}: ${code && nameOf(letters)} ${letters} ${code}`,
      letters,
      code,
      placeholder: example
        ? phone.asYouType({ country })(example.phoneNumber).text
        : attribute("placeholder"),
      autocomplete: attribute("autocomplete") || "tel",
      isRequired: has("required"),
      isDisabled,
      isReadOnly: has("readonly"),
      kind: shown,
      // Who has found the fault says it: a form library beside the field, or the browser.
      words: good
        ? nameOf(good.country)
        : !custom
          ? shown === "empty"
            ? ""
            : why
          : isReported
            ? custom
            : "",
      number: good ? phone.format(good, "international") : "",
    });
    const flag = custom ? "customError" : FLAGS[kind];
    internals.setValidity(flag ? { [flag]: true } : {}, custom || why || kind, input);
    mark("invalid", isWrong(shown));
    enter();
  }

  /**
   * For `:state()`.
   *
   * @param {string} name
   * @param {boolean} isOn
   */
  function mark(name, isOn) {
    try {
      internals.states[isOn ? "add" : "delete"](name);
    } catch {
      // Older browsers have none, or only such as begin with two dashes.
    }
  }

  /** Gives the form what it sends. */
  function enter() {
    const data = new FormData();
    /** @param {string} by @param {string} value */
    const append = (by, value) => attribute(by) && data.append(attribute(by), value);
    append("name", state.whole);
    // A country alone is nobody's number.
    append("country-code-name", state.text.trim() && countryCode());
    append("phone-number-name", nationalOf(state));
    internals.setFormValue(data, `${state.country} ${state.text}`);
  }

  /** What a server has put into the element works as long as there is nothing better. */
  function adopt() {
    const found = host.querySelector("input");
    if (!found || found === plain) return;
    plain = found;
    const { value, defaultValue } = found;
    const isFocused = found.matches(":focus");
    // Firefox does not notice that they are of the element from now on.
    labels = [...(found.labels ?? [])];
    for (const name of TAKEN) {
      const given = found.getAttribute(name);
      if (given === null) continue;
      if (!has(name)) host.setAttribute(name, given);
      found.removeAttribute(name);
    }
    found.disabled = true;
    for (const label of labels) label.htmlFor = host.id;
    if (value !== defaultValue) {
      isChanged = true;
      put(reading.typed(value, state.country));
    }
    if (isFocused) input.focus();
  }

  /** @param {Event} event A click in the form: keys that submit it click its button too. */
  function submit({ target }) {
    if (/** @type {any} */ (target).closest("button,input")?.type !== "submit") return;
    isSubmitting = true;
    setTimeout(() => {
      isSubmitting = false;
    });
  }

  /** @param {KeyboardEvent} event Of a key that the page has not kept for itself. */
  function press({ key }) {
    if (key !== "Enter") return;
    settle();
    // As a form does where its fields are not in an element of their own.
    const button = Array.from(form?.elements ?? []).find(
      (each) => /** @type {any} */ (each).type === "submit",
    );
    if (button) /** @type {HTMLElement} */ (button).click();
    else form?.requestSubmit();
  }

  button.after(
    createPicker(field, button, {
      countries,
      picked: () => state.country,
      say: (code) => texts()[code],
      pick(country) {
        isChanged = true;
        put(reading.moved(state, country));
        emit("input");
        settle();
        input.focus();
      },
    }),
  );
  watchTyping(input, {
    take(text, caret, how) {
      isLeft = false;
      isTyping = true;
      isChanged = true;
      const country = (how === "undone" && past.get(text)) || state.country;
      const next = reading[how === "arrived" ? how : "typed"](text, country, caret);
      // A mistake that is mended is none at once, and who begins anew is not told of the old one.
      isTold &&= [state, next].every((each) => isWrong(kindOf(each, false)));
      return keep(next);
    },
    isTooLong: (text) => reading.isTooLong(text, state.country),
    isWhole: (text) => reading.typed(text, state.country).parsed.ok,
  });
  input.addEventListener("change", settle);
  // What its label says may be other words by now.
  input.addEventListener("focus", show);
  input.addEventListener("keypress", press);
  slot.addEventListener("slotchange", adopt);
  host.addEventListener("blur", () => {
    // A page that loses the focus has not lost the field.
    if (!root.activeElement) settle();
  });
  host.addEventListener("invalid", () => {
    if (isSubmitting) report();
    // A page that only looks whether all is well tells nobody: the browser then leaves the focus.
    else setTimeout(() => !isTyping && root.activeElement === input && report());
  });
  host.addEventListener("click", (event) => {
    // Of its label.
    if (event.composedPath()[0] === host) input.focus();
  });

  return {
    input,
    countryCode,
    setValue,
    value: () => state.whole,
    phoneNumber: () => nationalOf(state),
    number: () => (state.parsed.ok ? state.parsed.value : null),
    country: () => find(state.country)?.country ?? "",
    messages: () => messages,
    blur: () => /** @type {HTMLElement | null} */ (root.activeElement)?.blur(),

    connect() {
      adopt();
      isThere = true;
      if (!isChanged) restart();
      // It was given a value, and no country, before it was there.
      else if (!state.country) restart(state.whole);
      else show();
    },

    /** @param {Words | undefined} own */
    setMessages(own) {
      messages = own;
      keep(reading.typed(state.text, state.country, state.caret));
    },

    /** @param {string} name Of an attribute. */
    change(name) {
      // What names no country, as while a page is still loading, picks none.
      if (name === "country" && !asked()) return;
      if (!isChanged && /^(value|country)$/.test(name)) restart();
      else if (name !== "country") show();
      else if (isThere) put(reading.moved(state, usual()));
      // It was given a value before it was given a country.
      else restart(state.whole);
    },

    /** @param {string} message */
    setCustomValidity(message) {
      custom = message;
      isReported = false;
      show();
    },

    reset() {
      isLeft = false;
      isChanged = false;
      isTold = false;
      isReported = false;
      restart();
    },

    /** @param {HTMLFormElement | null} other */
    associate(other) {
      form?.removeEventListener("click", submit, true);
      form = other;
      form?.addEventListener("click", submit, true);
    },

    /** @param {boolean} is */
    disable(is) {
      isDisabled = is;
      show();
    },

    /** @param {string} saved Country and text, or what a browser fills in. */
    restore(saved) {
      const [, country, text = ""] = /^([A-Z]{2}|\+\d+|) (.*)$/.exec(saved) ?? [];
      isChanged = true;
      put(country === undefined ? reading.stored(saved, usual()) : reading.typed(text, country));
      committed = state.whole;
    },
  };
}
