/** What validates the inputs of an operation, or parts of them. */
import { guardOf, OF_BOOK } from "./guard.js";
import { MOST_BYTES, MOST_PROBLEMS, readInput } from "./input.js";
import { asFailure } from "./inside.js";
import { errorsOf, issueOf, readIssues, readMessages, warningsOf } from "./issues.js";
import { checkNames, refuse } from "./options.js";
import { sendPlain, UNUSUAL } from "./plain.js";
import { receive, send } from "./texts.js";

/**
 * @typedef {import("./errors.js").Issue} Issue
 * @typedef {Pick<import("./start.js").Core, "validate"> & import("./texts.js").Texts} Checks The
 *   part of the module that validates.
 * @typedef {import("./start.js").Starter<Checks>["catalogue"]} Catalogue
 * @typedef {import("./issues.js").Messages} Messages
 *
 * @typedef {object} Options Of a check.
 * @property {number | undefined} [maxIssues]
 * @property {number | undefined} [maxBytes]
 * @property {Messages | undefined} [messages]
 * @property {unknown} [templates]
 * @property {unknown} [expectCategory]
 */

const OPTIONS = ["maxIssues", "maxBytes", "messages", ...OF_BOOK];

/** What bounds a check where nobody says otherwise. */
const MOST_ISSUES = MOST_PROBLEMS;

/**
 * How many characters the paths of problems may have together: a long key in the path of each would
 * cost its length many times over wherever they are written.
 */
const ROOM = 1 << 18;

/**
 * The issues of what does not reach the module.
 *
 * @param {Catalogue} catalogue
 * @param {readonly import("./input.js").Problem[]} problems
 * @param {number} [most] How many are listed.
 * @param {Messages} [messages]
 */
export function problemsOf(catalogue, problems, most = MOST_ISSUES, messages) {
  /** @type {Issue[]} */
  const told = [];
  let room = ROOM;
  for (const { path, reason, limit } of problems.slice(0, Math.min(most, MOST_PROBLEMS))) {
    if (room < 0) break;
    room -= path.join().length;
    const [code, params] = limit
      ? ["json.too_large", { limit }]
      : ["json.unserializable", { reason }];
    told.push(issueOf(catalogue, code, path, "error", params, messages));
  }
  const [found, listed] = [problems.length, told.length];
  if (found > listed)
    told.push(issueOf(catalogue, "issues.not_listed", [], "error", { found, listed }, messages));
  return told;
}

/**
 * @param {Checks} running
 * @param {number} index The place of what validates in the list that the module has.
 * @param {() => number} sent Sends the text, and gives its length.
 * @param {number} [maxIssues]
 * @param {number} [maxBytes]
 * @returns {{ verdict: number, report: string }} 0: nothing was found; 1: only warnings; 2: errors.
 */
export function check(running, index, sent, maxIssues = MOST_ISSUES, maxBytes = MOST_BYTES) {
  try {
    const verdict = running.validate(index, sent(), maxIssues, maxBytes);
    return { verdict, report: verdict === 0 ? "" : receive(running) };
  } catch (thrown) {
    throw asFailure(thrown);
  }
}

/**
 * @callback More What a validator has besides.
 * @param {import("./start.js").Starter<Checks>} starter
 * @param {string} name
 * @param {import("./schema.js").Schema} schema
 * @param {Options} [usual]
 * @returns {T}
 * @template {object} [T=object]
 */

/**
 * @param {import("./start.js").Starter<Checks>} starter
 * @param {number} index The place of what it validates in the list that the module has.
 * @param {string} name
 * @param {import("./schema.js").Schema} schema
 * @param {More<T>} [more]
 * @param {Options} [usual] What holds where a call says nothing else.
 * @template {object} T
 */
