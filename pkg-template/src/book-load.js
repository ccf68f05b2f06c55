/** Loads the account's templates: a file of its own, which a client loads when it is asked to. */
import { templateBook } from "./book.js";

/** Those in all languages, and those that Interakt has submitted by itself, as its documentation asks. */
const ALL = { language: "all", autosubmitted_for: "all" };

/**
 * @param {any} client
 * @param {unknown} options Of each call.
 */
export async function loadBook(client, options) {
  // What changes while it loads is newer than the book.
  const loadedAt = Date.now();
  const templates = [];
  const all = client.iterateTemplates(ALL, options);
  let { done, value } = await all.next();
  for (; !done; { done, value } = await all.next()) templates.push(value);
  // The last answer says whether more were to come than did.
  return templateBook({ ...value, results: { templates } }, { loadedAt });
}
