/**
 * What can be called, with a value of which nothing is known. Each target says what it is good for:
 * what may come of it, besides an error of the package's.
 */
import assert from "node:assert/strict";
import * as core from "interakt-wasm";
import * as forms from "interakt-wasm/forms";
import * as field from "interakt-wasm/phone-field";
import { CHECKS } from "./targets/checks.mjs";
import { CLIENT } from "./targets/client.mjs";
import { FORMS } from "./targets/forms.mjs";
import { SERVED } from "./targets/served.mjs";
import { TEXT } from "./targets/shared.mjs";
import { TOLD } from "./targets/told.mjs";

/** @typedef {import("./targets/shared.mjs").Target} Target */

/** @type {Target[]} */
export const TARGETS = [...CHECKS, ...FORMS, ...TOLD, ...SERVED, ...CLIENT];

/** What tells that the modules work as before. */
export function checkAlive() {
  const { ok } = core.sendMessage.validate(TEXT);
  assert.equal(ok, true);
  assert.equal(core.trackUser.build({ userId: "1" }).body, '{"userId":"1"}');
  assert.equal(forms.formOf(forms.trackUser).validate({ userId: "1" }).ok, true);
  assert.equal(core.phone.parse("98765 43210", { defaultCountry: "IN" }).ok, true);
  assert.equal(field.phone.format("919876543210", "e164"), "+919876543210");
  const bad = /** @type {any} */ (core.trackUser.validate({ userId: 1 }));
  assert.deepEqual(
    bad.issues.map((/** @type {any} */ { code, path }) => [code, ...path]),
    [["type.expected", "userId"]],
  );
}
