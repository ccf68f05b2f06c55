/** A form of one's own onto an input: its values go where they belong, and issues come back. */
import { isConfigurationError } from "./failure.js";
import { drop, mend } from "./form-mend.js";
import { nameOf, pathOf } from "./form-names.js";
import { grow, isNode, nodeOf, plant, put } from "./form-tree.js";
import { arePairs, clean, endsOf, readAs, readValues } from "./form-values.js";
import { issueOf, numberOf } from "./issues.js";
import { checkNames, refuse } from "./options.js";

/**
 * @typedef {import("./errors.js").Issue} Issue
 * @typedef {import("./form-names.js").Path} Path
 * @typedef {import("./form-tree.js").Leaf} Leaf
 * @typedef {import("./start.js").Catalogue} Catalogue
 * @typedef {{ parse(text: string, options: object): any }} Phone
 * @typedef {string | { to: string, as: string }} Target
 *
 * @typedef {object} Place A field and where it belongs.
 * @property {string} name
 * @property {string} to The path of an input. `phone` and `phone.country` are read together.
 * @property {Path} path The same, step by step.
 * @property {Path} own Where issues about it are.
 * @property {string} as The type that a text is turned into; empty: the one that the input takes.
 *
 * @typedef {Place & Leaf & { own: Path }} Field With its value.
 *
 * @typedef {object} Options
 * @property {Record<string, Target>} [fields]
 * @property {readonly string[]} [required]
 * @property {object} [fixed]
 * @property {Record<string, (value: any, values: any) => string | undefined>} [rules]
 * @property {string} [defaultCountry]
 * @property {import("./issues.js").Messages} [messages]
 * @property {number} [maxIssues]
 * @property {number} [maxBytes]
 *
 * @typedef {{ name: string, fixed?: object, validate(input: unknown, options?: object): any }} Checked
 *   What validates the input.
 */

const OF_CALL = ["messages", "maxIssues", "maxBytes", "defaultCountry"];
const OPTIONS = ["fields", "required", "fixed", "rules", ...OF_CALL];

const PHONE = "phone";
const COUNTRY = "phone.country";

/** The trait that says whether the customer agrees to messages: Interakt knows it as a boolean. */
const CONSENT = "traits.whatsapp_opted_in";

/** Where an input says who it is about, and a form without a phone may have its field. */
const RECIPIENTS = ["phoneNumber", "fullPhoneNumber", "userId", "countryCode"];

/**
 * @param {string} name
 * @param {Target} target
 * @returns {Place}
 */
function placeOf(name, target) {
  const { to, as } = typeof target === "string" ? { to: target, as: "" } : target;
  const type = as || (to === CONSENT ? "boolean" : "");
  return { name, to, path: pathOf(to), own: [name], as: type };
}

/**
 * What a form without `fields` has: each name is a path, and the names in its objects go on.
 *
 * @param {any} values
 * @param {readonly string[]} required They may be missed.
 * @returns {Field[]}
 */
function everyField(values, required) {
  const given = readValues(values);
  for (const name of required) if (!given.has(name)) given.set(name, undefined);
  return [...given].flatMap(([name, value]) => {
    const start = pathOf(name);
    return (arePairs(values) ? [{ path: start, value }] : endsOf(value, start)).map((end) => {
      const to = nameOf(end.path);
      const own = to === PHONE || to === COUNTRY ? [to] : end.path;
      return { ...placeOf(to, to), ...end, own, value: clean(end.value) };
    });
  });
}

/**
 * @param {{ catalogue: Catalogue }} starter
 * @param {Phone} phone
 */
