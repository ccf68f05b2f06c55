import assert from "node:assert/strict";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, test } from "node:test";
import { REPORTS, readReports } from "../../scripts/api.mjs";

const CURE = "Where that is meant, write it anew: npm run api";

describe("docs/api shows what the package exports", async () => {
  const reports = await readReports();

  for (const [file, report] of reports) {
    test(file, async () => {
      const present = await readFile(join(REPORTS, file), "utf8").catch(() => "");
      assert(present !== "", `docs/api/${file} is missing. ${CURE}`);
      const [found, expected] = [present, report].map((text) => text.split("\n"));
      // Only what differs: the rest is long.
      const line = expected?.findIndex((text, index) => text !== found?.[index]);
      const message = `docs/api/${file} is out of date at line ${(line ?? 0) + 1}. ${CURE}`;
      assert(present === report, message);
    });
  }

  test("of the entries that there are, and of no others", async () => {
    assert.deepEqual((await readdir(REPORTS)).sort(), [...reports.keys()].sort());
  });
});
