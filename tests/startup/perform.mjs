/** Puts a browser through the suite, case by case. */
import { startBrowser } from "../support/browsers.mjs";
import { startSite } from "./site.mjs";
import { TOPICS } from "./suite.mjs";

/**
 * @typedef {keyof typeof TOPICS} Topic
 *
 * @param {import("../support/browsers.mjs").Engine} engine
 * @param {(topic: Topic, name: string, run: () => Promise<void>) => Promise<void>} report Is handed
 *   each case; `run` rejects where it does not hold.
 * @returns {Promise<string>} The browser's version.
 */
export async function performStartup(engine, report) {
  const site = await startSite();
  try {
    const browser = await startBrowser(engine);
    try {
      const tab = await browser.open(site.url);
      for (const topic of /** @type {Topic[]} */ (Object.keys(TOPICS))) {
        for (const { name, policy } of TOPICS[topic]) {
          await report(topic, name, async () => {
            const problem = await tab.call("runCase", { name, policy, elsewhere: site.elsewhere });
            if (problem !== null) throw new Error(problem);
          });
        }
      }
      return browser.version;
    } finally {
      await browser.stop();
    }
  } finally {
    await site.close();
  }
}
