/**
 * A process that is killed: sends the messages of bulk-kill.test.mjs from where the file says that
 * an earlier one stopped. Run with the server's address, the file, and a campaign as JSON.
 */
import { appendFileSync } from "node:fs";
import { Interakt } from "interakt-wasm";
import { lastLine } from "./bulk-kill-journal.mjs";
import { API_KEY, MESSAGE } from "./support.mjs";

const [baseUrl, journal = "", campaign = ""] = process.argv.slice(2);
const { count, concurrency } = JSON.parse(campaign);

async function* messages() {
  for (let index = 0; index < count; index += 1) {
    if (index % 7 === 0) await new Promise((resolve) => setImmediate(resolve));
    const phoneNumber = index % 11 === 5 ? "0999" : MESSAGE.phoneNumber;
    yield { ...MESSAGE, phoneNumber, callbackData: String(index) };
  }
}

const interakt = new Interakt({ apiKey: API_KEY, baseUrl, maxRetryAfterMs: 1 });
const { resumeFrom } = lastLine(journal) ?? {};
const run = interakt.sendAll(messages(), { concurrency, resumeFrom });

/** A result and where the run is stand in one line: both are kept, or neither is; slowly. */
const keep = async (/** @type {object} */ result) => {
  const line = JSON.stringify({ ...result, resumeFrom: run.summary.resumeFrom });
  await new Promise((resolve) => setTimeout(resolve, Math.random() * 4));
  appendFileSync(journal, `${line}\n`);
};

await keep({});
for await (const { index, status } of run) await keep({ index, status });
