/** Checks of all operations and their parts, in every entry that has them. */
import * as main from "interakt-wasm";
import * as customer from "interakt-wasm/customer";
import * as forms from "interakt-wasm/forms";
import { en } from "interakt-wasm/messages/en";
import { hi } from "interakt-wasm/messages/hi";
import { KEY } from "../marks.mjs";
import { readInputs } from "./inputs.mjs";

/** @param {import("../watch.mjs").Watch} watch */
export async function checks(watch) {
  const inputs = await readInputs();
  const [isNew, isNewOfKeys] = [newOnes(), newOnes()];
  for (const [entry, exports] of /** @type {[string, any][]} */ (
    Object.entries({ main, forms, customer })
  )) {
    for (const { operation, input, of, keys } of inputs) {
      const validator = exports[operation];
      if (!validator) continue;
      const how = `${of}, ${entry}`;
      const place = keys ? "of an input with names for keys" : "";
      const result = validator.validate(input);
      const issues = [...(result.issues ?? []), ...result.warnings];
      // Thousands are told the same.
      if (issues.filter(keys ? isNewOfKeys : isNew).length === 0) continue;
      saw(watch, issues, how, keys);
      if (entry !== "main") continue;
      for (const messages of [en, hi]) {
        saw(watch, validator.validate(input, { messages }).issues ?? [], how, keys);
      }
      saw(watch, validator["~standard"].validate(input).issues ?? [], how, keys);
      await watch.tried(() => void validator.build(input, { apiKey: KEY }), how, place);
    }
  }
}

/** @returns {(issue: { code: string, message: string }) => boolean} Whether it is the first of its words. */
function newOnes() {
  const known = new Set();
  return ({ code, message }) => {
    const before = known.size;
    return known.add(`${code} ${message}`).size > before;
  };
}

/**
 * @param {import("../watch.mjs").Watch} watch
 * @param {readonly any[]} issues
 * @param {string} how
 * @param {boolean} keys
 */
function saw(watch, issues, how, keys) {
  const place = keys ? "an issue of an input with names for keys" : "an issue";
  for (const { path, message, params, ...others } of issues) {
    watch.saw(`${place}: path`, path, how);
    watch.saw(`${place}: message`, message, how);
    watch.saw(`${place}: params`, params, how);
    watch.saw(`${place}: the rest`, others, how);
  }
  if (keys) return;
  watch.saw("flatten and summarize", [main.flatten(issues), main.summarize(issues)], how);
}
