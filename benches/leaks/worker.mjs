/** A Worker that does what it is asked for. */
import "./watch.mjs";
import * as api from "interakt-wasm";
import { work } from "./work.mjs";

export default {
  /** @param {Request} request */
  async fetch(request) {
    return Response.json(await work(api, await request.json()));
  },
};
