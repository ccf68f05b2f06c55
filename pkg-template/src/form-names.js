/** Names of fields that are paths: `template.bodyValues[0]`, `traits["a.b"]`. */

/** @typedef {(string | number)[]} Path */

/** Deeper than anything that an input has. */
const MOST_STEPS = 20;

/**
 * A step of a path: a key at the start or behind a dot, an index in brackets, or any key in brackets
 * and quotes.
 */
const STEP = /(?:^|\.)([^.[\]"]+)|\[(\d{1,15})\]|\[("(?:[^"\\]|\\.)*")\]/y;

/**
 * @param {string} name
 * @returns {Path} The name itself as the one key, where it is no path.
 */
export function pathOf(name) {
  /** @type {Path} */
  const path = [];
  STEP.lastIndex = 0;
  while (STEP.lastIndex < name.length && path.length < MOST_STEPS) {
    const [step, key, index, quoted] = STEP.exec(name) ?? [];
    if (step === undefined) return [name];
    path.push(key ?? (index ? Number(index) : unquoted(quoted ?? "")));
  }
  const isWhole = STEP.lastIndex === name.length && typeof path[0] === "string";
  return isWhole ? path : [name];
}

/** @param {string} quoted */
function unquoted(quoted) {
  try {
    return String(JSON.parse(quoted));
  } catch {
    return quoted;
  }
}

/**
 * The name that leads to a path. What a form calls its field stays as it is.
 *
 * @param {readonly (string | number)[]} path
 */
export const nameOf = (path) => path.map(nameOfStep).join("");

/**
 * @param {string | number} step
 * @param {number} at
 */
function nameOfStep(step, at) {
  if (at === 0) return step;
  if (typeof step === "string" && /^[^.[\]"]+$/.test(step)) return `.${step}`;
  return `[${JSON.stringify(step)}]`;
}
