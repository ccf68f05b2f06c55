/** `interakt-wasm campaign opt-out`: who gets no campaign any more. */
import { readFile } from "node:fs/promises";
import { Failure } from "../failure.js";
import { wrong } from "./arguments.js";
import { recipientOf, wantNoHeader } from "./recipients.js";

/** How many are listed at once. */
const AT_ONCE = 1000;

/**
 * @param {import("./arguments.js").Asked} asked
 * @returns {Promise<(account: import("interakt-wasm/edge").Account, say: (line: string) => void) => Promise<void>>}
 *   Read before the database is opened: half a list changes nothing.
 */
export async function optOutOf({ words: [what, ...texts], options }) {
  const isList = what === "list";
  if (!isList && what !== "add" && what !== "remove") {
    throw wrong("campaign opt-out needs add, remove or list.");
  }
  const from = options.text("from");
  if (isList) {
    if (texts.length > 0 || from) throw wrong("campaign opt-out list does not take recipients.");
    return list;
  }
  const country = options.text("country");
  const recipients = [
    ...texts.map((text, at) => recipientOf(text, country, `recipient ${at + 1}`)),
    ...(from === undefined ? [] : await recipientsIn(from, country)),
  ];
  if (recipients.length === 0) throw wrong(`campaign opt-out ${what} needs recipients, or --from.`);
  return async (account, say) => {
    const isAdd = what === "add";
    const count = await (isAdd ? account.optOut(recipients) : account.optIn(recipients));
    const all = `${recipients.length} ${recipients.length === 1 ? "recipient" : "recipients"}`;
    say(isAdd ? `${all}, ${count} new on the list.` : `${all}, ${count} taken off the list.`);
  };
}

/**
 * @param {string} path
 * @param {string | undefined} country
 */
async function recipientsIn(path, country) {
  const text = await readFile(path, "utf8").catch((/** @type {NodeJS.ErrnoException} */ error) => {
    throw new Failure(`${path} cannot be read (${error.code}).`);
  });
  const lines = text
    .replace(/^\ufeff/, "")
    .split(/\r?\n/)
    .map((line, at) => ({ line: line.trim(), where: `${path}, line ${at + 1},` }))
    .filter(({ line }) => line !== "");
  const recipients = lines.map(({ line, where }) => recipientOf(line, country, where));
  const [first] = lines;
  if (first) await wantNoHeader(`${first.line}\n`, first.where);
  return recipients;
}

/**
 * @param {import("interakt-wasm/edge").Account} account
 * @param {(line: string) => void} say
 */
async function list(account, say) {
  let after = "";
  for (;;) {
    const some = await account.optedOut({ after, most: AT_ONCE });
    for (const recipient of some) say(recipient);
    const last = some.at(-1);
    if (last === undefined || some.length < AT_ONCE) return;
    after = last;
  }
}
