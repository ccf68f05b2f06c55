/** `<interakt-phone>` as pages see it: what it has of an `<input>`, and what forms ask of it. */
import { createField } from "./field.js";

/** Properties that are attributes, by their names in an `<input>`. */
const TEXTS = {
  name: "name",
  placeholder: "placeholder",
  defaultValue: "value",
  countryCodeName: "country-code-name",
  phoneNumberName: "phone-number-name",
};
const SWITCHES = { required: "required", disabled: "disabled", readOnly: "readonly" };
const ATTRIBUTES = Object.values({ ...TEXTS, ...SWITCHES });

/** What the browser knows of every field, and does for it. */
const KNOWN = ["form", "labels", "validity", "validationMessage", "willValidate"];
const CHECKS = ["checkValidity", "reportValidity"];

/** What may be set before there is such an element. */
const SETTABLE = ["value", "country", "messages", ...Object.keys({ ...TEXTS, ...SWITCHES })];

/**
 * What a page has set before there was such an element is set where it works.
 *
 * @param {Record<string, any>} element
 */
function setAgain(element) {
  for (const name of SETTABLE) {
    if (!Object.hasOwn(element, name)) continue;
    const value = element[name];
    delete element[name];
    element[name] = value;
  }
}

/**
 * Made where there are elements: on a server there is no class to begin with.
 *
 * @param {import("./field.js").Shared} shared
 */
export function createElement(shared) {
  /** @type {WeakMap<object, ElementInternals & Record<string, any>>} */
  const known = new WeakMap();

  class PhoneField extends HTMLElement {
    static formAssociated = true;
    static observedAttributes = [...ATTRIBUTES, "country", "autocomplete", "aria-label"];

    #field;

    constructor() {
      super();
      const internals = this.attachInternals();
      known.set(this, internals);
      this.#field = createField(this, internals, shared);
      setAgain(/** @type {any} */ (this));
    }

    connectedCallback() {
      this.#field.connect();
    }

    /** @param {string} name */
    attributeChangedCallback(name) {
      this.#field.change(name);
    }

    /** @param {HTMLFormElement | null} form */
    formAssociatedCallback(form) {
      this.#field.associate(form);
    }

    /** @param {boolean} isDisabled */
    formDisabledCallback(isDisabled) {
      this.#field.disable(isDisabled);
    }

    formResetCallback() {
      this.#field.reset();
    }

    /** @param {string} saved */
    formStateRestoreCallback(saved) {
      this.#field.restore(saved);
    }

    get type() {
      return "tel";
    }

    get value() {
      return this.#field.value();
    }

    set value(value) {
      this.#field.setValue(value);
    }

    get country() {
      return this.#field.country();
    }

    set country(country) {
      this.setAttribute("country", country);
    }

    get countryCode() {
      return this.#field.countryCode();
    }

    get phoneNumber() {
      return this.#field.phoneNumber();
    }

    get number() {
      return this.#field.number();
    }

    get messages() {
      return this.#field.messages();
    }

    set messages(messages) {
      this.#field.setMessages(messages);
    }

    /** @param {string} message */
    setCustomValidity(message) {
      this.#field.setCustomValidity(message);
    }

    /** @param {FocusOptions} [options] */
    focus(options) {
      this.#field.input.focus(options);
    }

    blur() {
      this.#field.blur();
    }

    select() {
      this.#field.input.select();
    }
  }

  /** @param {string} name @param {PropertyDescriptor & ThisType<HTMLElement>} descriptor */
  const define = (name, descriptor) =>
    Object.defineProperty(PhoneField.prototype, name, { ...descriptor, configurable: true });

  for (const name of KNOWN) {
    define(name, {
      get() {
        return known.get(this)?.[name];
      },
    });
  }
  for (const name of CHECKS) {
    define(name, {
      value() {
        return known.get(this)?.[name]();
      },
    });
  }
  for (const [name, attribute] of Object.entries(TEXTS)) {
    define(name, {
      get() {
        return this.getAttribute(attribute) ?? "";
      },
      set(value) {
        this.setAttribute(attribute, value);
      },
    });
  }
  for (const [name, attribute] of Object.entries(SWITCHES)) {
    define(name, {
      get() {
        return this.hasAttribute(attribute);
      },
      set(isOn) {
        this.toggleAttribute(attribute, Boolean(isOn));
      },
    });
  }
  return PhoneField;
}
