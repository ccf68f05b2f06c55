/**
 * How the package starts in pages, as cases that run in every browser: from files as a server
 * gives them, without a bundler.
 */
import { copyCases } from "./cases/copies.mjs";
import { entryCases, entryWebCases } from "./cases/entries.mjs";
import { errorCases } from "./cases/errors.mjs";
import { originCases } from "./cases/origins.mjs";
import { policyCases } from "./cases/policies.mjs";
import { realmCases } from "./cases/realms.mjs";
import { startCases } from "./cases/starts.mjs";
import { webCases } from "./cases/web.mjs";

/** The cases by what they are about, as the table in docs/runtimes.md names it. */
export const TOPICS = {
  "start-up": [...startCases, ...entryCases],
  "`interakt-wasm/web`": [...webCases, ...entryWebCases],
  "another origin": originCases,
  "strict Content Security Policy": policyCases,
  "two copies in a page": copyCases,
  "errors and inputs of other realms": [...errorCases, ...realmCases],
};

export const SUITE = Object.values(TOPICS).flat();
