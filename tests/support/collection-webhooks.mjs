/**
 * What Interakt's own public collection says that RCS webhooks are told, where the file is at hand:
 * see `collection.mjs`.
 */
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { COLLECTION } from "./collection.mjs";

/** The folder whose description has the payloads, in HTML. */
const FOLDER = "Callbacks/Webhooks";

const CODE = /<code class="language-json">(.*?)<\/code>/gs;

/** @type {Record<string, string>} */
const ENTITIES = { "&lt;": "<", "&gt;": ">", "&quot;": '"', "&#39;": "'", "&amp;": "&" };

/**
 * The payloads in the collection's order, or `undefined` where the file is not at hand.
 *
 * @returns {Promise<{ name: string, body: any }[] | undefined>}
 */
export async function readCollectionWebhooks() {
  if (!existsSync(COLLECTION)) return undefined;
  const folder = find(JSON.parse(await readFile(COLLECTION, "utf8")));
  if (folder === undefined) throw new Error(`no folder ${FOLDER} in the collection`);
  const codes = [...folder.description.matchAll(CODE)].map(([, code]) => JSON.parse(textOf(code)));
  return codes.map((body) => ({ name: nameOf(body), body }));
}

/** @param {any} folder @returns {any} */
function find(folder) {
  if (folder.name === FOLDER) return folder;
  for (const child of folder.item ?? []) {
    const found = find(child);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** @param {string} html */
const textOf = (html) => html.replace(/&[a-z#0-9]+;/g, (entity) => ENTITIES[entity] ?? entity);

/** @param {any} body */
function nameOf({ entityType, entity }) {
  const kind = entity.eventType ?? entity.suggestionResponse?.type ?? "text";
  return `${entityType} ${kind}`;
}
