/** What the tab keeps for the account that the console talks to. */
import { createDrafts } from "./drafts.js";
import { createHistory } from "./history/history.js";
import { createShelf } from "./shelf.js";

/**
 * Apart from what was typed and sent for another: a number that somebody tried out on the simulator
 * must not turn up where messages are real.
 *
 * @param {import("./worker-client.js").AccountInfo} account
 */
export function keptFor({ mode, baseUrl = "" }) {
  /** @type {(title: string, most: number) => import("./shelf.js").Shelf} */
  const shelf = (title, most) => createShelf(`interakt-console/${mode}/${baseUrl}/${title}`, most);
  return { drafts: createDrafts(shelf), history: createHistory(shelf) };
}
