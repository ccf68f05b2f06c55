/** The phone field in the pages of frameworks, used as a customer does, with a mistake first. */
import assert from "node:assert/strict";

/** @typedef {import("playwright-core").Page} Page */

/** What has to arrive of every page. @type {import("./drive.mjs").Order["sent"]} */
export const CUSTOMER = {
  operation: "trackUser",
  body: { countryCode: "+91", phoneNumber: "9876543210", traits: { name: "Asha Rao" } },
};

/**
 * The element: an incomplete number is told when the field is left, and keeps the form from being
 * sent; what the framework knows is the whole number.
 *
 * @param {Page} page
 * @param {() => unknown[]} hasArrived
 */
export async function useElement(page, hasArrived) {
  await page.getByLabel("Full name").fill("Asha Rao");
  const field = page.locator("interakt-phone input[type=tel]");
  await field.pressSequentially("098765 4321");
  assert.notEqual(await field.getAttribute("aria-invalid"), "true");
  await field.press("Tab");
  await page.locator("interakt-phone input[aria-invalid=true]").waitFor();
  await page.getByRole("button", { name: "Order" }).click();
  assert.deepEqual(hasArrived(), []);
  await field.press("End");
  await field.press("0");
  await page.locator("interakt-phone input[type=tel]:not([aria-invalid=true])").waitFor();
  await field.press("Tab");
  await page.getByRole("status").getByText("919876543210", { exact: true }).waitFor();
  await page.getByRole("button", { name: "Order" }).click();
}

/**
 * An input of the page's own: what is typed is formatted, and the caret stays behind the same digit.
 *
 * @param {Page} page
 */
export async function useOwnInput(page) {
  const input = page.getByLabel("Mobile");
  /** @param {string} text @param {number} caret */
  const stands = async (text, caret) => {
    assert.equal(await input.inputValue(), text);
    const at = await input.evaluate((element) => {
      return /** @type {HTMLInputElement} */ (element).selectionStart;
    });
    assert.equal(at, caret, text);
  };
  await input.pressSequentially("9876543210");
  await stands("98765 43210", 11);
  // The 6 is typed again where it was taken out.
  for (const key of ["Home", "ArrowRight", "ArrowRight", "ArrowRight", "ArrowRight"]) {
    await input.press(key);
  }
  await input.press("Backspace");
  assert.equal((await input.inputValue()).replace(/\D/g, ""), "987543210");
  await input.press("6");
  await stands("98765 43210", 4);
  await page.getByRole("button", { name: "Order" }).click();
}
