/** What the package has to be read. */
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join, posix } from "node:path";
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

test("the programs that they show come with what they import", async () => {
  const programs = project.files.filter((file) => file.startsWith("docs/examples/"));
  assert.ok(programs.includes("docs/examples/forms/react-hook-form/checkout.tsx"));
  const missing = await Promise.all(
    programs.map(async (program) => {
      const text = await readFile(join(project.installed, program), "utf8");
      const targets = [...text.matchAll(/\bfrom "(\.[^"]+)"/g)].map(([, target = ""]) => target);
      return targets
        .filter((target) => {
          const place = posix.join(posix.dirname(program), target);
          return !programs.some((file) => file === place || file.startsWith(`${place}.`));
        })
        .map((target) => `${program}: ${target}`);
    }),
  );
  // SvelteKit writes those of its own.
  assert.deepEqual(
    missing.flat().filter((line) => !line.endsWith(" ./$types")),
    [],
  );
});
