/** Asks the simulator's Durable Object what was told about a message. */

/** Requests for this host are for the object itself, and not for Interakt. */
export const OWN_HOST = "simulator.invalid";

/**
 * @param {import("interakt-wasm/edge").DurableStub} simulator
 * @param {string} id Of the message.
 * @returns {Promise<any>} `null`: it is not remembered.
 */
export async function lifeAt(simulator, id) {
  const url = new URL(`https://${OWN_HOST}/`);
  url.searchParams.set("id", id);
  return (await simulator.fetch(new Request(url))).json();
}
