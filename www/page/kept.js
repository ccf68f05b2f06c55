/** Where the tab keeps what was typed and sent. */
import { meantFor } from "./server.js";
import { createShelf } from "./shelf.js";

/**
 * @typedef {(title: string, most: number) => import("./shelf.js").Shelf} Shelves
 */

/**
 * Apart from what was typed and sent for another account: a number that somebody tried out on the
 * simulator must not turn up where messages are real.
 *
 * @param {import("./worker-client.js").AccountInfo} account
 * @returns {Shelves}
 */
export const shelvesFor = (account) => (title, most) =>
  createShelf(`interakt-console/${meantFor(account)}/${title}`, most);
