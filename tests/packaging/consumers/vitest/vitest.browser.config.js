import { playwright } from "@vitest/browser-playwright";
import { defineConfig } from "vitest/config";

// The system's Chromium, as Playwright's own would have to be downloaded.
const launchOptions = { executablePath: process.env.CHROMIUM, args: ["--no-sandbox"] };

export default defineConfig({
  test: {
    browser: {
      enabled: true,
      headless: true,
      provider: playwright({ launchOptions }),
      instances: [{ browser: "chromium" }],
    },
  },
});
