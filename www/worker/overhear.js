/** Keeps a copy of a body while somebody else reads it: no more of it than they read. */

/**
 * @param {Request} request
 * @returns {{ request: Request, heard: () => string }} The request to read in its place, and what of
 *   its body has been read, as text.
 */
export function overhear(request) {
  /** @type {Uint8Array<ArrayBuffer>[]} */
  const pieces = [];
  /** @type {TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>} */
  const copying = new TransformStream({
    transform(piece, controller) {
      pieces.push(piece.slice());
      controller.enqueue(piece);
    },
  });
  const body = /** @type {ReadableStream<Uint8Array<ArrayBuffer>> | null} */ (request.body);
  const init = { body: body?.pipeThrough(copying), duplex: "half" };
  return {
    request: body === null ? request : new Request(request, init),

    heard() {
      // A mark at its beginning is signed like the rest.
      const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
      return (
        pieces.map((piece) => decoder.decode(piece, { stream: true })).join("") + decoder.decode()
      );
    },
  };
}
