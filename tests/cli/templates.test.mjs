// What `npx interakt-wasm templates` writes and says, in all its words.
import assert from "node:assert/strict";
import { lstat, mkdir, open, readdir, readFile, stat, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { after, beforeEach, describe, test } from "node:test";
import { templateBook } from "interakt-wasm";
import ts from "typescript";
import { readCrate } from "../../scripts/project.mjs";
import { ACCOUNT } from "./accounts.mjs";
import { API_KEY, command, createAccount, timeless } from "./command.mjs";

const account = await createAccount();
after(account.close);
beforeEach(() => account.hold(ACCOUNT));

/** @param {string} name */
const read = (name) => readFile(join(account.folder, name), "utf8");

const MODULE = `/* eslint-disable */
// Written by \`npx interakt-wasm templates\`. Do not edit: run it again.
import { type TemplateBook, templateBook } from "interakt-wasm";

/** What \`sendTemplate\` puts into each template that is approved. */
export type Templates = {
  /**
   * en, MARKETING: Hello
   */
  hello: { language?: "en" };
  /**
   * en, UTILITY: Hi {{1}}, here is your invoice.
   */
  invoice: { language?: "en"; header: { readonly document: string }; body: readonly [string]; fileName?: string };
  /**
   * en, MARKETING: Hi {{1}}, cakes are cheap.
   * hi, MARKETING: {{1}}, केक सस्ते हैं।
   * ta, MARKETING: {{1}}, {{2}}
   */
  offer: 
    | { language: "en" | "hi"; body: readonly [string] }
    | { language: "ta"; body: readonly [string, string] };
  /**
   * en, UTILITY: Hi {{1}}, your order {{2}} is on its way.
   */
  order_shipped: { language?: "en"; body: readonly [string, string]; button: readonly [string] };
};

/** The account's templates, for \`sendTemplate\` and for the option \`templates\` of checks. */
export const book: TemplateBook<Templates> = /* @__PURE__ */ templateBook<Templates>(
  String.raw\`{"version":1,"loadedAt":"<time>","complete":true,"templates":[
{"name":"hello","language":"en","display_name":"hello","category":"MARKETING","approval_status":"APPROVED","body":"Hello"},
{"name":"invoice","language":"en","display_name":"invoice","category":"UTILITY","approval_status":"APPROVED","header_format":"DOCUMENT","body":"Hi {{1}}, here is your invoice.","footer":"Thank you"},
{"name":"offer","language":"en","display_name":"offer","category":"MARKETING","approval_status":"APPROVED","body":"Hi {{1}}, cakes are cheap."},
{"name":"offer","language":"hi","display_name":"offer","category":"MARKETING","approval_status":"APPROVED","body":"{{1}}, केक सस्ते हैं।"},
{"name":"offer","language":"ta","display_name":"offer","category":"MARKETING","approval_status":"APPROVED","body":"{{1}}, {{2}}"},
{"name":"order_shipped","language":"en","display_name":"order_shipped","category":"UTILITY","approval_status":"APPROVED","body":"Hi {{1}}, your order {{2}} is on its way.","buttons":[{"type":"URL","text":"Track","url":"https://shop.example/orders/{{1}}"},{"type":"PHONE_NUMBER","text":"Call us","phone_number":"+919876543210"}]},
{"name":"welcome","language":"en","display_name":"welcome","category":"MARKETING","approval_status":"WAITING","body":"Welcome, {{1}}"}
]}\`,
);
`;

test("the first time it writes the module, and says what is in it", async () => {
  assert.deepEqual(await account.run(["--out", "templates.ts"]), {
    code: 0,
    stdout:
      "Not among the types: welcome (en) is WAITING.\n" +
      "templates.ts: 7 templates, 6 with types.\n",
    stderr: "",
  });
  assert.equal(timeless(await read("templates.ts")), MODULE);
  assert.deepEqual(await readdir(account.folder), ["templates.ts"]);
});

test("without a file the module goes to standard output, and what is said beside it", async () => {
  assert.deepEqual(await account.run([]), {
    code: 0,
    stdout: MODULE,
    stderr:
      "Not among the types: welcome (en) is WAITING.\n" + "Written: 7 templates, 6 with types.\n",
  });
});

test("as JSON it is a book, by the same rules", async () => {
  const first = await account.run(["--json", "--out", "templates.json"]);
  assert.deepEqual([first.code, first.stderr], [0, ""]);
  const book = templateBook(await read("templates.json"));
  assert.deepEqual(
    book.templates.map(({ name, language }) => `${name} ${language}`),
    [
      ...["hello en", "invoice en", "offer en", "offer hi", "offer ta"],
      ...["order_shipped en", "welcome en"],
    ],
  );
  assert.ok(book.complete && book.loadedAt);
  const { stdout } = await account.run(["--json"]);
  assert.equal(stdout, timeless(await read("templates.json")));
  const again = await account.run(["--json", "--out", "templates.json", "--check"]);
  assert.match(again.stdout, /^Nothing has changed/);
  assert.equal(again.code, 0);
});

test("an account without templates makes a module too, and all that is new is told then", async () => {
  account.hold([]);
  const empty = await account.run(["--out", "empty.ts"]);
  assert.deepEqual(empty, {
    code: 0,
    stdout: "empty.ts: 0 templates, 0 with types.\n",
    stderr: "",
  });
  account.hold(ACCOUNT.slice(0, 1));
  const { code, stdout } = await account.run(["--out", "empty.ts", "--check"]);
  assert.match(stdout, /^welcome \(en\) is new: MARKETING, WAITING\.\n/);
  assert.equal(code, 1);
});

test("all pages of a large account are in it", async () => {
  const many = Array.from({ length: 1234 }, (_, index) => {
    return { name: `t_${index}`, language: "en", category: "UTILITY", body: `{{1}} ${index}` };
  });
  account.hold(many);
  const { stdout } = await account.run(["--out", "many.ts"]);
  assert.equal(stdout, "many.ts: 1234 templates, 1234 with types.\n");
});

test("what a server tells cannot leave its place: not in the module, not in the terminal", async () => {
  const body =
    "A `tick`, String.raw`no`, a $" +
    '{hole}, a */ and a \\ "quote"\r\nand a line\u2028 {{1}} */ const x = 1;';
  account.answerBy(async () =>
    Response.json({
      count: 1,
      has_next: false,
      results: {
        templates: [
          {
            name: "a-b `x` */",
            language: 'e"n',
            category: "UTILITY",
            approval_status: "APPROVED",
            body,
          },
          {
            name: "red",
            language: "en",
            category: "UTILITY",
            approval_status: "\u001b[31mRED",
            body,
          },
        ],
      },
    }),
  );
  const { stdout } = await account.run(["--out", "hostile.ts"]);
  assert.equal(
    stdout,
    "Not among the types: red (en) is [31MRED.\nhostile.ts: 2 templates, 1 with types.\n",
  );
  const text = await read("hostile.ts");
  assert.match(text, /"a-b `x` \*\/": \{ language\?: "e\\"n"; body: readonly \[string\] \};/);
  const { diagnostics } = ts.transpileModule(text, { reportDiagnostics: true });
  const { statements } = ts.createSourceFile("hostile.ts", text, ts.ScriptTarget.ES2022);
  assert.deepEqual([diagnostics, statements.length], [[], 3]);
  const raw = /String\.raw`([^`]*)`,\n\);\n$/.exec(text)?.[1];
  assert.doesNotMatch(raw ?? "`", /[`]|\$\{/);
  assert.equal(templateBook(raw ?? "").find("a-b `x` */")?.body, body);
  assert.equal((await account.run(["--out", "hostile.ts", "--check"])).code, 0);
});

const hasFull = process.platform === "linux";
test("that standard output takes nothing is told", { skip: !hasFull }, async () => {
  const full = await open("/dev/full", "w");
  assertFails(
    await command(["--help"], { out: full.fd }),
    "Standard output cannot be written (ENOSPC).",
  );
  await full.close();
});

test("a file stays where a link leads, and stays readable for those who could read it", async () => {
  const [file, link] = ["linked.ts", "link.ts"].map((name) => join(account.folder, name));
  await writeFile(String(file), "", { mode: 0o600 });
  await symlink("linked.ts", String(link));
  assert.equal((await account.run(["--out", "link.ts"])).code, 0);
  assert.ok((await lstat(String(link))).isSymbolicLink());
  assert.equal((await stat(String(file))).mode & 0o777, 0o600);
  assert.equal(timeless(await read("linked.ts")), MODULE);
});

test("JSON that is out of date is said to be written again as JSON", async () => {
  await account.run(["--out", "stale.json", "--json"]);
  account.hold([]);
  const { code, stdout } = await account.run(["--out", "stale.json", "--json", "--check"]);
  assert.equal(code, 1);
  assert.match(stdout, /\nstale\.json is out of date: .* --out stale\.json --json\n$/);
});

/** @param {string} says @param {import("./command.mjs").Outcome} outcome */
function assertFails(outcome, says) {
  assert.deepEqual(outcome, { code: 2, stdout: "", stderr: `interakt-wasm: ${says}\n` });
}

describe("what it does not overwrite", () => {
  const KEPT = "It was left unchanged: delete it, or choose another --out.";
  const FILES = {
    "something else": "export const mine = 1;\n",
    "JSON of something else": '{ "name": "shop" }\n',
    "a module with a conflict in it": MODULE.replace(
      '{"name":"hello"',
      '<<<<<<< HEAD\n{"name":"hello"',
    ),
    "a module that is cut off": MODULE.slice(0, -200),
  };
  for (const [what, text] of Object.entries(FILES)) {
    for (const more of [[], ["--check"]]) {
      test(`${what} ${more}`, async () => {
        await writeFile(join(account.folder, "other.ts"), text);
        assertFails(
          await account.run(["--out", "other.ts", ...more]),
          `other.ts contains something other than what this command writes, or has been damaged.\n${KEPT}`,
        );
        assert.equal(await read("other.ts"), text);
      });
    }
  }

  test("a module where JSON was asked for, and the other way round", async () => {
    await writeFile(
      join(account.folder, "other.ts"),
      MODULE.replace("<time>", "2026-01-15T00:00:00Z"),
    );
    assertFails(
      await account.run(["--out", "other.ts", "--json"]),
      "other.ts contains TypeScript: run without --json, or choose another --out.",
    );
    await writeFile(join(account.folder, "other.json"), '{"version":1,"templates":[]}');
    assertFails(
      await account.run(["--out", "other.json"]),
      "other.json contains JSON: run with --json, or choose another --out.",
    );
  });

  test("but an empty file, and one that Windows has checked out", async () => {
    await writeFile(join(account.folder, "empty.ts"), "\n");
    assert.equal((await account.run(["--out", "empty.ts"])).code, 0);
    const text = await read("empty.ts");
    await writeFile(join(account.folder, "empty.ts"), text.replaceAll("\n", "\r\n"));
    assert.equal((await account.run(["--out", "empty.ts", "--check"])).code, 0);
  });
});

describe("what cannot be done is said in a line or two, with exit code 2", () => {
  const NO_KEY =
    "There is no API key. Set INTERAKT_API_KEY to the key that Interakt's dashboard shows\n" +
    "(Settings, Developer Setting).";

  test("there is no key", async () => {
    assertFails(await command(["templates"], { cwd: account.folder, key: "" }), NO_KEY);
  });

  test("the key is wrong", async () => {
    assertFails(
      await account.run([], "YW5vdGhlci1rZXk6"),
      "listTemplates failed with status 401: Unauthorized. The server at baseUrl gave this " +
        "answer: check there who is allowed.\n" +
        "The key that was sent is the value of INTERAKT_API_KEY. Nothing was written.",
    );
    assertFails(
      await account.run([], `${API_KEY}\n`),
      "The API key contains a line break, often the last character of a file. Give the API key as " +
        "Interakt's dashboard shows it (Settings, Developer Setting).",
    );
  });

  test("nobody answers", async () => {
    const { url, close } = await createAccount();
    await close();
    assertFails(
      await command(["templates", "--base-url", url]),
      `${url} did not answer (ECONNREFUSED).\n` +
        "Check the network connection, and whether Node needs a proxy. Nothing was written.",
    );
  });

  test("what answers is something else", async () => {
    account.answerBy(async () => new Response("<html>Log in</html>"));
    assertFails(
      await account.run([]),
      "listTemplates failed with status 200 and an HTML page instead of JSON. Check baseUrl, and " +
        "any proxy between here and Interakt.",
    );
  });

  test("the address is none", async () => {
    assertFails(
      await command(["templates", "--base-url", "localhost"]),
      'baseUrl must be an absolute URL. Give something like "https://api.example.com".',
    );
  });

  test("the file cannot be compared with or written", async () => {
    const CHECK = "missing.ts does not exist yet: run without --check to write it.";
    assertFails(await account.run(["--out", "missing.ts", "--check"]), CHECK);
    assertFails(
      await account.run(["--out", "no/folder/templates.ts"]),
      "no/folder/templates.ts cannot be written (its folder does not exist).",
    );
    await mkdir(join(account.folder, "folder"));
    assertFails(await account.run(["--out", "folder"]), "folder cannot be read (EISDIR).");
  });

  /** @type {[string[], string][]} */
  const CALLS = [
    [["templates", "templates.ts"], "templates does not take templates.ts."],
    [["templates", "--ot", "x"], "Unknown option --ot."],
    [["templates", "-o", "x"], "Unknown option -o."],
    [["templates", "--constructor"], "Unknown option --constructor."],
    [["templates", "--out"], "--out needs a value."],
    [["templates", "--out="], "--out needs a value."],
    [["templates", "--out", "--json"], "--out needs a value."],
    [["templates", "--json=yes"], "--json does not take a value."],
    [["templates", "--check"], "--check needs --out FILE, the file to compare with."],
  ];
  for (const [args, says] of CALLS) {
    test(args.join(" ") || "no arguments", async () => {
      assertFails(await command(args), `${says} For help: npx interakt-wasm templates --help`);
    });
  }

  test("a command that is none is told which there are", async () => {
    const there = "The commands are templates and campaign. For help: npx interakt-wasm --help";
    assertFails(await command([]), `No command given. ${there}`);
    assertFails(await command(["campain"]), `Unknown command campain. ${there}`);
    assertFails(
      await command(["template", "--ot", "x"]),
      "Unknown option --ot. For help: npx interakt-wasm --help",
    );
  });
});

test("--help lists all commands, and --version says which it is", async () => {
  const help = await command(["--help"]);
  assert.deepEqual([help.code, help.stderr], [0, ""]);
  const campaign = await command(["campaign", "--help"]);
  const commands = [...campaign.stdout.matchAll(/^ {2}(?!npx)[a-z].*$/gm)].map(([line]) => line);
  assert.equal(commands.length, 12);
  for (const line of ["  npx interakt-wasm templates [OPTIONS]", ...commands]) {
    assert.ok(help.stdout.includes(`${line}\n`), line);
  }
  const { version } = await readCrate();
  assert.deepEqual(await command(["--version"]), { code: 0, stdout: `${version}\n`, stderr: "" });
});

test("the help of templates says all of it", async () => {
  const help = await command(["templates", "--help"]);
  assert.deepEqual([help.code, help.stderr], [0, ""]);
  const words = ["--out", "--json", "--check", "--base-url", "INTERAKT_API_KEY", "Exit code"];
  for (const word of words) assert.ok(help.stdout.includes(word), word);
  for (const { stdout } of [help, await command(["--help"])]) {
    assert.ok(stdout.split("\n").every(({ length }) => length <= 100));
  }
});
