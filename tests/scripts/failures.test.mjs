/** What a run that failed says at its end. */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { cargoFailures, tellFailures } from "../../scripts/failures.mjs";

/** @param {string} name Of a program beside this file. @returns {{ status: number | null, stdout: string }} */
function outcome(name) {
  // With it, Node would take the child's tests for a part of this run.
  const env = { ...process.env, NODE_TEST_CONTEXT: undefined };
  const program = fileURLToPath(new URL(name, import.meta.url));
  return spawnSync(process.execPath, [program], { env, encoding: "utf8" });
}

test("a run that failed names each test that did, its place and the beginning of how, and then counts", () => {
  const { status, stdout } = outcome("failing/run.mjs");
  assert.equal(status, 1);
  const [, told = "", summary = ""] = stdout.split(/=== (?:what failed|summary) =+\n/);
  const names = [...told.matchAll(/^✖ (.*)$/gm)].map(([, name]) => name);
  assert.deepEqual(names, [
    "early: two numbers are the same",
    "early: a part throws no error but a text",
    "early: a group that cannot begin",
    "early: a message of very many lines is cut",
    "early: is never run",
    "late: the file itself, outside of its tests",
    "none: none of its tests, but the step itself",
  ]);
  const of = (/** @type {string} */ name) =>
    told.slice(told.indexOf(`✖ ${name}`)).split("\n✖ ")[0] ?? "";
  assert.match(
    of("early: two numbers"),
    /^ {2}at tests\/scripts\/failing\/tests\.mjs:10\n {4}AssertionError .*\n {4}\n {4}1 !== 2$/m,
  );
  assert.match(of("early: a part"), /^ {4}a text$/m);
  assert.match(of("early: a group"), /^ {4}Error: no browser is there$/m);
  assert.match(of("early: a message"), /^ {4}line 14\n {4}… and \d+ more lines$/m);
  assert.match(of("late: the file"), /at tests\/scripts\/failing\/late\.mjs/);
  assert.match(
    of("late: the file"),
    /ended with exit code 3\n(?:.*\n)*? {4}something is left open/,
  );
  assert.match(of("none: none of"), /^ {4}no browser: apt-get failed$/m);
  assert.doesNotMatch(told, /what passes|not done yet|node:internal/);
  assert.match(summary, /^passed {2}fine .*\nFAILED {2}early .*\n[\s\S]*\n1 passed, 3 failed\n$/);
});

test("of more than ten failures each is named, and the first ten say how", () => {
  const failures = Array.from({ length: 12 }, (_, at) => ({ name: `number ${at}`, words: "how" }));
  const told = tellFailures(failures);
  assert.equal(told.match(/^✖ number /gm)?.length, 12);
  assert.equal(told.match(/^ {4}how$/gm)?.length, 10);
});

test("of cargo's output the tests that failed are read", () => {
  const output = [
    ...[
      "running 3 tests",
      "test one ... ok",
      "test two ... FAILED",
      "test a::three ... FAILED",
      "",
    ],
    ...["failures:", "", "---- two stdout ----"],
    ...["thread 'two' panicked at tests/a.rs:3:5:", "assertion failed", ""],
    ...["---- a::three stdout ----", "thread 'a::three' panicked at src/b.rs:9:1:", "no", "", ""],
    ...["failures:", "    a::three", "    two", "", "test result: FAILED. 1 passed; 2 failed"],
  ];
  assert.deepEqual(cargoFailures(output.join("\n")), [
    { name: "two", words: "thread 'two' panicked at tests/a.rs:3:5:\nassertion failed\n" },
    { name: "a::three", words: "thread 'a::three' panicked at src/b.rs:9:1:\nno\n\n" },
  ]);
});

test("where cargo names no test, its last lines are told", () => {
  const lines = Array.from({ length: 30 }, (_, at) => `line ${at}`);
  const [failure] = cargoFailures([...lines, "error: could not compile `x`", ""].join("\n"));
  assert.match(failure?.words ?? "", /^line 16\n[\s\S]*could not compile `x`$/);
});
