/** A form of one's own onto an input: its values go where they belong, and issues come back. */
import { COUNTRY, fieldsAt, fieldsIn, PHONE, placeOf, RECIPIENTS } from "./form-fields.js";
import { drop, mend } from "./form-mend.js";
import { nameOf, pathOf } from "./form-names.js";
import { readPhone } from "./form-phone.js";
import { grow, isNode, nodeOf, plant, put } from "./form-tree.js";
import { readAs } from "./form-values.js";
import { OF_BOOK, ofBook } from "./guard.js";
import { issueOf } from "./issues.js";
import { isListOf } from "./list.js";
import { checkNames, refuse } from "./options.js";
import { standardOf } from "./validator.js";

/**
 * @typedef {import("./errors.js").Issue} Issue
 * @typedef {import("./form-names.js").Path} Path
 * @typedef {import("./form-fields.js").Place} Place
 * @typedef {import("./form-fields.js").Field} Field
 *
 * @typedef {object} CallOptions
 * @property {string} [defaultCountry]
 * @property {import("./issues.js").Messages} [messages]
 * @property {number} [maxIssues]
 * @property {number} [maxBytes]
 * @property {unknown} [templates]
 * @property {unknown} [expectCategory]
 *
 * @typedef {object} OwnOptions
 * @property {Record<string, import("./form-fields.js").Target>} [fields]
 * @property {readonly string[]} [required]
 * @property {object} [fixed]
 * @property {Record<string, (value: any, values: any) => string | undefined>} [rules]
 *
 * @typedef {{ name: string, fixed?: object, "~messages"?: import("./issues.js").Messages | undefined,
 *   validate(input: unknown, options?: object): any }} Checked What validates the input.
 */

const OF_CALL = ["messages", "maxIssues", "maxBytes", "defaultCountry", ...OF_BOOK];
const OPTIONS = ["fields", "required", "fixed", "rules", ...OF_CALL];

/** @param {Issue} issue Whether it says that there are more. */
const isRest = ({ code }) => code === "issues.not_listed";

/**
 * @param {CallOptions | null | undefined} options
 * @returns {CallOptions} Those that say something.
 */
const given = (options) =>
  Object.fromEntries(Object.entries(options ?? {}).filter(([, value]) => value !== undefined));

/**
 * @param {Pick<import("./start.js").Starter<any>, "catalogue">} starter
 * @param {import("./form-phone.js").Phone} phone
 */
