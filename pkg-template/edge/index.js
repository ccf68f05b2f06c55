/** What the entry for servers exports: `interakt-wasm/edge`. */

export { callbackDataOf, rowOfCallbackData } from "./callback-data.js";
export { InteraktCampaign } from "./campaign.js";
export { durableLedger } from "./campaign-ledger.js";
export { createLedger, listLedgers } from "./ledger.js";
export { durableSql, nodeSql } from "./sql.js";
