/** Puts a browser through the suite, case by case. */
import { startDriven } from "./engines.mjs";
import { Person } from "./person.mjs";
import { form, startSite } from "./site.mjs";
import { TOPICS } from "./suite.mjs";

/**
 * @typedef {import("./engines.mjs").Engine} Engine
 *
 * @typedef {object} Case
 * @property {string} name A sentence about what a person or a page meets.
 * @property {Partial<import("./site.mjs").Page>} [page] Where it differs from a form with a field of
 *   India.
 * @property {Partial<Record<Engine, string>>} [cannot] Why a browser cannot be driven so.
 * @property {(person: Person) => Promise<void>} run
 *
 * @typedef {object} Reported
 * @property {string} topic
 * @property {string} name
 * @property {string} [cannot] Why it cannot be run.
 * @property {() => Promise<void>} run Rejects where it does not hold.
 */

/**
 * @param {Engine} engine
 * @param {(reported: Reported) => Promise<void>} report Is handed each case.
 * @returns {Promise<string>} The browser's version.
 */
export async function performField(engine, report) {
  const site = await startSite();
  try {
    const browser = await startDriven(engine);
    const person = new Person(browser.means, site);
    try {
      for (const [topic, cases] of Object.entries(TOPICS)) {
        for (const { name, page, cannot, run } of cases) {
          await report({
            ...{ topic, name },
            ...(cannot?.[engine] === undefined ? {} : { cannot: cannot[engine] }),
            async run() {
              await person.visit({ body: form(), ...page });
              await run(person);
              await person.leavesNoTrouble();
            },
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
