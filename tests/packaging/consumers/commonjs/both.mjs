/** A process in which both copies are: an application of modules with a dependency of CommonJS. */
import assert from "node:assert/strict";
import { createRequire } from "node:module";
import * as imported from "interakt-wasm";
import { createSimulator as importedSimulator } from "interakt-wasm/simulator";
import { exercise } from "./exercise.mjs";

const require = createRequire(import.meta.url);
const required = require("interakt-wasm");
const { createSimulator: requiredSimulator } = require("interakt-wasm/simulator");

const failures = ({ Interakt, sendMessage, webhooks }) => [
  () => new Interakt({ apiKey: "twice Basic" }),
  () => sendMessage.build({}),
  () => sendMessage.parse(401, {}, ""),
  () => sendMessage.parse(403, {}, ""),
  () => sendMessage.parse(404, {}, ""),
  () => sendMessage.parse(429, { "retry-after": "2" }, ""),
  () => sendMessage.parse(500, {}, ""),
  () => webhooks.parse("no JSON"),
  () => new Interakt({ apiKey: "dGVzdC1rZXk6", fetch: () => Promise.reject("lost") }).listUsers({}),
];

/** What the guards of a copy say of an error. */
const answers = (copy, error) =>
  Object.keys(copy)
    .filter((name) => /^is[A-Z]\w+Error$/.test(name))
    .filter((name) => copy[name](error));

let compared = 0;
for (const [ours, others] of [
  [imported, required],
  [required, imported],
]) {
  assert.notEqual(ours.Interakt, others.Interakt);
  for (const fail of failures(ours)) {
    const error = await (async () => fail())().catch((reason) => reason);
    const known = answers(ours, error);
    assert.ok(known.length >= 2, `${error} is known as ${known}`);
    assert.deepEqual(answers(others, error), known);
    compared += 1;
  }
}
assert.equal(compared, 18);

for (const [copy, createSimulator] of [
  [imported, requiredSimulator],
  [required, importedSimulator],
]) {
  console.log(JSON.stringify(await exercise(copy, createSimulator, process.env.INTERAKT_URL)));
}
