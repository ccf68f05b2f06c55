/** The pages of campaigns, without a page: what is said, what is drawn where, and whom a text names. */
import assert from "node:assert/strict";
import test from "node:test";
import { phone } from "interakt-wasm";
import { scaleOf, totalsOf } from "../../www/page/campaigns/chart-lines.js";
import { costWords, factsOf } from "../../www/page/campaigns/facts.js";
import { recipientsIn } from "../../www/page/campaigns/recipients.js";
import {
  durationWords,
  paceWords,
  progressOf,
  remainingWords,
  STATES,
  STATUSES,
  shareWords,
  statusWords,
} from "../../www/page/campaigns/words.js";
import { done, draft, parkedOne, paused, running } from "./campaigns.mjs";
import { START } from "./stage.mjs";

const MINUTE = 60_000;

/** @type {import("interakt-wasm/edge").AccountState} */
const ACCOUNT = {
  requestsPerMinute: 600,
  lastMinute: 240,
  waiting: 12,
  pausedUntil: null,
  optedOut: 2,
};

test("what is parked or given up has not come to its end, what is wrong in the file never began", () => {
  const words = (/** @type {import("./stage.mjs").Played} */ { state }) => {
    return progressOf(state.counts).words;
  };
  assert.equal(words(draft()), "0 of 4,812 (0%)");
  assert.equal(words(running()), "2,322 of 4,812 (48%)");
  assert.equal(words(parkedOne()), "4,743 of 4,812 (99%)");
  assert.equal(words(done()), "4,812 of 4,812 (100%)");
});

test("a share is never nothing of something, nor all of less", () => {
  assert.deepEqual(
    [
      [0, 0],
      [0, 10],
      [1, 1000],
      [1, 100],
      [1, 2],
      [999, 1000],
      [10, 10],
    ].map(([part = 0, whole = 0]) => shareWords(part, whole)),
    ["0%", "0%", "under 1%", "1%", "50%", "over 99%", "100%"],
  );
});

test("times are told as exactly as somebody can use", () => {
  assert.deepEqual(
    [0, 1, 89_000, 90_000, 8 * MINUTE, 90 * MINUTE, 125 * MINUTE, 1440 * MINUTE].map(durationWords),
    [
      "1 second",
      "1 second",
      "89 seconds",
      "2 minutes",
      "8 minutes",
      "1 hour 30 minutes",
      "2 hours 5 minutes",
      "24 hours",
    ],
  );
});

test("what is left takes the account's pace, and nothing where nothing is sent", () => {
  assert.equal(remainingWords(running().state, ACCOUNT), "About 5 minutes left at 600 per minute.");
  assert.equal(
    remainingWords(draft().state, ACCOUNT),
    "It will take about 9 minutes at 600 per minute.",
  );
  assert.equal(remainingWords(running().state, undefined), "");
  assert.equal(remainingWords(paused().state, ACCOUNT), "");
  assert.equal(remainingWords(done().state, ACCOUNT), "");
});

test("the account's pace says when Interakt asked to wait, as long as it lasts", () => {
  const said =
    "At most 600 messages per minute. 240 went out within the last minute, 12 are waiting for their turn.";
  assert.equal(paceWords(ACCOUNT, START), said);
  const held = { ...ACCOUNT, pausedUntil: START + 30_000 };
  assert.equal(
    paceWords(held, START),
    `${said} Interakt asked to wait: sending resumes in 30 seconds.`,
  );
  assert.equal(paceWords(held, START + 30_000), said);
});

test("a campaign that paused by itself says why", () => {
  assert.match(statusWords(paused().state), /^It paused automatically: too many messages failed/);
  assert.match(
    statusWords({ ...paused().state, reason: "account" }),
    /^It paused automatically: Interakt refused the account/,
  );
  assert.equal(statusWords({ ...paused().state, reason: null }), STATUSES.paused.means);
});

