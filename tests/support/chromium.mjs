/** The browser that tests drive. */
import { chromium } from "playwright-core";
import { CHROMIUM_ARGS, ensureBrowser } from "../../scripts/toolchain.mjs";

export async function launchChromium() {
  const { chromium: executablePath } = await ensureBrowser();
  return chromium.launch({ executablePath, args: CHROMIUM_ARGS });
}
