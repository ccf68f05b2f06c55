/**
 * Makes the JavaScript that wasm-bindgen writes do nothing when it is imported.
 *
 * As written, it creates a TextDecoder, a TextEncoder and a FinalizationRegistry
 * at module level. Merely importing the package would then fail where one of
 * them is missing (jsdom), and cost time at every cold start. Here each is
 * created when it is first used, and text.js, which stands beside the glue in the
 * package, has something in place of the first two.
 */

/** A statement that wasm-bindgen writes, and what to write instead. */
const DECODING = [
  {
    what: "the TextDecoder",
    from: /\bnew TextDecoder\([^;]*\);/g,
    to: "createDecoder();",
  },
  {
    what: "the TextDecoder at module level",
    from: /^let cachedTextDecoder = createDecoder\(\);\ncachedTextDecoder\.decode\(\);\n/m,
    to: "let cachedTextDecoder;\n",
  },
  {
    what: "the use of the TextDecoder",
    from: /^( +)return cachedTextDecoder\.decode\(bytes\);$/m,
    to: "$1cachedTextDecoder ??= createDecoder();\n$1return cachedTextDecoder.decode(bytes);",
  },
];

const ENCODING = [
  {
    // Every runtime with reference types has encodeInto, so its fallback goes.
    what: "the TextEncoder",
    from: /^const cachedTextEncoder = new TextEncoder\(\);\n\nif \(!\('encodeInto' in cachedTextEncoder\)\) \{\n[\s\S]*?\n\}\n/m,
    to: "let cachedTextEncoder;\nfunction textEncoder() {\n    return (cachedTextEncoder ??= createEncoder());\n}\n",
  },
  {
    what: "the uses of the TextEncoder",
    from: /\bcachedTextEncoder\.(encode|encodeInto)\(/g,
    to: "textEncoder().$1(",
  },
  {
    // What has no length would leave the module's memory in disorder: later calls never end.
    what: "the length of a text",
    from: /^ {4}let len = arg\.length;$/m,
    to: '    if (typeof arg !== "string") throw new TypeError("no text");\n    let len = arg.length;',
  },
];

/** Present only when the crate passes a closure to JavaScript. */
const CLOSURES = [
  {
    what: "the FinalizationRegistry",
    from: /^const CLOSURE_DTORS = ([\s\S]*?);\n\n/m,
    to: "let closureDtors;\nfunction closures() {\n    return (closureDtors ??= $1);\n}\n\n",
  },
  {
    what: "the uses of the FinalizationRegistry",
    from: /\bCLOSURE_DTORS\.(register|unregister)\(/g,
    to: "closures().$1(",
  },
];

/** The lines that may stand at module level: none of them runs anything. */
const HARMLESS = [
  /^$/,
  /^[ })]/,
  /^\/\*/,
  /^\/\//,
  /^(export )?(async )?function \w+\(.*\{/,
  /^let \w+( = (null|0|undefined))?;$/,
  /^const \w+ = \d+;$/,
  /^const \w+ = \[("[^"]*"(, )?)*\];$/,
];

/**
 * What runs belongs to the glue, of which each cut has one: so its loaders ask it. So does what is
 * known of its memory (src/texts.js).
 */
const STARTED = `
export function isStarted() {
    return wasm !== undefined;
}

export function memory() {
    return wasm.memory;
}

export const shared = { bytes: undefined, at: 0, size: 0 };
`;

/**
 * @param {string} source The `*_bg.js` file of `wasm-bindgen --target bundler`.
 * @returns {string} The same module, doing nothing at import.
 * @throws {Error} When wasm-bindgen writes something that this function does not know.
 */
export function lazyGlue(source) {
  // A cut to which only numbers cross has none of this.
  const steps = [
    ...(source.includes("TextDecoder") ? DECODING : []),
    ...(source.includes("TextEncoder") ? ENCODING : []),
    ...(source.includes("CLOSURE_DTORS") ? CLOSURES : []),
  ];
  let lazy = source;
  for (const { what, from, to } of steps) {
    const replaced = lazy.replace(from, to);
    if (replaced === lazy) {
      throw new Error(`scripts/glue.mjs: ${what} was not found in what wasm-bindgen wrote`);
    }
    lazy = replaced;
  }
  const eager = lazy.split("\n").find((line) => !HARMLESS.some((pattern) => pattern.test(line)));
  if (eager !== undefined) {
    throw new Error(`scripts/glue.mjs: this line of the glue would run at import: ${eager}`);
  }
  const made = ["createDecoder", "createEncoder"].filter((name) => lazy.includes(name));
  const texts = made.length > 0 ? `import { ${made.join(", ")} } from "./text.js";\n\n` : "";
  return texts + lazy + STARTED;
}

/**
 * Gives what the module imports from its glue numbers in place of the names that wasm-bindgen
 * writes. Names and their hashes hardly compress, and every page would fetch them twice. A number
 * is as long as its name, so that the module keeps its layout.
 *
 * @param {string} glue
 * @param {Buffer} module
 * @returns {{ glue: string, module: Buffer }}
 */
export function numberImports(glue, module) {
  const names = [...new Set(glue.match(/(?<=\b__wbg_)\w+_[0-9a-f]{16}(?=\()/g))];
  let text = module.toString("latin1");
  let numbered = glue;
  names.forEach((name, index) => {
    const number = String(index).padStart(name.length, "0");
    if (!text.includes(name)) throw new Error(`scripts/glue.mjs: the module lacks ${name}`);
    text = text.replaceAll(name, number);
    numbered = numbered.replaceAll(name, number);
  });
  return { glue: numbered, module: Buffer.from(text, "latin1") };
}