test("each status and each state has words of its own", () => {
  for (const words of [STATUSES, STATES]) {
    const labels = Object.values(words).map(({ label }) => label);
    assert.equal(new Set(labels).size, labels.length);
  }
});

test("facts are told once they are known", () => {
  const names = (/** @type {import("./stage.mjs").Played} */ { state }, account = ACCOUNT) =>
    factsOf(state, account, START).map(([name]) => name);
  assert.deepEqual(names(draft()), ["Pace", "Quiet hours", "Pauses automatically", "Made"]);
  assert.deepEqual(names(running()).slice(0, 1), ["Costs so far"]);
  assert.deepEqual(names(done()).slice(-3), ["Made", "Started", "Ended"]);
  const about = { base: { template: { name: "order_packed", languageCode: "en" } } };
  const { state } = done();
  const settings = { name: "x", about, stopAt: { failed: 0.005 } };
  const facts = Object.fromEntries(factsOf({ ...state, settings }, undefined, START));
  assert.equal(facts.Template, "order_packed, en");
  assert.equal(facts["Quiet hours"], "None");
  assert.equal(facts["Pauses automatically"], "When more than 0.5% fail");
  for (const odd of [null, "text", { base: null }, { base: { template: { name: 7 } } }]) {
    assert.ok(
      !names({ ...done(), state: { ...state, settings: { name: "x", about: odd } } }).includes(
        "Template",
      ),
    );
  }
  assert.deepEqual(["0", "1411.2", "0.1234", "?"].map(costWords), [
    "0.00",
    "1,411.20",
    "0.1234",
    "?",
  ]);
});

test("spans add up from nothing to all", () => {
  const span = (/** @type {number} */ at) => ({ at, sent: 3, delivered: 2, read: 1, failed: 0 });
  assert.deepEqual(totalsOf([]), []);
  assert.deepEqual(totalsOf([span(0)]), [
    { at: 0, sent: 0, delivered: 0, read: 0, failed: 0 },
    { at: MINUTE, sent: 3, delivered: 2, read: 1, failed: 0 },
  ]);
  assert.deepEqual(totalsOf([span(0), span(5 * MINUTE)]).at(-1), {
    at: 10 * MINUTE,
    sent: 6,
    delivered: 4,
    read: 2,
    failed: 0,
  });
});

test("a chart has whole counts across, and all of its lines within", () => {
  for (const most of [0, 1, 3, 7, 99, 100, 2306, 4812, 1_000_000]) {
    const totals = [
      { at: START, sent: 0, delivered: 0, read: 0, failed: 0 },
      { at: START + MINUTE, sent: most, delivered: 0, read: 0, failed: 0 },
    ];
    const { x, y, counts } = scaleOf(totals, 500, 220);
    assert.ok(counts.length >= 2 && counts.length <= 7, `${most}: ${counts}`);
    assert.ok(counts.every(Number.isInteger), `${most}: ${counts}`);
    assert.ok((counts.at(-1) ?? 0) >= most, `${most}: ${counts}`);
    assert.ok(y(most) >= 0 && y(0) <= 220 && x(START) < x(START + MINUTE), String(most));
    assert.ok(x(START + MINUTE) <= 500);
  }
});

test("a text names recipients as accounts know them, and each once", () => {
  const read = (/** @type {string} */ text) => recipientsIn(text, "IN", phone.parse);
  assert.deepEqual(read("98765 43210\r\n+91-98765-43210\n\n +44 7400 123456 \ntea-lover-0042\n"), {
    recipients: ["919876543210", "447400123456", "tea-lover-0042"],
    problems: [],
  });
  const { recipients, problems } = read("9876543210\n98765");
  assert.deepEqual(recipients, ["919876543210"]);
  assert.equal(problems.length, 1);
  assert.match(problems[0] ?? "", /^Line 2: /);
  assert.deepEqual(read("  \n"), { recipients: [], problems: [] });
});
