/** What people do in the form, and what they see. */

/** @typedef {import("playwright-core").Page} Page */

export const ASHA = {
  countryCode: "+91",
  phoneNumber: "9876543210",
  traits: { name: "Asha", size: "S", whatsapp_opted_in: true },
};

/** @param {Page} page @returns {Promise<any[]>} */
export const sent = (page) => page.evaluate("sent");

/** @param {Page} page */
export const submit = (page) => page.getByRole("button", { name: "Sign up" }).click();

/** @param {Page} page @returns {Promise<string>} The name of the field that has the focus. */
export const focused = (page) => page.evaluate("document.activeElement?.name ?? ''");

/** @param {Page} page */
export async function fillIn(page) {
  await page.getByLabel("Name").fill("Asha");
  await page.getByLabel("WhatsApp number").fill("098765 43210");
  await page.getByLabel("Small").check();
  await page.getByLabel("Write to me").check();
}
