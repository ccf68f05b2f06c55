/** `npm run picture`: takes the README's picture of the console anew. Build the package first. */
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";
import { CHROMIUM_ARGS, ensureChromium } from "./browsers.mjs";
import { bundleConsole, startConsole } from "./console.mjs";
import { main, ROOT, say } from "./project.mjs";

export const PICTURE = join(ROOT, "docs", "console.webp");

/** In pixels. */
export const SIZE = { width: 1280, height: 800 };

/** Of 100: texts are sharp, and it loads fast beside a long text. */
const QUALITY = 60;

/** A template with its customer's view, sent, and what the customer did. */
const EXAMPLE = "#sendMessage/button-with-a-variable";

/**
 * @param {import("playwright-core").Browser} browser
 * @param {string} url Of a console that talks to the simulator.
 * @returns {Promise<Buffer>} A WebP image of {@link SIZE}.
 */
export async function takePicture(browser, url) {
  const context = await browser.newContext({ viewport: SIZE, colorScheme: "light" });
  try {
    const page = await context.newPage();
    await page.goto(`${url}/${EXAMPLE}`);
    await page.locator(".handset", { hasText: "Follow it" }).waitFor();
    await page.locator("#send").click();
    const end = page.locator('.life-step[data-status="clicked"]');
    await end.waitFor();
    await end.scrollIntoViewIfNeeded();
    const session = await context.newCDPSession(page);
    // Playwright takes no WebP, which is a third of a PNG.
    const { data } = await session.send("Page.captureScreenshot", {
      format: "webp",
      quality: QUALITY,
    });
    return Buffer.from(data, "base64");
  } finally {
    await context.close();
  }
}

async function renew() {
  const { chromium: executablePath } = await ensureChromium();
  await bundleConsole();
  const console = await startConsole({ stepMs: 50 });
  const browser = await chromium.launch({ executablePath, args: CHROMIUM_ARGS });
  try {
    const picture = await takePicture(browser, console.url);
    await writeFile(PICTURE, picture);
    say(`${PICTURE} has ${(picture.length / 1024).toFixed(0)} KB: look at it`);
  } finally {
    await browser.close();
    await console.stop();
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) await main(renew);
