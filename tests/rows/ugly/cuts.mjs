/** The same bytes from sources that give them in other pieces. */

/** @param {number} seed */
export function randomOf(seed) {
  let state = seed;
  return (/** @type {number} */ below) => {
    // The constants of Numerical Recipes; the low bits are the least random.
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/**
 * @param {Uint8Array} bytes
 * @param {readonly number[]} places Where it is cut, in rising order.
 */
export function cutAt(bytes, places) {
  const ends = [...places, bytes.length];
  return ends.map((end, index) => bytes.subarray(places[index - 1] ?? 0, end));
}

/**
 * @param {Uint8Array} bytes
 * @param {(below: number) => number} random
 * @param {number} most Bytes of a piece; some have none.
 */
export function cutAnywhere(bytes, random, most) {
  const places = [];
  for (let at = random(most); at < bytes.length; at += random(most)) places.push(at);
  return cutAt(bytes, places);
}

/**
 * @param {readonly Uint8Array[]} pieces
 * @returns {ReadableStream<Uint8Array>}
 */
export function streamOf(pieces) {
  let at = 0;
  return new ReadableStream({
    pull(controller) {
      const piece = pieces[at];
      at += 1;
      if (piece) controller.enqueue(piece);
      else controller.close();
    },
  });
}
