/** WhatsApp's formatting, as data. */
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { previewMessage } from "interakt-wasm";
import { bodyOf, line, short } from "./preview-support.mjs";

/** @type {[text: string, ...blocks: string[]][]} */
const FORMATTED = [
  ["Hi *Asha*", "Hi [b|Asha]"],
  ["_Hi_ ~Asha~ `x`", "[i|Hi] [s|Asha] [c|x]"],
  ["*two words*, _and_.", "[b|two words], [i|and]."],
  ["*_both_*", "[bi|both]"],
  ["~_*all*_~", "[bis|all]"],
  ["*bold _and italic_ and bold*", "[b|bold ][bi|and italic][b| and bold]"],
  ['(*in brackets*) "_quoted_" 👋*Hi*👋', '([b|in brackets]) "[i|quoted]" 👋[b|Hi]👋'],
  ["*नमस्ते* जी", "[b|नमस्ते] जी"],
  ["**twice**", "[b|*twice*]"],
  ["*a* *b*", "[b|a] [b|b]"],
  ["*a *b*", "[b|a *b]"],
  ["*Total:* 5 * 3 = *15*", "[b|Total:] 5 * 3 = [b|15]"],
  ["*ends in the next _mark* here_", "[b|ends in the next _mark] here_"],
  ["```two\nlines```", "code: [c|two]\n[c|lines]"],
  ["```\n  *as it is*\n```", "code: [c|  *as it is*]"],
  ["Code ```12 34``` and `*56*`", "Code [c|12 34] and [c|*56*]"],
  ["Code ```12\n34``` too", "Code [c|12\n34] too"],
  ["*`code`* in bold", "[bc|code] in bold"],
];

/** @type {[text: string, ...blocks: string[]][]} */
const UNFORMATTED = [
  ["snake_case_name and 2*3*4"],
  ["a*b* *c*d"],
  ["* not bold*", "bullets: not bold*"],
  ["this * is not *"],
  ["*not bold *"],
  ["*not\nbold*"],
  ["a single * and _"],
  ["__ ** ~~ *** ___"],
  ["***three***"],
  ["a**b* and *c**d"],
  ["Name: ____________"],
  ["@*nobody*"],
  ["नमस्ते*जी*"],
  ["``` ``` and ` ` and ``"],
  ["```not closed"],
  ["`not closed\nin a line`"],
  ["-no item\n1.no item\n>no quote\n12345678901. no item"],
  ["- \n* \n> "],
];

test("marks format what stands between them", () => {
  for (const [text, ...blocks] of FORMATTED) assert.deepEqual(short(bodyOf(text)), blocks, text);
});

test("what is no pair of marks stays as it is", () => {
  for (const [text, ...blocks] of UNFORMATTED) {
    assert.deepEqual(short(bodyOf(text)), blocks.length > 0 ? blocks : [text], text);
  }
});

test("lists and quotes are blocks of their own", () => {
  const text = [
    "Your *order*:",
    "* Shoes",
    "- _Socks_",
    "",
    "1. Pay",
    "2. Wait",
    "7. Enjoy",
    "> Said *she*",
    "> and he",
    "Bye",
  ].join("\n");
  assert.deepEqual(short(bodyOf(text)), [
    "Your [b|order]:",
    "bullets: Shoes\n[i|Socks]",
    "",
    "numbers1: Pay\nWait",
    "numbers7: Enjoy",
    "quote: Said [b|she]\nand he",
    "Bye",
  ]);
});

test("lines of a paragraph stay beside each other, empty ones too", () => {
  assert.deepEqual(bodyOf("a\r\n\r\nb\n"), [
    { type: "paragraph", lines: [[{ text: "a" }], [], [{ text: "b" }], []] },
  ]);
});

