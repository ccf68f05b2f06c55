/** Which campaign of a database is meant. */
import { createHash } from "node:crypto";
import { Failure } from "../failure.js";
import { wrong } from "./arguments.js";

/** Characters that an id has at most. */
const LONGEST = 40;

/**
 * @param {import("../options.js").Read} options
 * @returns {string | undefined} What --id says, or what --name comes to.
 */
export function idOf(options) {
  const [id, name] = [options.text("id"), options.text("name")];
  if (id === undefined) return name === undefined ? undefined : idOfName(name);
  if (/^[\w-]{1,40}$/.test(id)) return id;
  throw wrong(`--id takes up to ${LONGEST} letters, digits, - and _.`);
}

/**
 * @param {string} name
 * @returns {string} Its words; where these are of another script or too long, with what tells it
 *   from others.
 */
export function idOfName(name) {
  const words = name.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const id = words.replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "");
  if (id !== "" && id.length <= LONGEST && !/[^\p{ASCII}]/u.test(words)) return id;
  const mark = createHash("sha256").update(name).digest("hex").slice(0, 8);
  return [id.slice(0, LONGEST - 9).replace(/-$/, ""), mark].filter(Boolean).join("-");
}

/**
 * @param {import("./store.js").Store} store
 * @param {import("../options.js").Read} options
 * @returns {string} The id of one that is there: the only one where none is named.
 */
export function chosen(store, options) {
  const ids = store.ids();
  const id = idOf(options);
  if (ids.length === 0) throw new Failure(`${store.path} contains no campaigns yet.`);
  if (id === undefined) {
    if (ids.length > 1) {
      throw new Failure(
        `${store.path} contains several campaigns: choose one with --id.\n${listed(ids)}`,
      );
    }
    return String(ids[0]);
  }
  if (ids.includes(id)) return id;
  throw new Failure(`${store.path} contains no campaign ${id}.\n${listed(ids)}`);
}

/** How many ids are told. */
const MOST_LISTED = 20;

/** @param {string[]} ids */
function listed(ids) {
  const more = ids.length > MOST_LISTED ? ` and ${ids.length - MOST_LISTED} more` : "";
  return `It contains: ${ids.slice(0, MOST_LISTED).join(", ")}${more}`;
}

/**
 * What to call for a campaign.
 *
 * @param {string} command
 * @param {{ path: string }} store
 * @param {string} [id]
 */
export function callOf(command, { path }, id) {
  const which = id === undefined ? "" : ` --id ${id}`;
  return `npx interakt-wasm campaign ${command} --db ${quoted(path)}${which}`;
}

/** As a shell takes it. @param {string} text */
const quoted = (text) => (/^[\w./:\\-]+$/.test(text) ? text : JSON.stringify(text));
