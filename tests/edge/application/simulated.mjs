/** Without a key: the simulator takes the messages, and tells what becomes of them. */
import assert from "node:assert/strict";
import test from "node:test";
import { numbers, startApplication } from "./desk.mjs";

export function simulated() {
  test("a file with bad and duplicate rows becomes messages that are delivered, read, answered and paid", async (t) => {
    const { get, until } = await startApplication(t);
    const { id } = await get("POST", "/api/campaigns", {
      settings: {
        name: "Tea",
        about: {
          base: { type: "Template", template: { name: "tea_survey", languageCode: "en" } },
          columns: { Mobile: "phone", Name: "template.bodyValues[0]" },
          defaultCountry: "IN",
        },
      },
    });
    assert.match(id, /^\d{8}-[a-z]{6}$/);
    const rows = numbers(60).map((number, index) => `${number},Asha ${index}`);
    const file = `Mobile,Name\n${[...rows, "12,Bad", `${rows[0]}`].join("\n")}\n`;
    const { summary, state: draft } = await get("PUT", `/api/campaigns/${id}/rows`, file);
    assert.deepEqual([summary.ready, summary.refused, summary.duplicates], [60, 1, 1]);
    assert.deepEqual(
      [draft.status, draft.counts.waiting, draft.counts.invalid, draft.counts.duplicate],
      ["draft", 60, 1, 1],
    );

    const again = await get("PUT", `/api/campaigns/${id}/rows`, file);
    assert.deepEqual([again.summary.rows, again.state.counts.rows], [62, 62]);

    const tried = await get("POST", `/api/campaigns/${id}/test`, { to: "+91 98123 45678" });
    assert.match(tried.id, /^[\da-f-]{36}$/);
    assert.equal((await get("GET", `/api/campaigns/${id}`)).state.counts.sent, 0);

    assert.equal((await get("POST", `/api/campaigns/${id}/start`)).status, "running");
    // By the last two digits: 00 to 03 fail, up to 07 are not delivered, up to 24 not read.
    const { counts, cost, status } = await until(
      id,
      ({ counts: { failed, delivered, read, clicked } }) =>
        failed === 4 && delivered === 52 && read === 35 && clicked === 0,
    );
    assert.equal(status, "done");
    assert.equal(counts.sent, 60);
    assert.equal(counts.replied, 25);
    assert.ok(Number(cost) > 0, cost);

    // 25 has answered STOP, and is not written to again.
    assert.deepEqual(await get("GET", "/api/opt-outs"), { recipients: ["919876543225"] });
    const { campaigns, account } = await get("GET", "/api/campaigns");
    assert.deepEqual([campaigns.length, campaigns[0].id], [1, id]);
    assert.equal(account.optedOut, 1);
  });

  test("RCS, which nobody signs, is told too", async (t) => {
    const { get, campaign, until } = await startApplication(t);
    const base = { type: "Text", message: { plainText: "Tea?" } };
    const about = { base, columns: { Mobile: "phone" }, defaultCountry: "IN" };
    const id = await campaign(numbers(12, 9_876_543_230), { operation: "sendRcs", about });
    await get("POST", `/api/campaigns/${id}/start`);
    const { counts } = await until(id, ({ counts }) => counts.read === 12);
    assert.equal(counts.sent, 12);
    assert.equal(counts.delivered, 12);
  });
}