test("links lead to the web, and nowhere else", () => {
  for (const [text, expected] of [
    [
      "See https://example.com/a_b_c.",
      "See [→https://example.com/a_b_c|https://example.com/a_b_c].",
    ],
    ["*https://example.com*", "[b →https://example.com/|https://example.com]"],
    ["https://e.com/_a_/*b*/c", "[→https://e.com/_a_/*b*/c|https://e.com/_a_/*b*/c]"],
    ["www.example.in/x, ok", "[→https://www.example.in/x|www.example.in/x], ok"],
    ["https://e.com/a_(b)", "[→https://e.com/a_(b)|https://e.com/a_(b)]"],
    ["(https://e.com/?q=1)", "([→https://e.com/?q=1|https://e.com/?q=1])"],
    ["HTTP://E.COM/é", "[→http://e.com/%C3%A9|HTTP://E.COM/é]"],
    ["`https://e.com`", "[c|https://e.com]"],
    ["javascript:alert(1) data:text/html,x file:///etc", undefined],
    ["https:// www. xhttps://e.com awww.e.com", undefined],
    ["https://[", undefined],
  ]) {
    assert.deepEqual(short(bodyOf(text ?? "")), [expected ?? text]);
  }
});

/** Texts in which there is much to format. */
const texts = fc
  .array(
    fc.constantFrom(
      ..."*_~`*_~`".split(""),
      ...[
        "```",
        "\n",
        " ",
        "a",
        "é",
        "👋",
        "- ",
        "> ",
        "1. ",
        "{{1}}",
        "https://e.com/",
        "@",
        "<b>",
      ],
    ),
    { maxLength: 40 },
  )
  .map((parts) => parts.join(""));

/** @param {string} text Without what can be a mark, wherever it stands. */
const bare = (text) => text.replace(/[-*_~`\n]/g, "");

/** @param {import("interakt-wasm").PreviewBlock} block What made its lines items stands before them. */
const whole = (block) =>
  block.lines.map((spans, index) => {
    const text = spans.map((span) => span.text).join("");
    if (block.type === "numbers") return `${block.start + index}. ${text}`;
    return { quote: `> ${text}`, bullets: `- ${text}`, code: text, paragraph: text }[block.type];
  });

test("the spans, one behind the other, are the text without its marks", () => {
  fc.assert(
    fc.property(texts, (text) => {
      const blocks = bodyOf(text);
      assert.equal(bare(blocks.flatMap(whole).join("")), bare(text));
      for (const span of blocks.flatMap((block) => block.lines.flat())) {
        assert.ok(span.text !== "" && text.includes(span.text), span.text);
      }
    }),
    { numRuns: 2000 },
  );
});

test("a text without marks is one paragraph of it", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom("a", " ", "\n", ".", "é", "<", "&", "👋") }),
      (text) => {
        const [block, ...others] = bodyOf(text);
        assert.deepEqual(others, []);
        assert.equal(block?.lines.map(line).join("\n") ?? "", text);
      },
    ),
  );
});

test("the plain text has the marks", () => {
  for (const [text] of [...FORMATTED, ...UNFORMATTED]) {
    assert.equal(previewMessage({ type: "Text", data: { message: text } }).text, text);
  }
});

test("ten times the marks take ten times the steps, whatever they are", (t) => {
  const { charAt } = String.prototype;
  let steps = 0;
  t.after(() => Object.assign(String.prototype, { charAt }));
  Object.assign(String.prototype, {
    /** @this {string} @param {number} index */
    charAt(index) {
      steps += 1;
      return charAt.call(this, index);
    },
  });
  /** @param {string} text */
  const stepsOf = (text) => {
    steps = 0;
    bodyOf(text);
    return steps;
  };
  for (const part of [
    "*",
    "*a",
    "*a ",
    " *a_b~",
    "*a* ",
    "_*~a~*_ ",
    "`",
    "```",
    "```a",
    "- *a\n",
  ]) {
    const [few, many] = [stepsOf(part.repeat(1000)), stepsOf(part.repeat(10_000))];
    assert.ok(few >= 1000 && many < 10.5 * few, `${part}: ${few} and ${many}`);
  }
  const link = `https://e.com/${")".repeat(1000)}`;
  assert.ok(stepsOf(link.repeat(10)) < 10.5 * stepsOf(link));
});
