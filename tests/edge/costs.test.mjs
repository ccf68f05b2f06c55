/** What docs/architecture.md says that a message costs, asked of workerd. */
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { Miniflare } from "miniflare";
import { ROOT } from "../../scripts/project.mjs";
import { tableIn } from "../packaging/matrix/table.mjs";
import { workerModules } from "../support/worker.mjs";

/** Enough for what comes with each batch of 100 to be little. */
const MESSAGES = 400;

/** Of the statuses sent, delivered and read. */
const WEBHOOKS = 3 * MESSAGES;

test("each message costs the requests to objects and the rows that docs/architecture.md says", async () => {
  const miniflare = new Miniflare({
    modules: await workerModules(fileURLToPath(new URL("costs-worker.mjs", import.meta.url))),
    compatibilityDate: "2026-01-01",
    durableObjects: {
      ACCOUNT: { className: "InteraktAccount", useSQLite: true },
      CAMPAIGN: { className: "InteraktCampaign", useSQLite: true },
    },
  });
  try {
    const response = await miniflare.dispatchFetch(`http://worker/?messages=${MESSAGES}`);
    const { status, sent, added, working, told } = /** @type {any} */ (await response.json());
    assert.deepEqual([status, sent], ["done", MESSAGES]);
    /** @param {any} counts @param {number} many */
    const each = ({ campaign, account }, many) =>
      [campaign.requests, campaign.written, account.requests, account.written].map((count) =>
        (count / many).toFixed(1),
      );
    const rows = [
      ["adding a row of the file", ...each(added, MESSAGES)],
      ["sending it", ...each(working, MESSAGES)],
      ["each webhook about it", ...each(told, WEBHOOKS)],
    ];
    const table = rows.map((cells) => `| ${cells.join(" | ")} |`).join("\n");
    const text = await readFile(join(ROOT, "docs", "architecture.md"), "utf8");
    assert.equal(tableIn(text, "costs").trim().split("\n").slice(2).join("\n"), table);
  } finally {
    await miniflare.dispose();
  }
});
