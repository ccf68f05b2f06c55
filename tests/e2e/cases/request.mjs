import assert from "node:assert/strict";
import test from "node:test";
import { send, type } from "../desk.mjs";

const MESSAGE = {
  fullPhoneNumber: "919876543210",
  type: "Text",
  data: { message: "It's $5 a cup" },
};
const BODY = JSON.stringify(MESSAGE);

const CURL = `curl 'https://api.interakt.ai/v1/public/message/' \\
  -H "Authorization: Basic $INTERAKT_API_KEY" \\
  -H 'content-type: application/json' \\
  --data-raw '{"fullPhoneNumber":"919876543210","type":"Text","data":{"message":"It'\\''s $5 a cup"}}'`;

const TYPESCRIPT = `import { Interakt } from "interakt-wasm";

const interakt = new Interakt({ apiKey: process.env.INTERAKT_API_KEY });
const answer = await interakt.sendMessage({
  fullPhoneNumber: "919876543210",
  type: "Text",
  data: {
    message: "It's $5 a cup",
  },
});
console.log(answer);
`;

const HTTP = `POST https://api.interakt.ai/v1/public/message/
authorization: Basic ••••••••
content-type: application/json

${JSON.stringify(MESSAGE, null, 2)}`;

/** @param {() => import("../desk.mjs").Desk} desk */
export function request(desk) {
  test("the request can be copied as HTTP, as curl and as TypeScript", () =>
    desk().visit("#sendMessage", async (page) => {
      await type(page, BODY);
      await page.locator("#request-view", { hasText: "a cup" }).waitFor();
      for (const [name, text] of Object.entries({ HTTP, curl: CURL, TypeScript: TYPESCRIPT })) {
        await page.getByRole("tab", { name }).click();
        await page.getByRole("button", { name: `Copy ${name}` }).click();
        await page.getByRole("button", { name: "Copied" }).waitFor();
        assert.equal(await page.evaluate(() => navigator.clipboard.readText()), text);
      }
    }));

  test("the tabs follow the arrow keys", () =>
    desk().visit("#sendMessage", async (page) => {
      await page.getByRole("tab", { name: "Preview" }).focus();
      await page.keyboard.press("ArrowLeft");
      const chosen = page.locator("#request-tabs [aria-selected=true]");
      assert.equal(await chosen.textContent(), "TypeScript");
      assert.match((await page.locator("#request-view").textContent()) ?? "", /^import /);
      await page.keyboard.press("ArrowRight");
      assert.equal(await chosen.textContent(), "Preview");
    }));

  test("the arrow keys pass by a preview that is not offered", () =>
    desk().visit("#trackUser", async (page) => {
      await page.getByRole("tab", { name: "HTTP" }).focus();
      await page.keyboard.press("ArrowLeft");
      const chosen = page.locator("#request-tabs [aria-selected=true]");
      assert.equal(await chosen.textContent(), "TypeScript");
      await page.keyboard.press("Home");
      assert.equal(await chosen.textContent(), "HTTP");
    }));

  test("a request with errors is not shown, and cannot be copied", () =>
    desk().visit("#sendMessage/both-phone-forms", async (page) => {
      await page.getByRole("tab", { name: "HTTP" }).click();
      const shown = (await page.locator("#request-view").textContent()) ?? "";
      assert.equal(shown, "POST /v1/public/message/Fix the errors to see the request here.");
      assert.ok(await page.locator("#copy").isDisabled());
    }));

  test("a picked file is shown, sent, and named in what is copied", () =>
    desk().visit("#uploadMedia", async (page) => {
      const buffer = Buffer.from("%PDF-1.7 of nobody");
      const file = { name: "menu.pdf", mimeType: "application/pdf", buffer };
      await page.locator("#file").setInputFiles(file);
      const form = "uploadFile:  menu.pdf  application/pdf  18 bytes";
      await page.locator("#request-view", { hasText: form }).waitFor();
      assert.equal(await send(page), "Status 200");
      assert.ok((await page.locator("#wire-request").textContent())?.includes(form));
      await page.getByRole("tab", { name: "curl" }).click();
      assert.match(
        (await page.locator("#request-view").textContent()) ?? "",
        /-F 'uploadFile=@"menu\.pdf";type=application\/pdf'$/,
      );
      await page.getByRole("tab", { name: "TypeScript" }).click();
      assert.match(
        (await page.locator("#request-view").textContent()) ?? "",
        /openAsBlob\("menu\.pdf", \{ type: "application\/pdf" \}\)/,
      );
    }));
}
