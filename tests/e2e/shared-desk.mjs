/** A console that all tests of a file share, and the browser that visits it. */
import { after, before } from "node:test";
import { bundleConsole } from "../../scripts/console.mjs";
import { launchChromium } from "../support/chromium.mjs";
import { startDesk } from "./desk.mjs";

/**
 * Starts both before the tests of the file that calls it, and stops them after the last one.
 *
 * @returns {{ desk: () => import("./desk.mjs").Desk, browser: () => import("playwright-core").Browser }}
 *   What is there while tests run.
 */
export function shareDesk() {
  /** @type {import("playwright-core").Browser} */
  let browser;
  /** @type {import("./desk.mjs").Desk} */
  let desk;

  before(async () => {
    await bundleConsole();
    browser = await launchChromium();
    // Messages live fast, yet longer than the page takes from one question to the next.
    desk = await startDesk(browser, { stepMs: 400 });
  });

  after(async () => {
    await desk?.stop();
    await browser?.close();
  });

  return { desk: () => desk, browser: () => browser };
}
