/** The first moments of a visit, and starts that fail. */
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import test from "node:test";
import { brotliCompressSync } from "node:zlib";
import { PAGE } from "../../../scripts/console.mjs";
import { NARROW, send } from "../desk.mjs";
import { picture, violations } from "../look.mjs";

/** @typedef {import("playwright-core").Page} Page */

/** What may have been loaded before the editor is asked for, in bytes after brotli. */
const MOST = 120_000;

const EDITOR = /\/editor-\w+\.js$/;
const WORKBENCH = /\/workbench-\w+\.js$/;

/** The field for the text until the editor is there. */
const PLAIN = ".plain-editor";

/**
 * Holds files back until they are let go.
 *
 * @param {Page} page
 * @param {RegExp} which
 * @returns {Promise<(answer?: "missing") => void>} Lets them go, or says that they are missing.
 */
async function hold(page, which) {
  /** @type {(answer?: "missing") => void} */
  let letGo = () => {};
  const held = new Promise((fulfil) => {
    letGo = fulfil;
  });
  await page.route(which, async (route) => {
    const answer = await held;
    await (answer === "missing" ? route.fulfill({ status: 404 }) : route.continue());
  });
  return letGo;
}

/**
 * @param {Page} page
 * @returns {string[]} Grows with the names of the files that it asks for.
 */
function filesOf(page) {
  /** @type {string[]} */
  const files = [];
  page.on("request", (request) => files.push(new URL(request.url()).pathname.slice(1)));
  return files;
}

/** @param {readonly string[]} files @returns {Promise<number>} Bytes after brotli. */
async function weightOf(files) {
  const own = files.filter((name) => !name.startsWith("api/")).map((name) => name || "index.html");
  const sizes = own.map(async (name) => {
    return brotliCompressSync(await readFile(join(PAGE, name))).length;
  });
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}

/** @param {Page} page @param {string[]} parts @returns {Promise<number[]>} Where they begin. */
function topsOf(page, parts) {
  return page.evaluate(
    (all) => all.map((part) => document.querySelector(part)?.getBoundingClientRect().top ?? -1),
    parts,
  );
}

/** @param {import("playwright-core").Locator} field @param {number} line Counted from 0. */
async function selectLine(field, line) {
  await field.evaluate((it, line) => {
    if (!(it instanceof HTMLTextAreaElement)) throw new Error("it is no text field");
    const lines = it.value.split("\n");
    const from = lines.slice(0, line).join("\n").length + 1;
    it.focus();
    it.setSelectionRange(from, from + (lines[line]?.length ?? 0));
  }, line);
}

/** @param {Page} page @returns {Promise<string>} What the text field holds. */
const plainText = (page) => page.locator(PLAIN).inputValue();

