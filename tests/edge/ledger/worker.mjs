/** A Durable Object that goes through the cases of the ledger in its own database. */
import { durableSql } from "interakt-wasm/edge";
import { CASES } from "./cases.mjs";
import { measure } from "./cost.mjs";
import { play } from "./random.mjs";
import { createStage } from "./stage.mjs";

export class Stage {
  #storage;

  /** @param {{ storage: any }} state */
  constructor({ storage }) {
    this.#storage = storage;
  }

  /** @param {Request} request */
  async fetch(request) {
    const [, what, which = ""] = new URL(request.url).pathname.split("/");
    const stage = createStage(() => durableSql(this.#storage));
    try {
      if (what === "case") await CASES[decodeURIComponent(which)]?.(stage);
      if (what === "random") await play(stage, await request.json());
      return Response.json(what === "cost" ? await measure(this.#storage, Number(which)) : "well");
    } catch (error) {
      return Response.json(String(/** @type {any} */ (error)?.stack ?? error));
    }
  }
}

export default {
  /**
   * @param {Request} request
   * @param {{ STAGE: any }} env
   */
  fetch(request, { STAGE }) {
    // Each in a database of its own.
    return STAGE.get(STAGE.newUniqueId()).fetch(request);
  },
};
