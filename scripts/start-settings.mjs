/** What `npm start` is told by its environment, and what it says once the console answers. */

/** What the Worker knows besides the key and its server: see the settings in www/worker/account.js. */
const VARIABLES = [
  "INTERAKT_PLAN",
  "SEND_TIMEOUT_MS",
  "INTERAKT_WEBHOOK_SECRET",
  "RCS_WEBHOOK_TOKEN",
  "SHOW_WEBHOOKS",
  "ADMIN_TOKEN",
  "KEEP_DAYS",
  "PROXY_ALLOW",
  "PROXY_ORIGINS",
];

/**
 * @param {Record<string, string | undefined>} env
 * @returns {{ port: number, apiKey?: string, baseUrl?: string, variables: Record<string, string> }}
 * @throws {Error} There is no such port.
 */
export function settingsOf({ PORT, INTERAKT_API_KEY, INTERAKT_BASE_URL, ...env }) {
  const text = PORT || "8787";
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65535) {
    throw new Error(`PORT must be a port number, not ${text}`);
  }
  return {
    port,
    ...(INTERAKT_API_KEY && { apiKey: INTERAKT_API_KEY }),
    ...(INTERAKT_BASE_URL && { baseUrl: INTERAKT_BASE_URL }),
    variables: Object.fromEntries(
      VARIABLES.flatMap((name) => {
        const value = env[name];
        return value ? [[name, value]] : [];
      }),
    ),
  };
}

/**
 * Where the console is, whether it is for real, and where requests go: as its Worker says it.
 *
 * @param {string} url
 * @param {import("../www/page/worker-client.js").AccountInfo} account
 * @param {boolean} hasBaseUrl Whether one was given.
 * @returns {[address: string, mode: string, server: string]}
 */
export function linesOf(url, { mode, host }, hasBaseUrl) {
  const unused = hasBaseUrl ? "; INTERAKT_BASE_URL is used with INTERAKT_API_KEY alone" : "";
  return mode === "live"
    ? [
        `address  ${url} (Ctrl+C stops it)`,
        "mode     live: messages reach real customers and cost money",
        `server   ${host}, with the key of INTERAKT_API_KEY`,
      ]
    : [
        `address  ${url} (Ctrl+C stops it)`,
        "mode     simulator: nothing reaches Interakt; INTERAKT_API_KEY sends for real",
        `server   none: the simulator answers${unused}`,
      ];
}

/**
 * Why a port cannot be listened on, and what to do.
 *
 * @param {number} port
 * @param {NodeJS.ErrnoException} error Of the system.
 */
export function problemOfPort(port, { code }) {
  if (code === "EADDRINUSE") {
    return `port ${port} is in use by another program: stop that one, or choose another port, as in PORT=${port === 65535 ? port - 1 : port + 1} npm start`;
  }
  if (code === "EACCES") {
    return `port ${port} is not for everybody: choose one above 1023, as in PORT=8787 npm start`;
  }
  return `port ${port} cannot be used (${code ?? "no reason given"}): choose another, as in PORT=8788 npm start`;
}
