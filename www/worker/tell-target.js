/** Whom the page may have a webhook told: programs of people's own, and nobody else. */

/** No address of a program is longer. */
const LONGEST = 2000;

/** Those of Interakt itself, which take no webhooks. */
const INTERAKT = ["interakt.ai", "interakt.shop"];

/**
 * @param {unknown} text
 * @param {object} application
 * @param {URL} application.own An address of it.
 * @param {string} [application.baseUrl] Where it sends to, if not to Interakt itself.
 * @returns {{ url: URL, problem?: undefined } | { url?: undefined, problem: string }}
 */
export function targetOf(text, { own, baseUrl }) {
  const url = typeof text === "string" && text.length <= LONGEST ? parsed(text) : undefined;
  const problem = url === undefined ? NO_ADDRESS : problemOf(url, own, baseUrl);
  return url === undefined || problem ? { problem: problem ?? NO_ADDRESS } : { url };
}

const NO_ADDRESS = "Enter the address of your program, such as http://localhost:3000/webhook.";

/** @param {string} text */
function parsed(text) {
  try {
    const url = new URL(text.trim());
    // It is for browsers.
    url.hash = "";
    return url;
  } catch {
    return undefined;
  }
}

/**
 * @param {URL} url
 * @param {URL} own
 * @param {string | undefined} baseUrl
 * @returns {string | undefined}
 */
function problemOf(url, own, baseUrl) {
  const host = hostOf(url);
  if (url.protocol !== "http:" && url.protocol !== "https:") {
    return "The address must begin with http:// or https://.";
  }
  if (url.username !== "" || url.password !== "") {
    return "The address contains a user name or a password: remove it.";
  }
  const isHere = isMachine(host) && isMachine(hostOf(own));
  if ((host === hostOf(own) || isHere) && portOf(url) === portOf(own)) {
    return "This is the address of the console itself: enter that of your program.";
  }
  if (isInterakt(host) || (baseUrl && isBelow(url, new URL(baseUrl)))) {
    return "This address belongs to Interakt, which sends webhooks and accepts none.";
  }
  // There machines of clouds tell their own secrets.
  if (isLinkLocal(host)) return "Link-local addresses (169.254 and fe80) are not allowed.";
  if (!isMachine(hostOf(own)) && (isMachine(host) || isPrivate(host))) {
    return "A deployed console reaches only public addresses: for a program on your machine, run the console there too, or give the program a public address.";
  }
  return undefined;
}

/** @param {string} host */
const isInterakt = (host) => INTERAKT.some((name) => host === name || host.endsWith(`.${name}`));

/**
 * @param {URL} url
 * @param {URL} base
 */
const isBelow = ({ host, pathname }, base) =>
  host === base.host && `${pathname}/`.startsWith(base.pathname.replace(/\/?$/, "/"));

/** @param {URL} url Parsing has brought all ways to write an address into one. */
const hostOf = ({ hostname }) => hostname.toLowerCase().replace(/\.$/, "");

/** @param {URL} url */
const portOf = ({ port, protocol }) => port || (protocol === "https:" ? "443" : "80");

/**
 * The machine's own.
 *
 * @param {string} host
 */
const isMachine = (host) =>
  /^(.+\.)?localhost$|^127\.[\d.]+$|^0\.0\.0\.0$/.test(host) ||
  /^\[::(1|ffff:7f[\da-f]{2}:[\da-f]+)?\]$/.test(host);

/** @param {string} host */
const isLinkLocal = (host) => /^169\.254\.|^\[fe[89ab][\da-f]:|^\[::ffff:a9fe:/.test(host);

/**
 * Of a network that the Internet does not reach.
 *
 * @param {string} host
 */
const isPrivate = (host) =>
  /^10\.[\d.]+$|^192\.168\.[\d.]+$|^172\.(1[6-9]|2\d|3[01])\.[\d.]+$|^100\.(6[4-9]|[7-9]\d|1[01]\d|12[0-7])\.[\d.]+$/.test(
    host,
  ) ||
  /^\[f[cd][\da-f]{2}:|^\[::ffff:/.test(host) ||
  /\.(local|internal|lan|home\.arpa)$/.test(host) ||
  !/[.:]/.test(host);