export const createFormOf = ({ catalogue }, phone) =>
  /**
   * @param {Checked} schema
   * @param {(OwnOptions & CallOptions) | null} [settings]
   */
  function formOf(schema, settings) {
    const options = settings ?? {};
    checkNames(options, OPTIONS, "formOf");
    if (typeof schema?.validate !== "function") refuse("formOf takes a validator.");
    const fields = options.fields ?? undefined;
    const rules = options.rules ?? {};
    const musts = options.required ?? [];
    if (!isListOf(musts, (name) => typeof name === "string")) {
      refuse("formOf: required must be a list of names.");
    }
    for (const [name, rule] of Object.entries(rules)) {
      if (typeof rule !== "function") refuse(`formOf: rules.${name} must be a function.`);
    }
    const fixed = { ...options.fixed, ...schema.fixed };
    const places = fields && Object.entries(fields).map(([name, to]) => placeOf(name, to));
    const targets = new Set();
    for (const { to } of places ?? []) {
      // One of them would be lost.
      if (targets.has(to)) refuse(`formOf: two fields belong at "${to}".`);
      targets.add(to);
    }
    for (const name of [...musts, ...Object.keys(rules)]) {
      if (fields && !Object.hasOwn(fields, name)) refuse(`formOf: fields has no "${name}".`);
    }
    const required = musts.map((name) => (fields ? name : nameOf(pathOf(name))));

    /** @param {unknown} values */
    function ask(values) {
      try {
        return places
          ? fieldsAt(values, places)
          : fieldsIn(values, [...required, ...Object.keys(rules)]);
      } catch {
        // A getter, or a proxy.
        return undefined;
      }
    }

    /**
     * @param {unknown} values
     * @param {CallOptions} [more]
     */
    function validate(values, more) {
      const merged = { ...options, ...given(more) };
      const { messages = schema["~messages"], maxIssues, maxBytes, defaultCountry } = merged;
      const read = ask(values);
      if (!read) {
        const params = { reason: "throws" };
        const issue = issueOf(catalogue, "json.unserializable", [], "error", params, messages);
        return { ok: /** @type {const} */ (false), issues: [issue], warnings: [] };
      }
      const asked = read;
      const typed = asked.find(({ to }) => to === PHONE);
      const picked = asked.find(({ to }) => to === COUNTRY);
      /** What the form itself finds; no more is said of these fields. @type {Map<Path, Issue[]>} */
      const found = new Map();

      /**
       * @param {Place} field
       * @param {string} code
       * @param {Record<string, import("./issues.js").Param>} params
       */
      function tell({ own }, code, params) {
        const issue = issueOf(catalogue, code, own, "error", params, messages);
        found.set(own, [issue]);
      }

      for (const field of asked) {
        const { as, value } = field;
        if (!as || value === undefined || typeof value === as) continue;
        field.value = readAs(value, as);
        const actual = Array.isArray(value) ? "array" : typeof value;
        if (field.value === undefined) tell(field, "type.expected", { expected: [as], actual });
      }

      const tree = nodeOf(false, true);
      for (const field of asked) {
        if (field !== typed && field !== picked) put(tree, field.path, field);
      }
      if (typed) {
        const { own, value } = typed;
        const { number, issues } = readPhone(phone, value, picked?.value, {
          defaultCountry,
          messages,
        });
        put(tree, ["countryCode"], { own, value: number?.countryCode });
        put(tree, ["phoneNumber"], { own, value: number?.phoneNumber });
        if (issues) found.set(own, issues);
        else if (value !== undefined && !number && picked) {
          tell(picked, "country_code.unknown", {});
          found.set(own, []);
        }
      }
      // Behind the rest: nobody sends another value for what is not asked.
      plant(tree, fixed);

      let grown = grow(tree);
      /** @param {number} [most] All issues, if what they tell is made use of. */
      function check(most) {
        grown = grow(tree);
        const bounds = { maxBytes, maxIssues: most };
        return schema.validate(grown.input, { messages, ...bounds, ...ofBook(merged) });
      }
      let all = check(Infinity);
      while (!all.ok && mend(all.issues, grown.on)) all = check(Infinity);
      const told = () => (all.ok && all.warnings.length === 0 ? all : check(maxIssues));
      let result = told();
      const { warnings } = result;
      // Only now are texts what they stand for: a box can be "false".
      for (const field of asked) {
        const { name, own, value } = field;
        const isMissing = value === undefined || value === false;
        if (!isMissing || found.has(own) || !required.includes(name)) continue;
        tell(field, "object.missing_key", { key: name });
      }
      // A name that Interakt does not know may be a secret between the page and its server. A check
      // lists more of them the longer its input is: each time there is a part of it less to check.
      let isDropped = false;
      while (!places && drop(all.warnings, grown.on)) {
        isDropped = true;
        all = check(Infinity);
      }
      if (isDropped) result = told();
      // Warnings about what is known have left no room: there can be any name behind them.
      const rest = all.ok && !places && all.warnings.find(isRest);
      if (rest) result = { ok: false, issues: [{ ...rest, severity: "error" }] };

      /**
       * Where the form has what an issue is about.
       *
       * @param {Issue} issue
       * @returns {Path | undefined}
       */
      function ownOf({ code, path }) {
        const part = grown.on(path).at(-1);
        if (part && !isNode(part) && part.own) return part.own;
        const isAboutWhom = path.length === 0 && code.startsWith("recipient.");
        const isOfWhom = path.length === 1 && RECIPIENTS.includes(String(path[0]));
        if (!isAboutWhom && !isOfWhom) return undefined;
        return (typed ?? asked.find(({ to }) => RECIPIENTS.includes(to)))?.own;
      }

      /** @param {Issue} issue */
      const placed = (issue) => ({ ...issue, path: ownOf(issue) ?? (places ? [] : issue.path) });

      /** @type {Issue[]} */
      const issues = [...found].flatMap(([path, told]) =>
        told.map((issue) => ({ ...issue, path })),
      );
      for (const issue of result.ok ? [] : result.issues) {
        const told = placed(issue);
        if (!found.has(told.path)) issues.push(told);
      }
      const held = Object.fromEntries(asked.map(({ name, value = "" }) => [name, value]));
      for (const { name, own } of asked) {
        const rule = Object.hasOwn(rules, name) ? rules[name] : undefined;
        if (!rule || found.has(own) || issues.some(({ path }) => path === own)) continue;
        const message = rule(held[name], held);
        if (message === undefined) continue;
        issues.push({ code: "form.rule", path: own, message, severity: "error", params: {} });
      }

      const worth = { warnings: warnings.map(placed) };
      if (issues.length === 0) {
        return { ok: /** @type {const} */ (true), value: result.value, ...worth };
      }
      // In the order of the form; what is about no field stands behind.
      const order = new Map(asked.map(({ own }, index) => [own, index]));
      const placeIn = (/** @type {Issue} */ { path }) => order.get(path) ?? asked.length;
      issues.sort((a, b) => placeIn(a) - placeIn(b));
      return { ok: /** @type {const} */ (false), issues, ...worth };
    }

    return Object.freeze({
      name: schema.name,
      fields,
      fixed,

      /**
       * @param {unknown} values
       * @param {CallOptions} [more]
       */
      validate(values, more) {
        checkNames(more, OF_CALL, "validate");
        return validate(values, more);
      },

      with: (/** @type {CallOptions} */ more) =>
        /** @type {unknown} */ (formOf(schema, { ...options, ...given(more) })),

      get "~standard"() {
        return standardOf(validate);
      },
    });
  };
