/** Ways into the package on which strangers' bytes come. */
import * as core from "interakt-wasm";
import { checkRows } from "interakt-wasm/bulk";
import { createProxy } from "interakt-wasm/edge";
import * as forms from "interakt-wasm/forms";

const API_KEY = "c2VjcmV0LWtleTo=";
const PAGE = "https://shop.example";

/** @param {string} name @returns {any} */
const operationOf = (name) => core.operations.find((operation) => operation.name === name);

/** @param {() => any} call What it throws is an answer as well. */
const answered = (call) => () => {
  try {
    const answer = call();
    // What is told is made when it is read.
    return [answer?.issues, answer?.warnings, answer];
  } catch (error) {
    if (core.isInteraktError(error) && error.code !== "internal") return error;
    throw error;
  }
};

const BOOK = core.templateBook([]);

const proxy = createProxy(
  /** @type {any} */ ({
    ...{ apiKey: API_KEY, public: true, maxBytes: 1 << 26 },
    allow: Object.fromEntries(core.operations.map(({ name }) => [name, true])),
    fetch: async () => Response.json({ result: true, message: "Done", id: "1" }),
  }),
);

/** @type {Record<string, any>} */
const FORMS = Object.fromEntries(
  core.operations.flatMap(({ name }) => {
    const schema = /** @type {any} */ (forms)[name];
    return schema ? [[name, forms.formOf(schema)]] : [];
  }),
);

/**
 * What reads JSON of an operation's input.
 *
 * @type {Record<"validate" | "validate with a book" | "build" | "a form" | "previewMessage"
 *   | "the proxy" | "an answer" | "a webhook", (operation: string, json: string) => () => unknown>}
 */
export const WAYS = {
  validate(operation, json) {
    const value = JSON.parse(json);
    return answered(() => operationOf(operation).validate(value));
  },
  "validate with a book"(operation, json) {
    const value = JSON.parse(json);
    return answered(() => operationOf(operation).validate(value, { templates: BOOK }));
  },
  build(operation, json) {
    const value = JSON.parse(json);
    return answered(() => operationOf(operation).build(value, { apiKey: API_KEY }));
  },
  "a form"(operation, json) {
    const value = JSON.parse(json);
    return answered(() => FORMS[operation].validate(value));
  },
  previewMessage(_, json) {
    const value = JSON.parse(json);
    return answered(() => core.previewMessage(value));
  },
  "the proxy"(operation, json) {
    const headers = { "content-type": "application/json", origin: PAGE };
    const url = PAGE + operationOf(operation).path.replace(/^\/?/, "/");
    return async () => {
      const answer = await proxy(new Request(url, { method: "POST", headers, body: json }));
      return answer.text();
    };
  },
  "an answer": (operation, json) =>
    answered(() => operationOf(operation).parse(400, null, `{"message":${json}}`)),
  "a webhook": (_, json) =>
    answered(() => core.webhooks.parse(`{"type":"message_received","data":${json}}`)),
};

/** @param {string} source */
const rowsOf = (source) => async () => {
  let count = 0;
  const options = { operation: "trackUser", columns: { a: "userId" } };
  for await (const _ of checkRows(source, /** @type {any} */ (options))) count += 1;
  return count;
};

/** @param {string} text @returns {[line: string, rest: string]} */
function firstLine(text) {
  const at = text.indexOf("\n");
  return [text.slice(0, at), text.slice(at + 1)];
}

/**
 * How what a fuzzer's target reads comes to the package: the text and what reads it, or nothing where
 * only the core reads such a thing.
 *
 * @param {string} target
 * @returns {((input: string) => { text: string, run?: () => unknown }) | undefined}
 */
export function readerOf(target) {
  switch (target) {
    case "validate":
      return (input) => {
        const [operation, text] = firstLine(input);
        try {
          return { text, run: WAYS.validate(operation, text) };
        } catch {
          return { text }; // no value is such a text
        }
      };
    case "answer":
      return (input) => {
        const [line, rest] = firstLine(input);
        const [, text] = firstLine(rest);
        const [operation = "", status] = line.split(" ");
        return {
          text,
          run: answered(() => operationOf(operation).parse(Number(status), null, text)),
        };
      };
    case "phone":
      return (input) => {
        const [defaultCountry, text] = firstLine(input);
        return { text, run: answered(() => core.phone.parse(text, { defaultCountry })) };
      };
    case "redact":
      return (input) => {
        const [key, text] = firstLine(input);
        return { text, run: answered(() => core.withoutKey(text, key)) };
      };
    case "sms":
      return (text) => ({ text, run: answered(() => core.smsSegments(text)) });
    case "tape":
    case "webhook":
      return (text) => ({ text, run: answered(() => core.webhooks.parse(text)) });
    case "rows":
      return (input) => {
        const [, text] = firstLine(input);
        return { text, run: rowsOf(`a\n${text}`) };
      };
    default:
      return undefined;
  }
}
