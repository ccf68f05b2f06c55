/** Forms of one's own that tests fill in, and what comes of it. */
import assert from "node:assert/strict";
import { formOf, sendMessage, trackUser } from "interakt-wasm/forms";

export const checkout = formOf(trackUser, {
  fields: {
    fullName: "traits.name",
    mobile: "phone",
    country: "phone.country",
    optIn: "traits.whatsapp_opted_in",
  },
  required: ["fullName", "optIn"],
  defaultCountry: "IN",
  fixed: { tags: ["shop"] },
});

export const text = formOf(sendMessage, {
  fields: { to: "phone", text: "data.message", note: "callbackData" },
  fixed: { type: "Text" },
  defaultCountry: "IN",
});

export const template = formOf(sendMessage, { fixed: { type: "Template" }, defaultCountry: "IN" });

/** @param {[name: string, value: string][]} pairs */
export const dataOf = (pairs) => {
  const data = new FormData();
  for (const [name, value] of pairs) data.append(name, value);
  return data;
};

/** @typedef {{ ok: true, value: any, warnings: any[] } | { ok: false, issues: any[], warnings: any[] }} Checked */

/** @param {Checked} checked */
export const sentOf = (checked) =>
  checked.ok ? checked.value : assert.fail(JSON.stringify(checked));

/** @param {Checked} checked @returns {string[]} `place: code`, in order. */
export const issuesOf = (checked) =>
  checked.ok ? [] : checked.issues.map(({ path, code }) => `${path.join("/")}: ${code}`);
