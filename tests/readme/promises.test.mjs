/** What the guides promise is held by a test, and the figures in them are those of the code. */
import assert from "node:assert/strict";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { operations } from "interakt-wasm";
import { ROOT } from "../../scripts/project.mjs";
import { contract } from "../contract/suite.mjs";
import { readFixtures, readWebhookFixtures } from "../support/fixtures.mjs";
import { REPORTS, readGuides } from "./guides.mjs";
import { ADVICE, FIGURES, PROMISES } from "./promises.mjs";

/** @param {string} file */
const read = (file) => readFile(join(ROOT, file), "utf8");

const guides = (await readGuides()).filter(({ file }) => !REPORTS.includes(file));

/** Each stretch of prose up to a full stop or the end of a cell. @param {string} markdown */
const sentencesOf = (markdown) => {
  const prose = markdown.replace(/^```[\s\S]*?^```$/gm, "");
  return prose.split(/\n+|(?<=[.?!])\s+|\s\|\s/);
};

test("each sentence with never or always is a promise that a test holds", () => {
  const known = [...PROMISES.map(([, says]) => says), ...ADVICE];
  const found = guides.flatMap(({ file, markdown }) =>
    sentencesOf(markdown)
      .filter((sentence) => /\b(never|always)\b/i.test(sentence))
      .filter((sentence) => !known.some((says) => sentence.includes(says)))
      .map((sentence) => `${file}: ${sentence}`),
  );
  assert.deepEqual(found, []);
});

for (const [guide, says, file, name] of PROMISES) {
  test(`${guide} promises: ${says}`, async () => {
    assert.ok((await read(guide)).includes(says), `${guide} does not say so`);
    assert.ok((await read(file)).includes(name), `${file} has no test called ${name}`);
  });
}

for (const [guide, says, file, line] of FIGURES) {
  test(`${guide} has the figure of ${line}`, async () => {
    assert.match(await read(guide), says);
    assert.ok((await read(file)).includes(line), `${file} does not have it`);
  });
}

test("the contract has as many cases as docs/runtimes.md says", async () => {
  const [, told] = /over (\d+) cases/.exec(await read("docs/runtimes.md")) ?? [];
  const cases = contract({ fixtures: await readFixtures(), webhooks: await readWebhookFixtures() });
  assert.ok(cases.length > Number(told), `${cases.length}, and not over ${told}`);
});

const MARK = "Xq7zVw";

test("no message repeats what an input holds", async () => {
  const files = await readdir(join(ROOT, "tests", "cases"));
  let asked = 0;
  for (const file of files) {
    for (const { operation: name, input } of JSON.parse(await read(`tests/cases/${file}`))) {
      const operation = operations.find((operation) => operation.name === name);
      for (const marked of operation ? markings(input) : []) {
        const { warnings, ...result } = operation?.validate(marked) ?? assert.fail();
        const issues = [...warnings, ...("issues" in result ? result.issues : [])];
        for (const { code, message } of issues)
          assert.ok(!message.includes(MARK), `${code}: ${message}`);
        asked += issues.length;
      }
    }
  }
  assert.ok(asked > 1000, `${asked} messages`);
});

/**
 * The value once for each text in it, with another in its place.
 *
 * @param {unknown} value
 * @returns {unknown[]}
 */
function markings(value) {
  if (typeof value === "string") return [`${MARK} ${value}`];
  if (Array.isArray(value)) {
    return value.flatMap((item, index) =>
      markings(item).map((marked) => value.with(index, marked)),
    );
  }
  if (value === null || typeof value !== "object") return [];
  return Object.entries(value).flatMap(([key, item]) =>
    markings(item).map((marked) => ({ ...value, [key]: marked })),
  );
}
