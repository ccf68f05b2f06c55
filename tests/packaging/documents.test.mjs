/** What the package has to be read. */
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { after, test } from "node:test";
import { ROOT } from "../../scripts/project.mjs";
import { brokenLinks, withoutLinks } from "../support/documents.mjs";
import { installTarball } from "./tarball.mjs";

const project = await installTarball();
after(project.remove);
const documents = project.files.filter((file) => file.endsWith(".md"));

test("it has the README, the guides, and what is written from the descriptions", () => {
  for (const file of ["README.md", "docs/forms.md", "docs/reference/rules.md"]) {
    assert.ok(documents.includes(file), `${file} is missing`);
  }
});

test("each link in them leads to something in the package", async () => {
  assert.deepEqual(await brokenLinks(project.installed, documents), []);
});

test("they say what they say in the checkout, without pictures that are not in the package", async () => {
  for (const file of documents) {
    const [shipped, whole] = await Promise.all(
      [project.installed, ROOT].map((folder) => readFile(join(folder, file), "utf8")),
    );
    assert.equal(withoutLinks(shipped ?? ""), withoutLinks(whole ?? ""), file);
    assert.doesNotMatch(shipped ?? "", /!\[[^\]]*\]\((?!https:)/, file);
  }
  assert.ok(!project.files.some((path) => path.endsWith(".webp")));
});
