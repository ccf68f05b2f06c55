/** What is told of what pages download, with what one would take instead: measured here, written by tables.mjs. */
import { join } from "node:path";
import { ROOT } from "../../scripts/project.mjs";
import { minified, minifiedStyle, moduleSize, sizeOf, sum } from "./measure.mjs";
import { measureAdditions } from "./pages.mjs";

/** @typedef {{ what: string, how: string, bytes: number }} Line Bytes after brotli. */

/** What our entries are for. @type {[what: string, how: string][]} By the names of pages. */
const ENTRIES = [
  ["everything but books of templates", "."],
  ["the same, from a file", "./web"],
  ["one kind of message in a form", "./forms { sendMessage }"],
  ["the same, from a file", "./forms/web { init, sendMessage }"],
  ["customers and events in a form", "./customer { phone, trackUser }"],
  ["the same, from a file", "./customer/web { init, phone, trackUser }"],
  ["phone numbers", "./phone"],
  ["the same, from a file", "./phone/web"],
  ["a phone field", "./phone-field { definePhoneField }"],
  ["the same, from a file", "./phone-field/web { definePhoneField }"],
  ["CSV and NDJSON files, in a faster, larger module", "./bulk { checkRows }"],
  ["the same, from a file", "./bulk/web { init, checkRows }"],
];

/**
 * What one would take instead, in the same program: a file in benches/forms/, and the style that
 * it comes with, without pictures.
 *
 * @type {[what: string, how: string, file: string, style?: string][]}
 */
const PEERS = [
  ["checkout form: name, phone, consent", "valibot, libphonenumber-js/min", "valibot.mjs"],
  ["checkout form: name, phone, consent", "zod, libphonenumber-js/min", "zod.mjs"],
  ["phone numbers", "libphonenumber-js/min", "phones-min.mjs"],
  ["phone numbers", "libphonenumber-js/mobile", "phones-mobile.mjs"],
  [
    "a phone field",
    "intl-tel-input with its utilities",
    "field-intl-tel-input.mjs",
    "intl-tel-input/dist/css/intlTelInput.css",
  ],
  [
    "a phone field",
    "react-phone-number-input, besides React",
    "field-react.mjs",
    "react-phone-number-input/style.css",
  ],
];

/**
 * @param {Awaited<ReturnType<typeof import("./pages.mjs").measurePages>>} pages
 * @returns {Promise<Line[]>}
 */
export async function measureTold(pages) {
  const ours = ENTRIES.map(([what, name]) => {
    const page = pages.find((page) => page.name === name);
    if (!page) throw new Error(`no page is called ${name}`);
    const how = `\`${name.replace(/^\.(\/?)/, "interakt-wasm$1")}\``;
    return { what, how, bytes: page.total.brotli };
  });
  const form = sum([sizeOf(await program("customer.mjs")), await moduleSize("customer")]);
  const checkout = { what: PEERS[0]?.[0] ?? "", how: "`interakt-wasm/customer/web`" };
  const peers = PEERS.map(async ([what, how, file, style]) => {
    const parts = [sizeOf(await program(file))];
    if (style) parts.push(sizeOf(await minifiedStyle(join(ROOT, "node_modules", style))));
    return { what, how, bytes: sum(parts).brotli };
  });
  const added = (await measureAdditions()).map(({ what, how, bytes }) => ({ what, how, bytes }));
  return [...ours, ...added, { ...checkout, bytes: form.brotli }, ...(await Promise.all(peers))];
}

/** @param {string} file */
const program = (file) =>
  minified({ entryPoints: [join(ROOT, "benches", "forms", file)], external: ["react"] });
