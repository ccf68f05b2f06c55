/**
 * Who may ask. Whoever gets through sends messages on the account of the key, so
 * no other web site may make a visitor's browser do it.
 */
import { meantFor } from "../page/server.js";
import { refusal } from "./respond.js";

/** Names that a machine calls itself: what answers to them is reached from there alone. */
const LOCAL = ["localhost", "127.0.0.1", "[::1]"];

/**
 * Without a token only this machine is answered to. A site of somebody else whose name was made to
 * point here looks like this one to the browser: only the name in `Host` gives it away.
 *
 * With a token, `Authorization` has it: as `Bearer`, which programs write and no browser adds by
 * itself; or as the password of `Basic`, which browsers ask people for and then add to all that the
 * page asks, and to what other sites make it ask.
 *
 * @param {Request} request
 * @param {string | undefined} token
 * @param {boolean} isOwn Whether only the application's own page may ask for it.
 * @returns {Response | undefined} Why the request is refused.
 */
export function problemOfAccess(request, token, isOwn) {
  const { hostname } = new URL(request.url);
  if (token) {
    const [scheme, given] = credentialsOf(request.headers.get("authorization") ?? "");
    if (!isSame(given, token)) return unknown();
    if (scheme === "bearer") return undefined;
  } else if (!LOCAL.includes(hostname) || !LOCAL.includes(hostOf(request))) {
    return refusal(
      421,
      "The console does not answer to this host name without a password: set one with `npx wrangler secret put ADMIN_TOKEN`.",
    );
  }
  return isOwn && !comesFromOwnPage(request)
    ? refusal(403, "Only the console's own page may request this.")
    : undefined;
}

/**
 * The name in `Host`. Where the application is run on this machine, another header can give the
 * request an address of its own.
 *
 * @param {Request} request
 */
const hostOf = ({ headers }) => (headers.get("host") ?? "").toLowerCase().replace(/:\d*$/, "");

function unknown() {
  const response = refusal(401, "Sign in: the password is the value of ADMIN_TOKEN.");
  response.headers.set("www-authenticate", 'Basic realm="interakt-wasm", charset="UTF-8"');
  return response;
}

/**
 * @param {string} header
 * @returns {[scheme: string, given: string]}
 */
function credentialsOf(header) {
  const [, scheme = "", given = ""] = /^(\S+) +(.*)$/.exec(header.trim()) ?? [];
  if (scheme.toLowerCase() !== "basic") return [scheme.toLowerCase(), given];
  try {
    const text = new TextDecoder().decode(Uint8Array.from(atob(given), (c) => c.charCodeAt(0)));
    return ["basic", text.slice(text.indexOf(":") + 1)];
  } catch {
    return ["basic", ""];
  }
}

/**
 * Compares in a time that depends on what was given alone.
 *
 * @param {string} given
 * @param {string} wanted
 */
export function isSame(given, wanted) {
  const encoder = new TextEncoder();
  const [ours, theirs] = [encoder.encode(wanted), encoder.encode(given)];
  let difference = ours.length ^ theirs.length;
  for (const [at, byte] of theirs.entries()) difference |= byte ^ (ours[at % ours.length] ?? 0);
  return difference === 0;
}

/**
 * A page that was opened before the application was started with a key still says that nothing is
 * sent, and one of another server names the wrong one: what their people mean is not done elsewhere.
 *
 * @param {Request} request `console-server` has what its page says; programs need not say anything.
 * @param {import("./account.js").Account} account
 * @returns {Response | undefined}
 */
export function problemOfServer({ headers }, account) {
  const meant = headers.get("console-server");
  return meant === null || meant === meantFor(account)
    ? undefined
    : refusal(
        409,
        "The console has been restarted and now sends elsewhere. Nothing was done: reload the page.",
      );
}

/** @param {Request} request */
function comesFromOwnPage(request) {
  const site = request.headers.get("sec-fetch-site");
  const origin = request.headers.get("origin");
  const isOwn = origin === new URL(request.url).origin && (site ?? "same-origin") === "same-origin";
  // Browsers leave the origin out of what a page only reads from where it came.
  const isRead = request.method === "GET" && origin === null && site === "same-origin";
  return isOwn || isRead;
}