export function createValidator(starter, index, name, schema, more, usual) {
  const { core, catalogue } = starter;

  /**
   * @param {unknown} input
   * @param {Options} [options]
   */
  function validate(input, options) {
    const maxIssues = bound(options?.maxIssues ?? usual?.maxIssues ?? MOST_ISSUES);
    const maxBytes = bound(options?.maxBytes ?? usual?.maxBytes ?? MOST_BYTES);
    const messages = readMessages(options?.messages ?? usual?.messages);
    const guard = guardOf(options, usual);
    const running = core();

    /**
     * @param {() => number} sent Sends the text, and gives its length.
     * @param {unknown} value What the text says.
     */
    function judge(sent, value) {
      const { verdict, report } = check(running, index, sent, maxIssues, maxBytes);
      if (!guard && verdict === 0) {
        return { ok: /** @type {const} */ (true), value, warnings: [] };
      }
      const issues = once(() => {
        const own = readIssues(catalogue, report, messages);
        return guard ? guard(name, value, own, messages, maxIssues) : own;
      });
      const isWrong = guard ? errorsOf(issues()).length > 0 : verdict === 2;
      return isWrong ? failed(issues) : passed(value, issues);
    }

    const plain = sendPlain(running, input);
    if (plain !== UNUSUAL) return judge(() => plain.length, plain.value);
    const { problems, json, value } = readInput(input, maxBytes);
    if (problems.length > 0) {
      return failed(() => problemsOf(catalogue, problems, maxIssues, messages));
    }
    return judge(() => send(running, json), value);
  }

  return Object.freeze({
    name,
    .../** @type {T} */ (more?.(starter, name, schema, usual)),
    /** For forms, which have issues of their own. */
    "~messages": usual?.messages,

    /**
     * @param {unknown} input
     * @param {Options} [options]
     */
    validate(input, options) {
      checkNames(options, OPTIONS, "validate");
      return validate(input, options);
    },

    /** @param {Options} options */
    with(options) {
      checkNames(options, OPTIONS, "with");
      // At once: a form would tell the customer.
      guardOf(options, usual);
      return createValidator(starter, index, name, schema, more, { ...usual, ...options });
    },

    get schema() {
      return schema.read();
    },

    get "~standard"() {
      return { ...standardOf(validate), ...schema.standard };
    },
  });
}

/**
 * @param {(value: unknown, options?: object) => any} validate
 * @returns What Standard Schema wants of what validates.
 */
export const standardOf = (validate) => ({
  version: 1,
  vendor: "interakt-wasm",
  /**
   * @param {unknown} value
   * @param {{ libraryOptions?: object | undefined }} [options]
   */
  validate(value, options) {
    const result = validate(value, options?.libraryOptions);
    return result.ok ? { value: result.value } : { issues: result.issues };
  },
});

/**
 * A bound as the module takes it.
 *
 * @param {unknown} given Infinity for none.
 */
function bound(given) {
  if (typeof given !== "number" || !(given >= 1))
    refuse("validate: maxIssues and maxBytes must be numbers, 1 or more.");
  return Math.min(given, 0xffff_ffff);
}

/**
 * What is made when it is first read. The properties of a result are its own, so that JSON and
 * `structuredClone` carry them.
 *
 * @param {() => T} make
 * @returns {() => T}
 * @template T
 */
function once(make) {
  /** @type {[T] | undefined} */
  let made;
  return () => {
    made ??= [make()];
    return made[0];
  };
}

/**
 * @param {unknown} value
 * @param {() => Issue[]} issues
 */
function passed(value, issues) {
  const warnings = once(issues);
  return {
    ok: /** @type {const} */ (true),
    value,
    get warnings() {
      return warnings();
    },
  };
}

/** @param {() => Issue[]} issues */
function failed(issues) {
  const all = once(issues);
  const errors = once(() => errorsOf(all()));
  const warnings = once(() => warningsOf(all()));
  return {
    ok: /** @type {const} */ (false),
    get issues() {
      return errors();
    },
    get warnings() {
      return warnings();
    },
  };
}
