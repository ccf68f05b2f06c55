// What an editor explains at a hover, and the reference on its pages: everything public.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { membersOf } from "../../scripts/api/members.mjs";
import { typedPaths } from "../../scripts/api.mjs";

/** By the end of a name, what its documentation has to say. @type {[RegExp, RegExp][]} */
const UNITS = [
  [/Ms$/, /\bmilliseconds\b/i],
  [/Seconds$/, /\bseconds\b/i],
  [/PerMinute$/, /\b(per minute|rate)\b/i],
  [/bytes$/i, /\bbytes\b/i],
  [/\.at$/, /\bmilliseconds since 1970\b|\bclock\b/],
];

describe("the types of all entries", async () => {
  const members = membersOf((await typedPaths()).map((path) => path.replace(".", "interakt-wasm")));

  /** @param {(member: typeof members[number]) => boolean} lacks */
  function none(lacks) {
    const found = members.filter(lacks).map(({ place, name }) => `${place} ${name}`);
    assert.equal(found.join("\n"), "");
  }

  test("say of each export, key and method what it is", () => {
    assert(members.length > 2000, `only ${members.length} were found`);
    none(({ text }) => text === "");
  });

  test("show how each function is called", () => {
    none(({ isCalled, hasExample }) => isCalled && !hasExample);
  });

  test("name the unit of what is counted in one", () => {
    none(({ name, text }) => UNITS.some(([of, unit]) => of.test(name) && !unit.test(text)));
  });
});