/** @param {() => import("../desk.mjs").Desk} desk */
export function first(desk) {
  for (const viewport of [{ width: 1280, height: 800 }, NARROW]) {
    const name = `at ${viewport.width} pixels`;
    test(`${name} the lists and a text to edit come first, then what checks it, then the editor`, () => {
      /** @type {string[]} */
      let files = [];
      /** @type {Record<string, (answer?: "missing") => void>} */
      const held = {};
      return desk().visit(
        "",
        async (page) => {
          assert.equal(await page.locator("#operations a").count(), 12);
          assert.ok((await page.locator("#examples a").count()) > 20);
          assert.ok(await page.locator("#send").isDisabled());
          await page.locator(PLAIN).fill('{ "type": "Tex" }');
          await page.goto(`${desk().url}/#getUserById`);
          assert.match(await plainText(page), /userId/);
          held.workbench?.();
          await page.locator("#send:enabled").waitFor();
          await page.goBack();

          // What was typed before it could be checked is checked now.
          await page.locator(".issue", { hasText: "Text" }).first().waitFor();
          assert.equal(await plainText(page), '{ "type": "Tex" }');
          await page.locator("#reset").click();
          await page.locator(".issues-count", { hasText: "None" }).waitFor();
          await selectLine(page.locator(PLAIN), 1);
          const places = [".phone", "#editor", ".issues", ".request-panel"];
          const [text, tops] = [await plainText(page), await topsOf(page, places)];
          const asked = files.slice(
            0,
            files.findIndex((file) => EDITOR.test(`/${file}`)),
          );
          const weight = await weightOf(asked);
          assert.ok(asked.includes("core_bg.wasm"), "it is not checked");
          assert.ok(weight <= MOST, `${weight} bytes before the editor: ${asked.join(" ")}`);
          await picture(page, `before the editor at ${viewport.width}`);

          held.editor?.();
          await page.locator(".cm-focused").waitFor();
          assert.equal(await page.locator(PLAIN).count(), 0);
          const moved = (await topsOf(page, places)).map((top, at) => top - (tops[at] ?? 0));
          assert.ok(
            moved.every((by) => Math.abs(by) < 1),
            `it moved by ${moved.join(", ")}`,
          );
          const line = text.split("\n")[1];
          assert.equal(await page.evaluate(() => String(document.getSelection())), line);
          await page.keyboard.type('"userId": "guest-7",');
          await page.locator(":root[data-ready]").waitFor();
          const edited = await page.locator(".cm-content").innerText();
          assert.equal(edited, text.replace(/** @type {string} */ (line), '"userId": "guest-7",'));
        },
        {
          viewport,
          until: `:root[data-mode] ${PLAIN}`,
          async prepare(page) {
            files = filesOf(page);
            held.workbench = await hold(page, WORKBENCH);
            held.editor = await hold(page, EDITOR);
          },
        },
      );
    });
  }

  test("a start that fails says why, leaves nothing to use, and is tried again with what was typed", () => {
    /** @type {(answer?: "missing") => void} */
    let letGo = () => {};
    return desk().visit(
      "#getUserById",
      async (page) => {
        await page.locator(PLAIN).fill('{ "userId": "meera" }');
        letGo("missing");
        const failure = page.locator("#failure");
        await failure.getByText("A file of the page could not be loaded.").waitFor();
        assert.equal(await page.locator("#mode").textContent(), "Not started");
        assert.deepEqual(await stopsOf(page), ["Try again"]);
        assert.deepEqual(await violations(page), []);
        await picture(page, "a failed start");

        await page.unroute(WORKBENCH);
        await failure.getByRole("button", { name: "Try again" }).click();
        await failure.getByText("The WebAssembly module could not be loaded.").waitFor();
        assert.equal(await page.evaluate(() => document.activeElement?.textContent), "Try again");

        await page.unroute("**/core_bg.wasm");
        await page.keyboard.press("Enter");
        await page.locator(":root[data-ready]").waitFor();
        assert.ok(await failure.isHidden());
        assert.match((await page.locator("#mode").textContent()) ?? "", /^Simulator/);
        assert.equal(await page.locator(".cm-content").innerText(), '{ "userId": "meera" }');
        assert.match(await send(page), /^Status /);
      },
      {
        until: `:root[data-mode] ${PLAIN}`,
        expected: /workbench|core_bg|404/,
        async prepare(page) {
          await page.route("**/core_bg.wasm", (route) => route.fulfill({ status: 404 }));
          letGo = await hold(page, WORKBENCH);
        },
      },
    );
  });

  test("a Worker that is gone, one that fails, and a browser without WebAssembly are told apart", () =>
    desk().visit(
      "#campaigns",
      async (page) => {
        const failure = page.locator("#failure");
        assert.match((await failure.textContent()) ?? "", /cannot be reached.*npm start/);
        assert.deepEqual(await stopsOf(page), ["Try again"]);
        await page.unroute("**/api/account");
        await page.route("**/api/account", (route) => route.fulfill({ status: 500 }));
        await failure.getByRole("button").click();
        await failure.getByText("The console's Worker answered with status 500.").waitFor();
        await page.unroute("**/api/account");
        await failure.getByRole("button").click();
        await failure.getByText("This browser has no WebAssembly").waitFor();
        assert.deepEqual(await stopsOf(page), ["Try again"]);
      },
      {
        until: "#failure:not([hidden])",
        expected: /account|500|Failed to load/,
        async prepare(page) {
          await page.route("**/api/account", (route) => route.abort());
          await page.addInitScript(() => {
            // @ts-expect-error: there is one.
            delete globalThis.WebAssembly;
          });
        },
      },
    ));

  test("without the editor everything works in the plain field, and the page says so", () =>
    desk().visit(
      "#getUserById",
      async (page) => {
        await page.locator("#failure", { hasText: "The editor could not be loaded." }).waitFor();
        await page.locator(PLAIN).fill('{ "userId": "meera" }');
        await page.locator("#request-view", { hasText: "meera" }).waitFor();
        assert.match(await send(page), /^Status /);
        await page.unroute(EDITOR);
        await page.locator("#failure button").click();
        await page.locator(":root[data-ready]").waitFor();
        assert.ok(await page.locator("#failure").isHidden());
        assert.equal(await page.locator(".cm-content").innerText(), '{ "userId": "meera" }');
      },
      {
        until: "#send:enabled",
        expected: /editor|404/,
        prepare: (page) => page.route(EDITOR, (route) => route.fulfill({ status: 404 })),
      },
    ));
}

/** @param {Page} page @returns {Promise<string[]>} All that the Tab key comes to, from the top. */
async function stopsOf(page) {
  /** @type {string[]} */
  const stops = [];
  await page.evaluate(() => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  });
  // The first may leave the page from where the focus was.
  for (let ends = 0; ends < 2; ) {
    await page.keyboard.press("Tab");
    const stop = await page.evaluate(() =>
      document.activeElement === document.body ? "" : (document.activeElement?.textContent ?? ""),
    );
    if (stop === "" || stops.includes(stop)) ends += 1;
    else stops.push(stop);
  }
  return stops;
}
