/** Edits at a path of a JSON text: what is meant happens, and nothing else. */
import assert from "node:assert/strict";
import test from "node:test";
import { applied } from "../../www/page/edits.js";
import {
  changeAt,
  insertAt,
  moveAt,
  removeAt,
  renameAt,
  setAt,
} from "../../www/page/form/edits-at.js";
import { randomOf } from "../rows/ugly/cuts.mjs";
import { anything, KEYS, one, PLAIN, partsOf, put, withChange } from "../support/anything.mjs";

/** @typedef {import("../support/anything.mjs").Random} Random */
/** @typedef {import("../support/anything.mjs").Path} Path */

/**
 * @param {Random} random
 * @param {unknown} value
 * @returns {string} Written in any way: with white space, with escapes, with keys twice.
 */
function scribbled(random, value) {
  const gap = () => one(random, ["", "", " ", "\n  ", "\t", "\r\n", "  "]);
  /** @param {string[]} parts @param {string} open @param {string} close */
  const around = (parts, open, close) =>
    `${open}${gap()}${parts.map((part) => part + gap()).join(`,${gap()}`)}${close}`;
  if (Array.isArray(value))
    return around(
      value.map((each) => scribbled(random, each)),
      "[",
      "]",
    );
  if (typeof value === "object" && value !== null) {
    const members = Object.entries(value).flatMap(([key, held]) => {
      const member = (/** @type {unknown} */ it) =>
        `${name(random, key)}${gap()}:${gap()}${scribbled(random, it)}`;
      const earlier = random(5) === 0 ? [member(one(random, PLAIN))] : [];
      return [...earlier, member(held)];
    });
    return around(members, "{", "}");
  }
  return JSON.stringify(value);
}

/** @param {Random} random @param {string} key */
function name(random, key) {
  if (random(4) > 0) return JSON.stringify(key);
  const escapes = key
    .split("")
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
  return `"${escapes.join("")}"`;
}

/** @param {any} holder @param {any} key */
function without(holder, key) {
  if (Array.isArray(holder)) return holder.toSpliced(key, 1);
  return Object.fromEntries(Object.entries(holder).filter(([other]) => other !== key));
}

/**
 * Plays a kind of edit with many texts.
 *
 * @param {(random: Random, value: any, parts: [Path, any][]) => { path: Path, edit: (text: string) => any[], wanted: unknown } | undefined} play
 */
function often(play) {
  let played = 0;
  for (let seed = 1; seed <= 4000; seed += 1) {
    const random = randomOf(seed);
    const value = anything(random);
    const text = ` ${scribbled(random, value)}\n`;
    assert.deepEqual(JSON.parse(text), value);
    const found = play(random, value, partsOf(value));
    if (found === undefined) continue;
    played += 1;
    const after = applied(text, found.edit(text));
    assert.deepEqual(
      JSON.parse(after),
      found.wanted,
      `${seed}: ${JSON.stringify(found.path)}\n${text}\n${after}`,
    );
  }
  assert.ok(played > 500, `only ${played}`);
}

test("a value is set where it stands, in any text", () =>
  often((random, value, parts) => {
    const [path] = one(random, parts);
    const next = anything(random, 1);
    const wanted =
      path.length === 0 ? next : withChange(value, path, (held, key) => put(held, key, next));
    return { path, edit: (text) => setAt(text, path, next), wanted };
  }));

test("what is set to what it is makes no edit, however it is written", () =>
  often((random, value, parts) => {
    const [path, held] = one(random, parts);
    const edit = (/** @type {string} */ text) => {
      assert.deepEqual(setAt(text, path, held), []);
      assert.deepEqual(changeAt(text, path, held), []);
      return [];
    };
    return { path, edit, wanted: value };
  }));

test("a new key and a new item come where they shall, in any text", () =>
  often((random, value, parts) => {
    const holders = parts.filter(([, held]) => typeof held === "object" && held !== null);
    if (holders.length === 0) return undefined;
    const [at, holder] = one(random, holders);
    const next = anything(random, 2);
    if (Array.isArray(holder)) {
      const index = random(holder.length + 1);
      const path = [...at, index];
      const wanted = withChange(value, path, (held) => held.toSpliced(index, 0, next));
      return { path, edit: (text) => insertAt(text, path, next), wanted };
    }
    const path = [...at, "new"];
    const wanted = withChange(value, path, (held, key) => put(held, key, next));
    return { path, edit: (text) => setAt(text, path, next, ["type", "new", "a"]), wanted };
  }));

