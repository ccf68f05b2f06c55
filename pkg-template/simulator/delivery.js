/** Telling one event: the request, signed, and what came of it. */

import { webhooks } from "interakt-wasm";
import { SIGNATURE_HEADER } from "../operations.js";

/** @typedef {import("../types/simulator.js").Delivery} Delivery */
/** @typedef {Pick<import("./webhooks.js").Settings, "to" | "secret" | "fetch">} Settings */

/** The address of requests that a function answers. */
const ADDRESS = "https://webhook.example/";

/**
 * Never rejects: what went wrong is part of the delivery.
 * @param {import("./schedule.js").Event} event
 * @param {Settings} settings
 * @param {number} at
 * @returns {Promise<Delivery>}
 */
export async function deliver(event, settings, at) {
  const { kind, messageId, lifeOf, signed, payload } = event;
  const told = { kind, messageId, lifeOf, payload: payload() };
  /** @type {Delivery} */
  const delivery = { ...told, status: null, error: null, at };
  try {
    const body = JSON.stringify(delivery.payload);
    const headers = new Headers({ "content-type": "application/json" });
    if (signed) headers.set(SIGNATURE_HEADER, await webhooks.sign(body, settings.secret));
    delivery.status = await post({ method: "POST", headers, body }, settings);
  } catch (error) {
    delivery.error = nameOf(error);
  }
  return delivery;
}

/**
 * @param {RequestInit} init
 * @param {Settings} settings
 */
async function post(init, { to, fetch = globalThis.fetch }) {
  const answers = typeof to === "function";
  // The status that was answered is the one to look at, not that of where it leads.
  const request = new Request(answers ? ADDRESS : to, { ...init, redirect: "manual" });
  const response = await (answers ? to(request) : fetch(request));
  if (typeof response?.status !== "number") throw new TypeError("the answer is no Response");
  // Nobody reads the body, and unread it would hold the connection.
  response.body?.cancel().catch(() => {});
  return response.status;
}

/** @param {any} error */
function nameOf(error) {
  return typeof error?.message === "string"
    ? `${error.name ?? "Error"}: ${error.message}`
    : String(error);
}
