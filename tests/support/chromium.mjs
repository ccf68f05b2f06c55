/** The browser that tests drive. */
import { chromium } from "playwright-core";
import { CHROMIUM_ARGS, ensureChromium } from "../../scripts/browsers.mjs";

export async function launchChromium() {
  const { chromium: executablePath } = await ensureChromium();
  return chromium.launch({ executablePath, args: CHROMIUM_ARGS });
}
