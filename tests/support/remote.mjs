/** The test's end of server.mjs. Runs in every runtime that the tests run in. */

/** Paths under this one are the test's own and never reach the simulator. */
export const CONTROL = "/__control/";

/** @typedef {ReturnType<typeof createRemote>} Remote */

/** @param {string} baseUrl where server.mjs listens */
export function createRemote(baseUrl) {
  /**
   * @param {string} action
   * @param {unknown} content
   */
  async function control(action, content) {
    const body = JSON.stringify(content);
    const response = await fetch(`${baseUrl}${CONTROL}${action}`, { method: "POST", body });
    if (!response.ok) throw new Error(`control action ${action} failed: ${response.status}`);
    return response.json();
  }

  return {
    baseUrl,
    /**
     * Puts a fresh simulator behind the address; its clock stands still at a fixed time.
     * @param {object} [options] of `createSimulator`, as far as JSON can say them
     * @param {object[]} [faults]
     */
    setup: (options = {}, faults = []) => control("setup", { options, faults }),
    /** @param {number} ms */
    advance: (ms) => control("advance", { ms }),
    /**
     * What the simulator received; a file as `{ name, type, bytes }`.
     * @returns {Promise<any[]>}
     */
    requests: () => control("requests", {}),
  };
}
