// What an editor shows where the pointer is: names, and no pages of unions.
import assert from "node:assert/strict";
import { join } from "node:path";
import { describe, test } from "node:test";
import ts from "typescript";
import { CASES, STRICT } from "./compiler.mjs";

const FILE = join(CASES, "hover.ts");

/** Programs, the pointer at what stands behind `/*?*\/`, and what is shown. @type {[string, string][]} */
const HOVERS = [
  [`const /*?*/checked = sendMessage.validate({});`, "const checked: Validation<SendMessageInput>"],
  [
    `sendMessage./*?*/validate({});`,
    `(method) Validator<"sendMessage", SendMessageInput>.validate(input: unknown, options?: ValidateOptions): Validation<SendMessageInput>`,
  ],
  [
    `type /*?*/Input = OperationTypes["sendMessage"]["input"];`,
    "type Input = (NoList & Message) | (Message[] & { type?: undefined; })",
  ],
  [
    `type /*?*/One = Message;`,
    "type One = TextMessage | AudioMessage | ImageMessage | DocumentMessage | VideoMessage | StickerMessage | ButtonMessage | ListMessage | TemplateMessage",
  ],
  [
    `type /*?*/Text = TextMessage;`,
    `type Text = Recipient & { type: "Text"; campaignId?: string | undefined; callbackData?: string | undefined; fallback?: Fallback[] | undefined; data: { message: string; }; }`,
  ],
  [
    `type /*?*/Who = Recipient;`,
    "type Who = RecipientByCountryCodeAndPhoneNumber | RecipientByFullPhoneNumber | RecipientByUserId",
  ],
  [
    `const /*?*/answer = await client.sendMessage({ userId: "user-42", type: "Text", data: { message: "Hi" } });`,
    "const answer: SendMessageAnswer",
  ],
  [
    `const /*?*/call = client.trackUser;`,
    "const call: (input: TrackedUser, options?: CallOptions) => AnswerPromise<TrackUserAnswer>",
  ],
  [`const /*?*/parsed = phone.parse("");`, "const parsed: ParsedPhone"],
  [
    `await client.trackUser({ userId: "user-42", /*?*/fullPhoneNumber: "919876543210" });`,
    "(property) fullPhoneNumber: string",
  ],
];

const HEAD = `import { Interakt, phone, sendMessage, type Message, type OperationTypes, type Recipient, type TextMessage } from "interakt-wasm";
declare const client: Interakt;
`;

const sources = HOVERS.map(([source]) => `${HEAD}${source}\nexport {};\n`);
let current = 0;

/** @type {ts.LanguageServiceHost} */
const host = {
  getScriptFileNames: () => [FILE],
  getScriptVersion: (file) => (file === FILE ? String(current) : "0"),
  getScriptSnapshot: (file) => {
    const text = file === FILE ? sources[current] : ts.sys.readFile(file);
    return text === undefined ? undefined : ts.ScriptSnapshot.fromString(text);
  },
  getCurrentDirectory: () => CASES,
  getCompilationSettings: () => STRICT,
  getDefaultLibFileName: ts.getDefaultLibFilePath,
  fileExists: (file) => file === FILE || ts.sys.fileExists(file),
  readFile: ts.sys.readFile,
};

describe("an editor shows", () => {
  const service = ts.createLanguageService(host);

  for (const [index, [source, shown]] of HOVERS.entries()) {
    test(source.replace("/*?*/", ""), () => {
      current = index;
      const at = sources[index]?.indexOf("/*?*/") ?? 0;
      const info = service.getQuickInfoAtPosition(FILE, at + "/*?*/".length);
      assert.deepEqual(service.getSemanticDiagnostics(FILE), []);
      const text = ts.displayPartsToString(info?.displayParts);
      assert.equal(text.replace(/\s+/g, " "), shown);
    });
  }
});
