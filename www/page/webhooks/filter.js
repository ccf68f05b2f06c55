/** What to look for in the list of webhooks: a kind, and a text. */
import { element } from "../dom.js";
import { countsOf } from "./words.js";

/** How long typing must pause, in milliseconds. */
const PAUSE = 150;

/** @param {() => void} onChange */
export function createFilter(onChange) {
  const text = element("input", {
    class: "field-text told-text",
    type: "search",
    placeholder: "Number or id",
    "aria-label": "Filter by number or id",
    spellcheck: "false",
    autocomplete: "off",
  });
  const all = element("option", { value: "" }, "All kinds");
  const kind = element("select", { class: "button told-kinds", "aria-label": "Kind" }, all);
  /** By their kinds. @type {Map<string, HTMLOptionElement>} */
  const options = new Map();
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let pause;

  kind.addEventListener("change", onChange);
  text.addEventListener("input", () => {
    clearTimeout(pause);
    pause = setTimeout(onChange, PAUSE);
  });

  return {
    text,
    kind,

    /** @returns {import("./words.js").Filter} */
    value: () => ({ kind: kind.value, text: text.value }),

    /** @param {readonly import("./api.js").Listed[]} webhooks */
    offer(webhooks) {
      const counts = countsOf(webhooks);
      // The one that is looked for stays, though there is none of it left.
      const kinds = [...new Set([...counts.keys(), ...(kind.value ? [kind.value] : [])])].sort();
      for (const name of kinds) {
        if (!options.has(name)) options.set(name, element("option", { value: name }));
        const label = `${name} (${counts.get(name) ?? 0})`;
        const option = options.get(name);
        if (option && option.textContent !== label) option.textContent = label;
      }
      const listed = [all, ...kinds.flatMap((name) => options.get(name) ?? [])];
      // A list that somebody has opened is left alone where it may be.
      const isSame =
        listed.length === kind.options.length &&
        listed.every((one, at) => one === kind.options[at]);
      if (isSame) return;
      const { value } = kind;
      kind.replaceChildren(...listed);
      kind.value = value;
    },
  };
}
