/**
 * How much of its stack a module takes. That has a megabyte, and what is around it as little as half
 * of one: it would not do if calls nested with what strangers send.
 */
import assert from "node:assert/strict";
import { once } from "node:events";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { Worker } from "node:worker_threads";
import { CUTS } from "../../scripts/cuts.mjs";
import { INSTALLED, ROOT } from "../../scripts/project.mjs";

/** In bytes. Unpacking the numbering plan takes the most, at the first number. */
const MOST = 100_000;

/** All that is nested: deeper than any description, and deeper than calls can be. */
const DEPTHS = [60, 500, 100_000];

const cases = join(ROOT, "tests", "cases");
/** @type {string[]} Inputs that break each rule. */
const inputs = [];
for (const name of await readdir(cases)) {
  for (const { input } of JSON.parse(await readFile(join(cases, name), "utf8"))) {
    if (input !== undefined) inputs.push(JSON.stringify(input));
  }
}
const keys = new Set(inputs.flatMap((input) => input.match(/"\w+"(?=:)/g) ?? []));
const fixtures = join(ROOT, "tests", "fixtures");
/** @type {string[]} Answers and webhooks. */
const bodies = [];
for (const name of await readdir(fixtures)) {
  const told = JSON.parse(await readFile(join(fixtures, name), "utf8"));
  if (Array.isArray(told)) bodies.push(...told.map((one) => JSON.stringify(one.body ?? one)));
}

/** @param {string} open @param {string} close */
const nested = (open, close) =>
  DEPTHS.map((depth) => `${open.repeat(depth)}1${close.repeat(depth)}`);

/** A text that holds a text that holds a text. @param {string} text */
const wrapped = (text) => {
  let [whole, layers] = [text, 0];
  while (layers++ < 12) whole = JSON.stringify({ message: whole, data: 1 });
  return whole;
};

const texts = [
  ...inputs.filter((_, at) => at % 7 === 0),
  ...bodies.filter((_, at) => at % 3 === 0),
  ...nested("[", "]"),
  ...[...keys].flatMap((key) => nested(`{${key}:`, "}").slice(0, 1)),
  ...["message", "data", "errors"].flatMap((key) => nested(`{"${key}":`, "}")),
  wrapped("deep"),
  "\\".repeat(1000),
  "%25".repeat(1000),
  "919876543210",
];

for (const { name } of CUTS) {
  test(`the stack of ${name} does not grow with what is nested`, { timeout: 300_000 }, async () => {
    const path = join(INSTALLED, "dist", `${name}_bg.wasm`);
    const worker = new Worker(new URL("stack.mjs", import.meta.url), {
      workerData: { path, texts },
      resourceLimits: { stackSizeMb: 0.5 },
    });
    const [most] = await once(worker, "message");
    console.log(name, most);
    for (const [call, bytes] of Object.entries(most)) {
      assert.ok(bytes < MOST, `${call}: ${bytes} bytes`);
    }
  });
}
