/**
 * A client as one writes it by hand around `fetch`: the key, a time limit, another attempt where
 * Interakt asks for one, and an error that says what came.
 */
import { BASE_URL, OPERATIONS } from "../../build/generated/operations.js";

const TIMEOUT_MS = 30_000;
const ATTEMPTS = 3;

export class RequestError extends Error {
  /**
   * @param {string} message
   * @param {number} status
   * @param {unknown} answer
   */
  constructor(message, status, answer) {
    super(message);
    this.name = "RequestError";
    this.status = status;
    this.answer = answer;
  }
}

/** @param {{ apiKey: string, baseUrl?: string, fetch?: typeof globalThis.fetch }} options */
export function createClient({ apiKey, baseUrl = BASE_URL, fetch = globalThis.fetch }) {
  /**
   * @param {string} name Of the operation.
   * @param {any} input
   */
  async function call(name, input) {
    const operation = OPERATIONS.find((each) => each.name === name);
    if (!operation) throw new Error(`there is no ${name}`);
    const { method, path } = operation;
    const url = new URL(
      path.replace(/\{(\w+)\}/, (_, key) => encodeURIComponent(input[key])),
      baseUrl,
    );
    const headers = new Headers({ authorization: `Basic ${apiKey}` });
    /** @type {RequestInit} */
    const request = { method, headers };
    if (name === "uploadMedia") {
      request.body = new FormData();
      request.body.append("uploadFile", input.file);
    } else if (method === "POST") {
      headers.set("content-type", "application/json");
      request.body = JSON.stringify(input);
    } else if (!path.includes("{")) {
      for (const [key, value] of Object.entries(input)) url.searchParams.set(key, String(value));
    }
    for (let attempt = 1; ; attempt += 1) {
      const signal = AbortSignal.timeout(TIMEOUT_MS);
      const response = await fetch(url, { ...request, signal });
      if (response.status === 429 && attempt < ATTEMPTS) {
        const seconds = Number(response.headers.get("retry-after")) || 2 ** attempt;
        await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
        continue;
      }
      const text = await response.text();
      const answer = parse(text);
      if (response.ok && answer?.result !== false) return answer;
      throw new RequestError(answer?.message ?? text.slice(0, 200), response.status, answer);
    }
  }
  return Object.fromEntries(
    OPERATIONS.map(({ name }) => [name, (/** @type {any} */ input) => call(name, input)]),
  );
}

/** @param {string} text */
function parse(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
