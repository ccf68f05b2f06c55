/**
 * Who may ask. Whoever gets through sends messages on the account of the key, so
 * no other web site may make a visitor's browser do it.
 */

/**
 * A site of somebody else whose name was made to point here looks like this one
 * to the browser: only the name in `Host` gives it away.
 *
 * @param {Request} request
 * @param {string} [hosts] The names that this Worker answers to, with spaces between; all without it.
 * @returns {string | undefined} Why the request is refused.
 */
export function problemOfHost(request, hosts) {
  if (hosts === undefined) return undefined;
  const { hostname } = new URL(request.url);
  return hosts.split(" ").includes(hostname)
    ? undefined
    : "The console does not answer to this host name.";
}

/**
 * @param {Request} request
 * @returns {string | undefined} Why the request is refused.
 */
export function problemOfOrigin(request) {
  const site = request.headers.get("sec-fetch-site");
  const origin = request.headers.get("origin");
  const isOwn = origin === new URL(request.url).origin && (site ?? "same-origin") === "same-origin";
  // Browsers leave the origin out of what a page only reads from where it came.
  const isRead = request.method === "GET" && origin === null && site === "same-origin";
  return isOwn || isRead ? undefined : "Only the console's own page may ask this.";
}

const KILOBYTE = 1024;

/** The most that the page may send, in bytes. A Worker has 128 MB of memory for everything. */
const LARGEST_JSON = 1024 * KILOBYTE;
const LARGEST_UPLOAD = 24 * 1024 * KILOBYTE;

/**
 * @param {Request} request
 * @param {boolean} hasFile
 * @returns {{ status: number, message: string } | undefined}
 */
export function problemOfSize(request, hasFile) {
  const length = request.headers.get("content-length");
  if (length === null || !/^\d+$/.test(length)) {
    return { status: 411, message: "The request does not say how long it is." };
  }
  const largest = hasFile ? LARGEST_UPLOAD : LARGEST_JSON;
  if (Number(length) <= largest) return undefined;
  const limit = `${largest / KILOBYTE / 1024} MB`;
  return {
    status: 413,
    message: hasFile
      ? `The console passes on files up to ${limit}. Send this one from your own program.`
      : `The console passes on inputs up to ${limit}. Send this one from your own program.`,
  };
}
