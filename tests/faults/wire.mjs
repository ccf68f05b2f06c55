/** HTTP as it arrives: requests, read by hand off a socket. */

/**
 * @typedef {object} Head
 * @property {string} method
 * @property {string} path
 * @property {Record<string, string>} headers names in lower case
 */

/**
 * Reads one request after the other off a connection.
 * @param {import("node:net").Socket} socket
 */
export function createReader(socket) {
  let unread = Buffer.alloc(0);
  let over = false;
  let wake = () => {};
  socket.on("data", (/** @type {Buffer} */ chunk) => {
    unread = Buffer.concat([unread, chunk]);
    wake();
  });
  for (const end of ["end", "close"]) {
    socket.on(end, () => {
      over = true;
      wake();
    });
  }

  /**
   * Waits until what has arrived holds so much.
   * @param {(bytes: Buffer) => number} measure how many bytes to take; -1 when too few are there
   * @returns {Promise<Buffer | undefined>} nothing when the other end stopped before
   */
  async function take(measure) {
    for (;;) {
      const length = measure(unread);
      if (length >= 0) {
        const taken = unread.subarray(0, length);
        unread = unread.subarray(length);
        return taken;
      }
      if (over) return undefined;
      await new Promise((resolve) => {
        wake = () => resolve(undefined);
      });
    }
  }

  /** @param {string} end the bytes up to and with this */
  const takeUntil = (end) =>
    take((bytes) => {
      const at = bytes.indexOf(end);
      return at < 0 ? -1 : at + end.length;
    });

  /** @param {number} length */
  const takeBytes = (length) => take((bytes) => (bytes.length < length ? -1 : length));

  async function takeChunks() {
    const chunks = [];
    for (;;) {
      const size = Number.parseInt(String(await takeUntil("\r\n")), 16);
      const chunk = Number.isNaN(size) ? undefined : await takeBytes(size + 2);
      if (chunk === undefined) return undefined;
      if (size === 0) return Buffer.concat(chunks);
      chunks.push(chunk.subarray(0, size));
    }
  }

  return {
    /** @returns {Promise<Head | undefined>} nothing when the other end sends no more */
    async head() {
      const text = (await takeUntil("\r\n\r\n"))?.toString("latin1");
      if (text === undefined) return undefined;
      const [line = "", ...lines] = text.trimEnd().split("\r\n");
      const [method = "", path = ""] = line.split(" ");
      const headers = lines.map((each) => {
        const colon = each.indexOf(":");
        return [each.slice(0, colon).toLowerCase(), each.slice(colon + 1).trim()];
      });
      return { method, path, headers: Object.fromEntries(headers) };
    },

    /**
     * @param {Head} head
     * @returns {Promise<Buffer | undefined>} nothing when the other end stopped before all was there
     */
    body: async ({ headers }) =>
      headers["transfer-encoding"] === undefined
        ? takeBytes(Number(headers["content-length"] ?? 0))
        : takeChunks(),
  };
}

/**
 * The bytes that stand before a body.
 * @param {number} status
 * @param {Record<string, string | number>} headers
 */
export function headBytes(status, headers) {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  return Buffer.from(`HTTP/1.1 ${status} Played\r\n${lines.join("")}\r\n`, "latin1");
}
