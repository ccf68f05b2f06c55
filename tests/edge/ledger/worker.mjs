/** A Durable Object that goes through the cases of the ledger in its own database. */
import { durableSql } from "interakt-wasm/edge";
import { CASES } from "./cases.mjs";
import { createStage } from "./stage.mjs";

export class Stage {
  #storage;

  /** @param {{ storage: any }} state */
  constructor({ storage }) {
    this.#storage = storage;
  }

  /** @param {Request} request */
  async fetch(request) {
    const name = decodeURIComponent(new URL(request.url).pathname.slice(1));
    const stage = createStage(() => durableSql(this.#storage));
    try {
      await CASES[name]?.(stage);
      return Response.json(null);
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
    const { pathname } = new URL(request.url);
    if (pathname === "/") return Response.json(Object.keys(CASES));
    return STAGE.get(STAGE.idFromName(pathname)).fetch(request);
  },
};
