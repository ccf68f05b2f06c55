/**
 * The console in each of its states, at each width, in each scheme of colours, with axe; and by keys
 * alone.
 */
import { after, before, describe } from "node:test";
import { bundleConsole } from "../../scripts/console.mjs";
import { launchChromium } from "../support/chromium.mjs";
import { looks } from "./cases/accessibility.mjs";
import { campaignsWithCare } from "./cases/campaigns-care.mjs";
import { filesWithCare } from "./cases/files-care.mjs";
import { startDesk } from "./desk.mjs";

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

describe("the page for everybody", () => looks(() => desk));
describe("the check of files for everybody", () => filesWithCare(() => desk));
describe("campaigns on a stage for everybody", () =>
  campaignsWithCare(
    () => browser,
    () => desk,
  ));