export const createFormOf = ({ catalogue }, phone) =>
  /**
   * @param {Checked} schema
   * @param {Options} [options]
   */
  function formOf(schema, options = {}) {
    checkNames(options, OPTIONS, "formOf");
    const { fields, required = [], rules = {} } = options;
    const fixed = { ...options.fixed, ...schema.fixed };
    const places = fields && Object.entries(fields).map(([name, to]) => placeOf(name, to));
    for (const name of [...required, ...Object.keys(rules)]) {
      if (fields && !Object.hasOwn(fields, name)) refuse(`formOf: fields has no "${name}".`);
    }

    /** @param {unknown} values */
    function read(values) {
      if (!places) return everyField(values, required);
      const given = readValues(values);
      return places.map((place) => ({ ...place, value: clean(given.get(place.name)) }));
    }

    /**
     * @param {unknown} values
     * @param {Options} [more] Settings of this call.
     */
    function validate(values, more) {
      const { messages, maxIssues, maxBytes, defaultCountry } = { ...options, ...more };
      const asked = read(values);
      const typed = asked.find(({ to }) => to === PHONE);
      const picked = asked.find(({ to }) => to === COUNTRY);
      /** What the form itself finds. @type {Map<Path, Issue[]>} */
      const found = new Map();
      /** @type {(field: Place, code: string, params: Issue["params"]) => void} */
      function tell({ own }, code, params) {
        const number = numberOf(code);
        found.set(own, [issueOf(catalogue.issues, number, own, "error", params, messages)]);
      }

      for (const field of asked) {
        const { name, as, value } = field;
        if (as && typeof value === "string") {
          field.value = readAs(value, as);
          const params = { expected: [as], actual: "string" };
          if (field.value === undefined) tell(field, "type.expected", params);
        }
        const isMissing = value === undefined || value === false;
        if (isMissing && required.includes(name)) tell(field, "object.missing_key", { key: name });
      }

      const tree = nodeOf(false, true);
      for (const field of asked) {
        if (field !== typed && field !== picked) put(tree, field.path, field);
      }
      if (typed) {
        const { own } = typed;
        const number = readPhone(typed.value, picked?.value);
        put(tree, ["countryCode"], { own, value: number?.countryCode });
        put(tree, ["phoneNumber"], { own, value: number?.phoneNumber });
      }
      plant(tree, fixed);

      /**
       * @param {unknown} text
       * @param {any} country
       */
      function readPhone(text, country = defaultCountry) {
        if (text === undefined || !typed) return undefined;
        try {
          const read = phone.parse(String(text), { defaultCountry: country, messages });
          if (read.ok) return read.value;
          found.set(typed.own, read.issues);
        } catch (thrown) {
          // What a developer has set is no fault of who fills in the form.
          if (!isConfigurationError(thrown) || !picked?.value) throw thrown;
          tell(picked, "country_code.unknown", {});
          found.set(typed.own, []);
        }
        return undefined;
      }

      let { at } = grow(tree);
      /** @param {number} [most] */
      function check(most) {
        const grown = grow(tree);
        at = grown.at;
        return schema.validate(grown.input, {
          messages,
          maxBytes,
          ...(most && { maxIssues: most }),
        });
      }
      let result = check();
      while (!result.ok && mend(result.issues, at)) result = check();
      const { warnings } = result;
      // A name that Interakt does not know may be a secret between the page and its server.
      if (!places && drop(warnings, at)) result = check();
      if (!result.ok && maxIssues) result = check(maxIssues);

      /**
       * Where the form has what an issue is about.
       *
       * @param {Issue} issue
       * @returns {Path | undefined}
       */
      function ownOf({ code, path }) {
        for (let length = path.length; length > 0; length -= 1) {
          const part = at.get(nameOf(path.slice(0, length)));
          if (part && !isNode(part) && part.own) return part.own;
        }
        const isAboutWhom = path.length === 0 && code.startsWith("recipient.");
        if (!isAboutWhom && !RECIPIENTS.includes(nameOf(path))) return undefined;
        return (typed ?? asked.find(({ to }) => RECIPIENTS.includes(to)))?.own;
      }

      /**
       * @param {Issue[]} issues
       * @param {Map<Path, Issue[]>} [known] Fields of which enough is said.
       * @returns {Issue[]}
       */
      const placed = (issues, known) =>
        issues.flatMap((issue) => {
          const own = ownOf(issue);
          if (own && known?.has(own)) return [];
          return [{ ...issue, path: own ?? (places ? [] : issue.path) }];
        });

      /** @type {Issue[]} */
      const issues = result.ok ? [] : placed(result.issues, found);
      for (const [path, told] of found) issues.push(...told.map((issue) => ({ ...issue, path })));

      const raw = Object.fromEntries(asked.map(({ name, value = "" }) => [name, value]));
      for (const { name, own } of asked) {
        const rule = Object.hasOwn(rules, name) ? rules[name] : undefined;
        if (!rule || issues.some(({ path }) => path === own)) continue;
        const message = rule(raw[name], raw);
        if (message === undefined) continue;
        issues.push({ code: "form.rule", path: own, message, severity: "error", params: {} });
      }

      const worth = { warnings: placed(warnings) };
      if (issues.length === 0) {
        return { ok: /** @type {const} */ (true), value: result.value, ...worth };
      }
      // In the order of the form; what is about no field behind.
      const order = new Map(asked.map(({ own }, index) => [own, index]));
      const placeIn = (/** @type {Issue} */ { path }) => order.get(path) ?? asked.length;
      issues.sort((a, b) => placeIn(a) - placeIn(b));
      return { ok: /** @type {const} */ (false), issues, ...worth };
    }

    return Object.freeze({
      name: schema.name,
      fields,
      fixed,
      /** @param {unknown} values @param {Options} [more] */
      validate(values, more) {
        checkNames(more, OF_CALL, "validate");
        return validate(values, more);
      },
      /** @param {Options} more */
      with: (more) => formOf(schema, { ...options, ...more }),
      get "~standard"() {
        return {
          version: 1,
          vendor: "interakt-wasm",
          /** @param {unknown} values @param {{ libraryOptions?: object }} [more] */
          validate(values, more) {
            const result = validate(values, more?.libraryOptions);
            return result.ok ? { value: result.value } : { issues: result.issues };
          },
        };
      },
    });
  };
