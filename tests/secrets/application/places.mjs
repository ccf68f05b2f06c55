/** Where the application shows and keeps what is of people, and why. */

/** @typedef {import("../watch.mjs").Permission} Permission */
/** @typedef {import("../watch.mjs").Places} Places */
/** @typedef {import("../marks.mjs").Mark} Mark */

/** @type {Permission} */
const NOTHING = {};

/** @type {readonly Mark[]} */
const SAID = ["name", "phone", "text"];

/** @type {Permission} */
const REFUSED_IN_WORDS = { may: SAID, why: "Interakt's words say what to put right." };

/** What only a real account has. @type {Places} */
const LIVE = {
  "an answer of POST /webhooks/interakt": NOTHING,
  "an answer of POST /api/campaigns/ID/test": NOTHING,
  "an answer of POST /api/interakt/…, refused": REFUSED_IN_WORDS,
  "an answer of GET /api/campaigns/ID/rows": {
    may: SAID,
    why: "The page lists whom a campaign is for, and Interakt's words about each who was refused.",
  },
  "an answer of GET /api/campaigns/ID/results.csv": { may: SAID, why: "It is the same as a file." },
};

/** @type {Places} */
const SIMULATED = {
  "an answer of POST /api/campaigns/ID/test, refused": NOTHING,
  "an answer of POST /api/interakt/…, refused": NOTHING,
  "an answer of GET /api/campaigns/ID/rows": {
    may: ["phone"],
    why: "The page lists whom a campaign is for.",
  },
  "an answer of GET /api/campaigns/ID/results.csv": {
    may: ["phone"],
    why: "It is the same as a file.",
  },
};

/** @param {"live" | "simulator"} mode @returns {Places} */
export const placesOf = (mode) => ({
  "the log": NOTHING,
  "headers of an answer": NOTHING,
  "an answer of GET /, refused": NOTHING,
  "an answer of GET /api/…, refused": NOTHING,
  "an answer of GET /api/account": NOTHING,
  "an answer of GET /api/account, refused": NOTHING,
  "an answer of GET /api/campaigns": NOTHING,
  "an answer of GET /api/campaigns, refused": NOTHING,
  "an answer of POST /api/send": {
    may: [...SAID, "userId"],
    why: "The page shows its request as it was sent, but for the key, and the answer to it.",
  },
  "an answer of POST /api/send, refused": NOTHING,
  "an answer of POST /webhooks/interakt, refused": NOTHING,
  "an answer of POST /webhooks/interakt/…, refused": NOTHING,
  "an answer of GET /api/webhooks/told": { may: ["phone"], why: "The page lists who wrote." },
  "an answer of GET /api/webhooks/told/ID": { may: SAID, why: "It is the webhook, whole." },
  "what a program is told: headers": NOTHING,
  "what a program is told: body": { may: SAID, why: "It is the webhook, byte for byte." },
  "an answer of POST /api/webhooks/tell": NOTHING,
  "an answer of POST /api/webhooks/tell, refused": NOTHING,
  "an answer of POST /api/interakt/…": NOTHING,
  "an answer of POST /api/interakt/…, of a Worker that fails": NOTHING,
  "an answer of POST /api/campaigns": NOTHING,
  "an answer of POST /api/campaigns, refused": NOTHING,
  "an answer of DELETE /api/campaigns/ID": NOTHING,
  "an answer of PUT /api/campaigns/ID/rows": {
    may: ["name", "text"],
    why: "Whoever uploads a file is told which cells are wrong.",
  },
  "an answer of PUT /api/campaigns/ID/rows, refused": NOTHING,
  "an answer of POST /api/campaigns/ID/test, refused": NOTHING,
  "an answer of POST /api/campaigns/ID/start": NOTHING,
  "an answer of POST /api/campaigns/ID/start, refused": NOTHING,
  "an answer of POST /api/campaigns/ID/again, refused": NOTHING,
  "an answer of POST /api/campaigns/ID/mark-sent, refused": NOTHING,
  "an answer of GET /api/campaigns/ID": NOTHING,
  "an answer of GET /api/opt-outs": { may: ["phone", "userId"], why: "The page lists them." },
  "an answer of POST /api/opt-outs": NOTHING,
  "an answer of POST /api/opt-outs, refused": NOTHING,
  "an answer of DELETE /api/opt-outs": NOTHING,

  "the page: its console": NOTHING,
  "the page: addresses and headers of its requests": NOTHING,
  "the page: its own address and title": NOTHING,
  "the page: cookies, caches, databases and localStorage": NOTHING,
  "the page: its text": { may: [...SAID, "userId"], why: "It shows what was typed and answered." },
  "the page: sessionStorage": {
    may: [...SAID, "userId"],
    why: "What was typed and sent survives a reload, until the tab is closed.",
  },
  ...(mode === "live" ? LIVE : SIMULATED),
});

/** What a row of the table in www/README.md begins with. */
export const ROWS = /** @type {const} */ ({
  campaign: "a campaign's object",
  list: "the list of campaigns",
  optOuts: "the account's object | who has opted out",
  last: "the account's object | which campaign",
  limits: "the object of limits",
});

/**
 * The columns of databases in which people stand, and which row of the README says so. What stands
 * in `after` is kept when the campaign was deleted and everybody was taken off the list.
 *
 * @type {Record<string, { may: readonly Mark[], told: keyof typeof ROWS, after?: true }>}
 */
export const KEPT = {
  "InteraktCampaign: interakt_rows.recipient": { may: ["phone"], told: "campaign" },
  "InteraktCampaign: interakt_rows.input": { may: SAID, told: "campaign" },
  "InteraktCampaign: interakt_rows.problem": { may: SAID, told: "campaign" },
  "CampaignList: campaigns.sample": { may: ["name", "phone"], told: "list" },
  "InteraktAccount: interakt_opt_out.recipient": { may: ["phone", "userId"], told: "optOuts" },
  "InteraktAccount: interakt_last_message.recipient": {
    ...{ may: ["phone"], told: "last", after: true },
  },
  "InteraktBuckets: interakt_buckets.key": { may: ["phone"], told: "limits", after: true },
};
