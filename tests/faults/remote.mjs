/** The test's end of server.mjs. Runs in every runtime that the tests run in. */

/** The header by which a request says which play it belongs to. */
export const PLAY = "x-play";

/** Where redirects lead, on another origin. */
export const ELSEWHERE = "/elsewhere/";

/** @typedef {import("./perform.mjs").Fault} Fault */
/** @typedef {import("./server.mjs").Report} Report */

/**
 * @typedef {object} Addresses of the server
 * @property {string} url where plays are set up and looked at
 * @property {string} closedUrl where nobody listens
 * @property {string} silentUrl where connecting never ends
 */

/**
 * @typedef {object} Scene a play that was set up
 * @property {string} baseUrl
 * @property {Record<string, string>} headers for its calls
 * @property {() => Promise<Report>} report what has arrived so far
 * @property {(what: string, holds: (report: Report) => boolean) => Promise<Report>} until waits
 *   for what must come to pass
 */

/** @typedef {ReturnType<typeof createRemote>} Remote */

/** How long to wait for what must come to pass before the test fails. */
const PATIENCE_MS = 10_000;

/** @param {Addresses} addresses */
export function createRemote({ url, closedUrl, silentUrl }) {
  /**
   * @param {string} action
   * @param {unknown} content
   */
  async function control(action, content) {
    const body = JSON.stringify(content);
    const response = await fetch(`${url}/${action}`, { method: "POST", body });
    if (!response.ok) throw new Error(`the fault server refused to ${action}: ${response.status}`);
    return response.json();
  }

  return {
    /**
     * @param {readonly Fault[]} faults one for each attempt; the last one for all further attempts
     * @param {"closed" | "silent"} [where] instead of at the server
     * @returns {Promise<Scene>}
     */
    async play(faults, where) {
      const id = crypto.randomUUID();
      const served = await control("play", { id, faults });
      const report = () => control("report", { id });
      return {
        baseUrl: where ? { closed: closedUrl, silent: silentUrl }[where] : served,
        headers: { [PLAY]: id },
        report,
        async until(what, holds) {
          const deadline = Date.now() + PATIENCE_MS;
          for (;;) {
            const found = await report();
            if (holds(found)) return found;
            if (Date.now() > deadline) {
              throw new Error(`it never came to pass that ${what}: ${JSON.stringify(found)}`);
            }
            await pause(5);
          }
        },
      };
    },
  };
}

/** @param {number} ms */
export const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
