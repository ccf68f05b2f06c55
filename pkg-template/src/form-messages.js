/** What is wrong with the fields of a page's form, shown so that everybody is told. */

/** @typedef {import("./form-controls.js").Control} Control */

let made = 0;

/**
 * Messages stand in the elements that the page has for them, with `data-error` and the name of the
 * field (without a name: for what is about no field), otherwise in one that is made behind the
 * field. Whatever is changed in the page can be taken back.
 *
 * @param {HTMLFormElement} form
 */
export function createMessages(form) {
  const root = /** @type {ParentNode} */ (/** @type {unknown} */ (form.getRootNode()));
  /** Attributes as they were. @type {Map<Element, Map<string, string | null>>} */
  const before = new Map();
  /** How to take back the rest. @type {(() => void)[]} */
  const undo = [];
  /** Where the message about each name stands. @type {Map<string, Element>} */
  const places = new Map();

  /**
   * @param {Element} element
   * @param {string} name
   * @param {string | null} value
   */
  function change(element, name, value) {
    const known = before.get(element) ?? new Map();
    before.set(element, known);
    if (!known.has(name)) known.set(name, element.getAttribute(name));
    if (value === null) element.removeAttribute(name);
    else if (element.getAttribute(name) !== value) element.setAttribute(name, value);
  }

  /**
   * @param {Element} element
   * @param {string} name
   * @returns {string | null} What it was before anything was changed.
   */
  function original(element, name) {
    const known = before.get(element)?.get(name);
    return known === undefined ? element.getAttribute(name) : known;
  }

  /**
   * What groups the boxes or buttons of a name and nothing else.
   *
   * @param {readonly Control[]} controls
   * @returns {Element | undefined}
   */
  function groupOf(controls) {
    if (controls.length < 2) return undefined;
    const group = controls[0]?.closest("fieldset, [role=group], [role=radiogroup]");
    const others = [...form.elements].filter((each) => each !== group && group?.contains(each));
    const isOwn =
      others.length === controls.length && controls.every((each) => others.includes(each));
    return group && isOwn ? group : undefined;
  }

  /**
   * @param {string} name
   * @param {readonly Control[]} controls
   */
  function placeOf(name, controls) {
    let element = places.get(name);
    if (element?.isConnected) return element;
    element = [...root.querySelectorAll("[data-error]")].find((each) => {
      return each.getAttribute("data-error") === name && (each.closest("form") ?? form) === form;
    });
    if (element) {
      const { textContent } = element;
      const found = element;
      undo.push(() => {
        found.textContent = textContent;
      });
    } else {
      const span = form.ownerDocument.createElement("span");
      span.setAttribute("data-error", name);
      const group = groupOf(controls);
      const last = controls.at(-1);
      // Behind the label, not in it: it would become part of the field's name.
      // Nor glued to it.
      const space = form.ownerDocument.createTextNode(" ");
      if (last && !group) (last.closest("label") ?? last).after(space, span);
      else (group ?? form).append(space, span);
      undo.push(() => {
        space.remove();
        span.remove();
      });
      element = span;
    }
    change(element, "aria-live", "polite");
    if (!element.id) change(element, "id", `error-${Date.now().toString(36)}-${++made}`);
    places.set(name, element);
    return element;
  }

  return {
    /**
     * @param {string} name Empty: what is about no field.
     * @param {readonly Control[]} controls
     * @param {string} message Empty: there is nothing to say.
     */
    show(name, controls, message) {
      const place = placeOf(name, controls);
      if (place.textContent !== message) place.textContent = message;
      for (const control of controls) {
        control.setCustomValidity?.(message);
        change(control, "aria-invalid", message ? "true" : original(control, "aria-invalid"));
      }
      const group = groupOf(controls);
      for (const element of group ? [group] : controls) {
        const described = original(element, "aria-describedby");
        const both = [described, place.id].filter(Boolean).join(" ");
        change(element, "aria-describedby", message ? both : described);
      }
    },

    /**
     * Says no more of fields that are gone.
     *
     * @param {ReadonlyMap<string, unknown>} fields
     */
    leave(fields) {
      for (const [name, place] of places) if (name && !fields.has(name)) place.textContent = "";
    },

    /** Leaves the page as it was. */
    remove() {
      for (const [element, attributes] of before) {
        for (const [name, value] of attributes) change(element, name, value);
        /** @type {Partial<Control>} */ (element).setCustomValidity?.("");
      }
      for (const each of undo) each();
    },
  };
}
