import assert from "node:assert/strict";
import { createServer, request } from "node:http";
import test, { after, before } from "node:test";
import { pageOf } from "../../edge/application/desk.mjs";
import { listen } from "../../support/listen.mjs";
import { KEY, keysIn, SCRIPT, startCareless } from "../careless.mjs";
import { NARROW, send, settled, startDesk, type } from "../desk.mjs";
import { lookAround, picture, violations } from "../look.mjs";

/** @typedef {import("playwright-core").Page} Page */

const ASHA = { fullPhoneNumber: "919876543210" };

/** @param {object} whom @param {string} [message] */
const text = (whom, message = "Hi") => ({ ...whom, type: "Text", data: { message } });

/** @param {() => import("playwright-core").Browser} browser */
export function live(browser) {
  /** @type {Awaited<ReturnType<typeof startCareless>>} */
  let upstream;
  /** @type {import("../desk.mjs").Desk} */
  let desk;
  let host = "";

  before(async () => {
    upstream = await startCareless();
    ({ host } = new URL(upstream.url));
    desk = await startDesk(browser(), { apiKey: KEY, baseUrl: upstream.url });
  });

  after(async () => {
    await desk?.stop();
    await upstream?.close();
  });

  /**
   * What the console's own page asks.
   *
   * @param {object} asked
   * @param {Record<string, string>} [headers]
   * @returns {Promise<{ status: number | undefined, text: string }>} All that came back.
   */
  function ask(asked, headers) {
    return new Promise((resolve, reject) => {
      const sent = request(new URL("/api/send", desk.url), {
        ...{ method: "POST", agent: false },
        headers: { origin: desk.url, "content-type": "application/json", ...headers },
      });
      sent.on("error", reject);
      sent.on("response", async (response) => {
        const chunks = [JSON.stringify(response.rawHeaders), response.statusMessage];
        for await (const chunk of response) chunks.push(String(chunk));
        resolve({ status: response.statusCode, text: chunks.join("\n") });
      });
      sent.end(JSON.stringify(asked));
    });
  }

  test("the page says where requests go, and names nobody before its people do", () =>
    desk.visit("#sendMessage/undeliverable", async (page) => {
      upstream.behave("answer");
      assert.equal(await page.locator("#mode").textContent(), `Live: ${host}`);
      assert.equal(await page.locator("#send-label").textContent(), "Send for real");
      assert.equal(await page.locator("#fault").count(), 0);
      // What only the simulator plays is not there: its address leads to the first example.
      assert.match(await page.title(), /^sendMessage: Text /);
      assert.ok(!(await page.locator("#examples").textContent())?.includes("Undeliverable"));
      assert.match((await page.locator("#hint").textContent()) ?? "", /^Fill in the recipient/);
      assert.doesNotMatch((await page.locator("main:visible").innerText()) ?? "", /98765|imulator/);
      await page.locator("#send").click();
      await page.locator("#issues-status", { hasText: "Nothing was sent" }).waitFor();
      assert.ok(!(await page.getByRole("dialog").isVisible()));
      await lookAround(page, "live");
      await page.locator("interakt-phone input[type=tel]").fill("98765 43210");
      await page.getByRole("tab", { name: "HTTP" }).click();
      const preview = page.locator("#request-view", { hasText: "919876543210" });
      const shown = (await preview.textContent()) ?? "";
      assert.ok(shown.startsWith(`POST ${upstream.url}/v1/public/message/`), shown);
      assert.deepEqual(upstream.received, []);
    }));

  test("a message goes out after a yes, once and just as it was asked about, and not after a no", () =>
    desk.visit("#sendMessage/two-messages-in-one-request", async (page) => {
      upstream.behave("answer");
      const both = [text(ASHA), text({ userId: "tea-lover" })];
      await type(page, JSON.stringify(both));
      const title = `Send 2 messages to +91 98765 43210 and userId “tea-lover” through ${host}?`;
      const dialog = page.getByRole("dialog", { name: title });
      const cancel = dialog.getByRole("button", { name: "Cancel" });
      const goElsewhere = () =>
        page.evaluate(() => {
          location.hash = "#sendMessage/text";
        });
      const leaves = [
        () => cancel.click(),
        () => page.keyboard.press("Escape"),
        // Whoever presses it twice has said no: it has the focus.
        () => page.keyboard.press("Enter"),
        goElsewhere,
      ];
      // Over the Send button of a low window: who clicks there twice has read nothing.
      await page.locator("#send").click();
      await dialog.getByRole("button", { name: "Send 2 messages" }).hover();
      await page.mouse.down({ clickCount: 2 });
      await page.mouse.up({ clickCount: 2 });
      assert.ok(await dialog.isVisible());
      await cancel.click();
      for (const leave of leaves) {
        await page.locator("#send").click();
        await dialog.waitFor();
        assert.ok(await cancel.evaluate((button) => button === document.activeElement));
        await leave();
        await dialog.waitFor({ state: "hidden" });
      }
      await page.goBack();
      await page.keyboard.press("ControlOrMeta+Enter");
      await page.keyboard.press("ControlOrMeta+Enter");
      await dialog.waitFor();
      assert.match((await dialog.textContent()) ?? "", /the account is charged for each/);
      await lookAround(page, "asking about two messages");
      assert.deepEqual(upstream.received, []);
      await page
        .locator(".cm-line")
        .first()
        .evaluate((line) => {
          line.textContent = "[]";
        });
      await dialog.getByRole("button", { name: "Send 2 messages" }).dblclick();
      // Another input stands there by now, and the answer says that it is not to that one.
      await page.locator(".answer-old #answer-status", { hasText: "Status 200" }).waitFor();
      assert.deepEqual(upstream.received, [
        { line: `POST /v1/public/message/ Basic ${KEY}`, body: both },
      ]);
    }));

  test("the delivery of a message is told elsewhere, and the page says so", () =>
    desk.visit("#sendMessage/text", async (page) => {
      upstream.behave("answer");
      /** @type {string[]} */
      const asked = [];
      page.on("request", (request) => asked.push(new URL(request.url()).pathname));
      await type(page, JSON.stringify(text(ASHA)));
      await yes(page);
      assert.equal(await settled(page), "Status 200");
      const answer = page.locator("#answer-view", { hasText: "to your webhook, not to this page" });
      await answer.waitFor();
      await picture(page, "told elsewhere 1280 light");
      assert.deepEqual(await violations(page), []);
      await answer.getByRole("link", { name: "inspector" }).click();
      await page.locator("#payload").waitFor();
      // What Interakt tells is listed where somebody has asked for it.
      await page.locator(".told-empty", { hasText: "SHOW_WEBHOOKS" }).waitFor();
      assert.ok(!asked.includes("/api/webhooks"), String(asked));
      const headers = { "sec-fetch-site": "same-origin" };
      assert.equal((await fetch(`${desk.url}/api/webhooks?id=1`, { headers })).status, 404);
    }));

  test("what may have arrived is asked about in other words before it goes out again", () =>
    desk.visit("#sendMessage/text", async (page) => {
      upstream.behave("break");
      await type(page, JSON.stringify(text(ASHA)));
      await yes(page);
      assert.match(await settled(page), /^No answer/);
      await type(page, JSON.stringify(text(ASHA, "Hi again")));
      await page.locator("#send").click();
      const dialog = page.getByRole("dialog", { name: "Send 1 message to +91 98765 43210 again" });
      await dialog.waitFor();
      assert.match((await dialog.textContent()) ?? "", /may have arrived/);
      await dialog.getByRole("button", { name: "Cancel" }).click();
      // Somebody else has nothing to do with it.
      await type(page, JSON.stringify(text({ userId: "tea-lover" })));
      await page.locator("#send").click();
      await page
        .getByRole("dialog", { name: "Send 1 message to userId “tea-lover” thr" })
        .waitFor();
      assert.equal(upstream.received.length, 1);
    }));

  test("a campaign's message to oneself is asked about too: the number may be somebody else's", async () => {
    upstream.behave("answer");
    const { get, campaign } = pageOf(desk.url);
    const id = await campaign(["9876500001"]);
    await desk.visit(`#campaigns/${id}`, async (page) => {
      await page.locator("#campaign-test [part=input]").fill("98765 43210");
      const test = page.locator("#campaign-test-send");
      const name = `Send 1 message to +91 98765 43210 through ${host}?`;
      const dialog = page.getByRole("dialog", { name });
      await test.click();
      await dialog.getByRole("button", { name: "Cancel" }).click();
      assert.equal(upstream.received.length, 0);
      await test.click();
      await dialog.getByRole("button", { name: "Send 1 message" }).click();
      await page.getByText(`Sent through ${host}.`).waitFor();
      const numbers = upstream.received.map(({ body }) => body.fullPhoneNumber);
      assert.deepEqual(numbers, ["919876543210"]);
    });
    await get("DELETE", `/api/campaigns/${id}`);
  });

  test("nothing is sent that is to fail", async () => {
    upstream.behave("answer");
    const asked = { operation: "sendMessage", input: text(ASHA), fault: "timeout" };
    const { status, text: said } = await ask(asked);
    assert.equal(status, 400);
    assert.match(said, /this account is real/);
    assert.deepEqual(upstream.received, []);
  });

  test("what only reads needs no yes, and an answer without an end is cut and said to be", () =>
    desk.visit("#getUserById", async (page) => {
      upstream.behave("answer");
      assert.equal(await page.locator("#send-note").textContent(), "Reads the real account.");
      assert.equal(await send(page), "Status 200");
      upstream.behave("endless");
      await page.locator("#send").click();
      await page.locator(".error-card", { hasText: "response_too_large" }).waitFor();
      await upstream.stopped();
      await page.getByText("Response as received").click();
      const note = page.getByText(
        /^This is the first .* of 10(\.\d)? MB that arrived; there was more/,
      );
      await note.waitFor();
    }));

  test("on a phone it is as clear, and an upload is asked about too", () =>
    desk.visit(
      "#createTemplate",
      async (page) => {
        upstream.behave("answer");
        assert.equal(await page.locator("#mode").textContent(), `Live: ${host}`);
        const isCut = await page.locator("#mode").evaluate((it) => it.scrollWidth > it.clientWidth);
        assert.ok(!isCut);
        assert.equal(await page.locator("#send-note").textContent(), "Changes the real account.");
        await page.locator("#send").click();
        const named = `Create the template “Order Packed” through ${host}?`;
        await page.getByRole("dialog", { name: named }).waitFor();
        await page.keyboard.press("Escape");
        await page.goto(`${desk.url}/#uploadMedia`);
        await page.locator("#upload-name, #file-name", { hasText: "parcel.jpg" }).waitFor();
        await page.locator("#send").click();
        await page
          .getByRole("dialog", { name: /^Upload “parcel.jpg” \(\d+ bytes\) thr/ })
          .waitFor();
        assert.deepEqual(upstream.received, []);
      },
      { viewport: NARROW, colorScheme: "dark", hasTouch: true },
    ));

  test("the key never reaches the page, and what a server answers is only ever text", () =>
    desk.visit("#getUserById", async (page) => {
      upstream.behave("answer");
      /** @type {Promise<string>[]} */
      const bodies = [];
      /** @type {string[]} */
      const headers = [];
      // What is still on its way when the page is left has no body to be read.
      await page.waitForLoadState("networkidle");
      page.on("response", (response) => {
        // What the browser has already comes without a body.
        if (response.status() !== 304) bodies.push(response.text());
        headers.push(JSON.stringify(response.headers()));
      });
      await page.reload();
      await page.locator("#mode:not(:empty)").waitFor();
      assert.equal(await send(page), "Status 200");
      await page.getByText("Response as received").click();
      await page.getByText(`Basic •••••••• ${SCRIPT}`).first().waitFor();
      await page.goto(`${desk.url}/#sendMessage/template`);
      await page
        .locator("#template-name option", { hasText: SCRIPT })
        .waitFor({ state: "attached" });
      upstream.behave("refuse");
      await page.goto(`${desk.url}/#listUsers`);
      assert.match(await send(page), /^Status 400/);
      await page.locator(".error-card", { hasText: "<img" }).waitFor();
      assert.notEqual(await page.title(), "run");
      const everything = [...(await Promise.all(bodies)), ...headers, await page.content()];
      assert.ok(everything.some((text) => text.includes("you sent Basic ••••••••")));
      for (const text of everything) assert.deepEqual(keysIn(text), []);
    }));

  test("nor does it leave the Worker when the server says no, breaks off or never ends", async () => {
    for (const manner of /** @type {const} */ (["answer", "refuse", "break", "half", "endless"])) {
      upstream.behave(manner);
      const { status, text } = await ask({ operation: "getUserById", input: { userId: "x" } });
      assert.equal(status, 200, manner);
      assert.equal(upstream.received.length, 1, manner);
      assert.deepEqual(keysIn(text), [], manner);
      assert.ok(text.includes("••••••••"), manner);
      assert.doesNotMatch(text.split("\n")[1] ?? "", /No /);
    }
    await upstream.stopped();
  });

  test("another site in the same browser has nothing sent, and neither frames nor reads the page", async () => {
    upstream.behave("answer");
    const site = await listen(createServer((_, response) => response.end(elsewhere(desk.url))));
    const context = await browser().newContext();
    try {
      const page = await context.newPage();
      // On this machine too, as other people's programs: the same site, but another origin.
      await page.goto(site.url.replace("127.0.0.1", "localhost"));
      await page.locator("#tried").waitFor();
      const tried = JSON.parse((await page.locator("#tried").textContent()) ?? "");
      assert.deepEqual(tried, { read: 0, socket: "error", script: "error" });
      const frames = page.frames().filter((frame) => frame.url().startsWith(desk.url));
      for (const frame of frames) assert.equal(await frame.locator("#send").count(), 0);
      assert.deepEqual(upstream.received, []);
    } finally {
      await context.close();
      await site.close();
    }
  });

  test("a page of another account than that of now has nothing done by it", async () => {
    upstream.behave("answer");
    const asked = { operation: "sendMessage", input: text(ASHA) };
    for (const meant of ["simulator", "live api.interakt.ai", "live", ""]) {
      const { status, text: said } = await ask(asked, { "console-server": meant });
      assert.equal(status, 409, meant);
      assert.match(said, /Nothing was done: reload the page/);
    }
    assert.deepEqual(upstream.received, []);
    assert.equal((await ask(asked, { "console-server": `live ${host}` })).status, 200);
    assert.equal(upstream.received.length, 1);
    // The page says it of itself.
    await desk.visit("#getUserById", async (page) => {
      const [sent] = await Promise.all([page.waitForRequest("**/api/send"), send(page)]);
      assert.equal(sent.headers()["console-server"], `live ${host}`);
    });
  });

  test("a server that would read the key on the way is not sent to", async () => {
    const refusing = await startDesk(browser(), { apiKey: KEY, baseUrl: "http://proxy.example" });
    try {
      const response = await fetch(`${refusing.url}/api/account`);
      assert.equal(response.status, 500);
      const said = await response.text();
      assert.match(said, /INTERAKT_BASE_URL cannot be used: plain http exposes the key/);
      assert.deepEqual(keysIn(said), []);
    } finally {
      await refusing.stop();
    }
  });
}

