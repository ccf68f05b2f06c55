/** The console's page in a browser, used by somebody who sends marked messages. */
import { type } from "../../e2e/desk.mjs";
import { PASSWORD } from "../marks.mjs";
import { GOOD } from "../paths/client.mjs";
import { REPEAT } from "./desk.mjs";

/**
 * @param {import("playwright-core").Browser} browser
 * @param {string} url
 * @param {import("../watch.mjs").Watch} watch
 * @param {"live" | "simulator"} mode
 */
export async function usePage(browser, url, watch, mode) {
  const context = await browser.newContext({
    httpCredentials: { username: "me", password: PASSWORD },
    viewport: { width: 1280, height: 800 },
  });
  const page = await context.newPage();
  page.on("console", (message) => watch.saw("the page: its console", message.text()));
  page.on("pageerror", (error) => watch.saw("the page: its console", error));
  page.on("request", (request) => {
    const { authorization: _, ...headers } = request.headers();
    const place = "the page: addresses and headers of its requests";
    watch.saw(place, [request.url(), headers]);
  });
  await page.goto(`${url}/#sendMessage/text`);
  await page.locator(":root[data-ready]").waitFor();
  // So there is something for a console to have.
  await page.evaluate(() => console.info("ready"));
  const good = /** @type {any} */ (GOOD.sendMessage);
  const message = { ...good, userId: /** @type {any} */ (GOOD.getUserById).userId };
  for (const data of [good.data, { message: `${good.data.message} ${REPEAT}` }]) {
    await type(page, JSON.stringify({ ...message, data }));
    await sent(page, mode);
  }
  await type(page, JSON.stringify({ ...message, data: 7 }));
  await page.locator("#issue-list li").first().waitFor();
  await look(page, watch);
  await page.reload();
  await page.locator(":root[data-ready]").waitFor();
  await look(page, watch);
  await context.close();
}

/** @param {import("playwright-core").Page} page @param {string} mode */
async function sent(page, mode) {
  const answered = page.waitForResponse((response) => response.url().endsWith("/api/send"));
  await page.locator("#send").click();
  if (mode === "live") await page.locator("#confirm-send").click();
  await answered;
  await page.locator('#answer-status:not([data-kind="none"])').waitFor();
}

/** @param {import("playwright-core").Page} page @param {import("../watch.mjs").Watch} watch */
async function look(page, watch) {
  const { text, session, own, kept } = await page.evaluate(async () => ({
    text: document.documentElement.outerHTML,
    session: { ...sessionStorage },
    own: [location.href, document.title, document.referrer, history.state],
    kept: [
      document.cookie,
      { ...localStorage },
      await indexedDB.databases(),
      await globalThis.caches?.keys(),
    ],
  }));
  watch.saw("the page: its text", text);
  watch.saw("the page: sessionStorage", session);
  watch.saw("the page: its own address and title", own);
  watch.saw("the page: cookies, caches, databases and localStorage", kept);
}
