import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { capture, ROOT } from "../../scripts/project.mjs";
import { brokenLinks, readDocument } from "../support/documents.mjs";
import { REPORTS, readGuides } from "./guides.mjs";

/** What somebody reads who has five minutes. */
const MOST_LINES = 250;

test("each link in a document of the checkout leads to a file or a heading that is there", async () => {
  const listed = await capture("git", ["ls-files", "-co", "--exclude-standard", "--", "*.md"], {
    cwd: ROOT,
  });
  const documents = listed.trim().split("\n");
  assert.ok(documents.includes("README.md") && documents.includes("docs/forms.md"));
  assert.deepEqual(await brokenLinks(ROOT, documents), []);
});

test(`README.md has at most ${MOST_LINES} lines, and leads to each guide`, async () => {
  const readme = await readFile(join(ROOT, "README.md"), "utf8");
  const lines = readme.split("\n").length - 1;
  assert.ok(lines <= MOST_LINES, `it has ${lines}`);
  const { links } = readDocument(readme);
  const files = (await readGuides()).map(({ file }) => file);
  const guides = files.filter((file) => file !== "README.md" && !REPORTS.includes(file));
  assert.deepEqual(
    guides.filter((file) => !links.includes(file)),
    [],
  );
});

test("headings are linked to as they are read, and code holds no links", () => {
  const { links, anchors } = readDocument(
    "# One `two`?\n\n[a](b.md#c)\n\n`[d](e)`\n\n# One two\n\n![f](g.png)\n\n```\n# no\n[h](i)\n```\n",
  );
  assert.deepEqual(links, ["b.md#c", "g.png"]);
  assert.deepEqual([...anchors], ["one-two", "one-two-1"]);
});
