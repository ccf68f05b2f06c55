/** What pages download that use the package: minified JavaScript, and the module where it is a file. */
import { bundle, moduleSize, sizeOf, sum } from "./measure.mjs";

/**
 * @typedef {object} Page
 * @property {string} entry A key of the package's `exports`.
 * @property {string} [names] The exports that are imported; all but those beside if left out.
 * @property {string} [cut] Whose module is a file of its own.
 *
 * @typedef {import("./measure.mjs").Size} Size
 */

/** What is about the templates of an account: who imports it pays for it, as is measured below. */
const BESIDE = ["templateBook", "createTemplateBook", "sendTemplate", "previewMessage"];

/** @type {Page[]} */
const PAGES = [
  { entry: "." },
  { entry: "./web", cut: "core" },
  { entry: "./web", names: "{ init, sendMessage }", cut: "core" },
  { entry: "./forms", names: "{ sendMessage }" },
  { entry: "./forms/web", names: "{ init, sendMessage }", cut: "forms" },
  { entry: "./customer", names: "{ phone, trackUser }" },
  { entry: "./customer/web", names: "{ init, phone, trackUser }", cut: "customer" },
  { entry: "./phone" },
  { entry: "./phone/web", cut: "phone" },
  { entry: "./phone-field", names: "{ definePhoneField }" },
  { entry: "./phone-field/web", names: "{ definePhoneField }", cut: "phone-field" },
  { entry: "./bulk", names: "{ checkRows }" },
  { entry: "./bulk/web", names: "{ init, checkRows }", cut: "bulk" },
];

/**
 * @param {Page} page
 * @returns {Promise<{ name: string, code: Uint8Array, total: Size }>}
 */
async function measure({ entry, names, cut }) {
  const code = await bundle(entry, { names: names ?? (await allBut(BESIDE, entry)) });
  const parts = cut === undefined ? [sizeOf(code)] : [sizeOf(code), await moduleSize(cut)];
  return { name: names === undefined ? entry : `${entry} ${names}`, code, total: sum(parts) };
}

/**
 * @param {string[]} beside
 * @param {string} entry
 */
async function allBut(beside, entry) {
  // On a server that of `./web` is the default one, with the same exports.
  const names = Object.keys(await import(entry.replace(".", "interakt-wasm")));
  return `{ ${names.filter((name) => !beside.includes(name) && name !== "default").join(", ")} }`;
}

/** All pages, by a name that says what they import. */
export const measurePages = () => Promise.all(PAGES.map(measure));

/**
 * What a page with a form adds to one that checks without.
 *
 * @type {{ what: string, how: string, entry: string, names: string, without?: string }[]} `without`
 *   are the exports of the page that it is added to; nothing if left out.
 */
const ADDITIONS = [
  {
    what: "a form of your own adds",
    how: "`formOf`",
    entry: "./customer",
    names: "{ phone, trackUser, formOf }",
    without: "{ phone, trackUser }",
  },
  {
    what: "a form of plain HTML adds",
    how: "`bindForm`",
    entry: "./customer",
    names: "{ trackUser, formOf, bindForm }",
    without: "{ trackUser, formOf }",
  },
  {
    what: "counters add",
    how: "`limitOf`",
    entry: "./forms",
    names: "{ sendMessage, formOf, smsSegments, limitOf }",
    without: "{ sendMessage, formOf, smsSegments }",
  },
  {
    what: "checks with a book of templates add",
    how: "`templateBook`",
    entry: "./forms",
    names: "{ sendMessage, templateBook }",
    without: "{ sendMessage }",
  },
  {
    what: "a book that is kept fresh adds to that",
    how: "`createTemplateBook`",
    entry: "./forms",
    names: "{ sendMessage, templateBook, createTemplateBook }",
    without: "{ sendMessage, templateBook }",
  },
  {
    what: "messages from it by their values add",
    how: "`sendTemplate`",
    entry: "./forms",
    names: "{ sendMessage, templateBook, sendTemplate }",
    without: "{ sendMessage, templateBook }",
  },
  {
    what: "a preview adds",
    how: "`previewMessage`",
    entry: "./forms",
    names: "{ sendMessage, previewMessage }",
    without: "{ sendMessage }",
  },
  {
    what: "messages for people, in English",
    how: "`interakt-wasm/messages/en`",
    entry: "./messages/en",
    names: "{ en }",
  },
  {
    what: "the same, in Hindi",
    how: "`interakt-wasm/messages/hi`",
    entry: "./messages/hi",
    names: "{ hi }",
  },
];

/** @returns {Promise<{ what: string, how: string, code: Uint8Array, bytes: number }[]>} After brotli. */
export const measureAdditions = () =>
  Promise.all(
    ADDITIONS.map(async ({ what, how, entry, names, without }) => {
      const code = await bundle(entry, { names });
      const before = without ? sizeOf(await bundle(entry, { names: without })).brotli : 0;
      return { what, how, code, bytes: sizeOf(code).brotli - before };
    }),
  );
