/** The page that a browser opens: runs each case in a page of its own, inside this one. */
import { openPage } from "./world.mjs";

Object.assign(globalThis, {
  /**
   * @param {{ name: string, policy?: string, elsewhere: string }} task
   * @returns {Promise<string | null>} The problem, if there is one.
   */
  async runCase({ name, policy = "", elsewhere }) {
    const page = await openPage(policy);
    try {
      return await page.window.runCase({ name, elsewhere });
    } finally {
      page.close();
    }
  },
});
