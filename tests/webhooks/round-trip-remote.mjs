/** The test's end of the program. */

/** @typedef {import("interakt-wasm/simulator").LifeStep} LifeStep */
/** @typedef {import("interakt-wasm/simulator").Delivery} Delivery */

/** @param {string} url where it listens */
export function createRemote(url) {
  /**
   * @param {string} path
   * @param {object} task
   */
  async function ask(path, task) {
    const response = await fetch(new URL(path, url), {
      method: "POST",
      body: JSON.stringify(task),
    });
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    return response.json();
  }

  return {
    /**
     * Sends a message that will have this life, and gives its id.
     * @param {object} input
     * @param {LifeStep[]} life
     * @param {"sendMessage" | "sendRcs"} [operation]
     * @returns {Promise<string>}
     */
    send: async (input, life, operation = "sendMessage") =>
      (await ask("/send", { operation, input, life })).id,

    /**
     * Lets so many steps pass, and tells what is due.
     * @param {number} steps
     * @param {{ gate?: string, isTamperedWith?: boolean }} [how]
     * @returns {Promise<Delivery[]>}
     */
    deliver: (steps, how) => ask("/deliver", { steps, ...how }),

    /**
     * What it knows of a message by now.
     * @param {string} id
     * @returns {Promise<{ status: string | null, events: any[] }>}
     */
    know: (id) => ask("/status", { id }),
  };
}