/** Sends for real. @param {Page} page */
async function yes(page) {
  await page.locator("#send").click();
  await page.getByRole("dialog").getByRole("button", { name: /^Send/ }).click();
}

/**
 * A page that tries everything that pages can.
 *
 * @param {string} url Of the console.
 */
const elsewhere = (url) => `<!doctype html><title>Elsewhere</title>
<form method="post" enctype="text/plain" action="${url}/api/send" target="posted">
<input name='{"operation":"sendMessage","input":${JSON.stringify(text(ASHA))},"x":"' value='"}'></form>
<iframe name="posted"></iframe><iframe id="framed" src="${url}/#sendMessage/text"></iframe>
<script type="module">
const body = '{"operation":"sendMessage","input":${JSON.stringify(text(ASHA))}}';
const form = new FormData();
form.set("operation", "sendMessage");
form.set("input", '${JSON.stringify(text(ASHA))}');
const tries = [
  ...["text/plain", "application/x-www-form-urlencoded"].map((type) => ({ headers: { "content-type": type }, body })),
  { body: form },
].flatMap((init) => ["omit", "include"].map((credentials) => ({ ...init, credentials, method: "POST", mode: "no-cors" })));
const all = tries.map((init) => fetch("${url}/api/send", init).then((answer) => answer.type !== "opaque", () => false));
const cors = [
  fetch("${url}/api/account").then((answer) => answer.ok, () => false),
  fetch("${url}/api/send", { method: "POST", headers: { "content-type": "application/json", "mf-original-url": "${url}/api/send" }, body }).then(() => true, () => false),
];
navigator.sendBeacon("${url}/api/send", body);
const posted = new Promise((resolve) => (document.querySelector("[name=posted]").onload = resolve));
document.querySelector("form").submit();
const socket = new Promise((resolve) => {
  const opened = new WebSocket("${url.replace("http", "ws")}/api/send");
  opened.onerror = () => resolve("error");
  opened.onopen = () => resolve("open");
});
const script = new Promise((resolve) => {
  const made = document.createElement("script");
  made.src = "${url}/api/account";
  made.onerror = () => resolve("error");
  made.onload = () => resolve("load");
  document.head.append(made);
});
const read = (await Promise.all([...all, ...cors])).filter(Boolean).length;
await posted;
const tried = document.createElement("output");
tried.id = "tried";
tried.textContent = JSON.stringify({ read, socket: await socket, script: await script });
document.body.append(tried);
</script>`;