test("what is removed is gone, with all that had its key, in any text", () =>
  often((random, value, parts) => {
    if (parts.length === 1) return undefined;
    const [path] = one(random, parts.slice(1));
    return { path, edit: (text) => removeAt(text, path), wanted: withChange(value, path, without) };
  }));

test("an item moves, and the others close up, in any text", () =>
  often((random, value, parts) => {
    const items = parts.filter(([path]) => typeof path.at(-1) === "number");
    if (items.length === 0) return undefined;
    const [path] = one(random, items);
    const list = path.slice(0, -1).reduce((/** @type {any} */ held, step) => held[step], value);
    const to = random(list.length);
    const wanted = withChange(value, path, (held, from) =>
      held.toSpliced(from, 1).toSpliced(to, 0, held[from]),
    );
    return { path, edit: (text) => moveAt(text, path, to), wanted };
  }));

test("a key is renamed, unless the object has such a key, in any text", () =>
  often((random, value, parts) => {
    const named = parts.filter(([path]) => typeof path.at(-1) === "string");
    if (named.length === 0) return undefined;
    const [path] = one(random, named);
    const key = one(random, ["other", ...KEYS]);
    const wanted = withChange(value, path, (held, from) =>
      Object.hasOwn(held, key) ? held : put(without(held, from), key, held[from]),
    );
    return { path, edit: (text) => renameAt(text, path, key), wanted };
  }));

test("a value becomes any other", () =>
  often((random, value, parts) => {
    const [path] = one(random, parts);
    const next = anything(random);
    const wanted =
      path.length === 0 ? next : withChange(value, path, (held, key) => put(held, key, next));
    return { path, edit: (text) => changeAt(text, path, next), wanted };
  }));

test("what is new is written as its neighbours are, and the rest stays as it was", () => {
  const laidOut = '{\n    "b": [\n        1\n    ],\n    "e": {}\n}';
  for (const [text, edit, after] of /** @type {[string, (text: string) => any[], string][]} */ ([
    [
      laidOut,
      (text) => setAt(text, ["a"], { x: [1] }, ["a", "b"]),
      laidOut.replace("{\n", '{\n    "a": {\n        "x": [\n            1\n        ]\n    },\n'),
    ],
    [laidOut, (text) => setAt(text, ["b", 1], 2), laidOut.replace("1\n", "1,\n        2\n")],
    [
      laidOut,
      (text) => setAt(text, ["e", "f"], 2),
      laidOut.replace("{}", '{\n        "f": 2\n    }'),
    ],
    [laidOut, (text) => removeAt(text, ["b", 0]), laidOut.replace("[\n        1\n    ]", "[]")],
    [laidOut, (text) => removeAt(text, ["e"]), laidOut.replace(',\n    "e": {}', "")],
    ['{"a":1,"b":[]}', (text) => setAt(text, ["c"], { d: 1 }), '{"a":1,"b":[],"c":{"d":1}}'],
    ['{"a": 1}', (text) => setAt(text, ["b"], 2), '{"a": 1, "b": 2}'],
    ["{}", (text) => setAt(text, ["b"], 2), '{"b": 2}'],
    ["[ 1.0, 1e1 ]", (text) => setAt(text, [1], 10), "[ 1.0, 1e1 ]"],
    ["[ 1.0,  2 ]", (text) => moveAt(text, [1], 0), "[ 2,  1.0 ]"],
    ['{ "a" : 1 , "b" : 2 }', (text) => renameAt(text, ["a"], "c"), '{ "c" : 1 , "b" : 2 }'],
    ['{"a": 1, "a": 2}', (text) => setAt(text, ["a"], 3), '{"a": 1, "a": 3}'],
  ])) {
    assert.equal(applied(text, edit(text)), after);
  }
});

test("a path that leads nowhere makes no edit", () => {
  for (const path of [["a", "b"], ["c", "d"], [0], []]) {
    assert.deepEqual(removeAt('{"a": 1}', path), []);
    if (path.length > 0) assert.deepEqual(setAt('{"a": 1}', path, 1), []);
  }
});
