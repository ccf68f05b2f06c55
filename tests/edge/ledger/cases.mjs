/** What a ledger does, in whatever database it is kept. */
import { CAMPAIGN } from "./cases-campaign.mjs";
import { HANDS } from "./cases-hands.mjs";
import { NEWS } from "./cases-news.mjs";

/** @type {Record<string, (stage: import("./stage.mjs").Stage) => Promise<void>>} */
export const CASES = { ...HANDS, ...CAMPAIGN, ...NEWS };
