/** What the account's templates say of an input that names one. */

/**
 * @typedef {import("./expected.js").Value} Value
 * @typedef {import("interakt-wasm").TemplateBook} TemplateBook
 */

/** The keys of a template's name and of its language, as inputs pair them. */
const PAIRS = /** @type {const} */ ([
  ["name", "languageCode"],
  ["template_name", "language_code"],
]);

/**
 * @param {TemplateBook} book
 * @param {string} key
 * @param {readonly Value[]} values What can stand under it.
 * @param {ReadonlyMap<string, unknown>} beside What stands beside it, by key.
 * @returns {{ name: string, about: string }[]} Names of templates or codes of languages, each once;
 *   those first that can be sent.
 */
export function namesIn({ templates }, key, values, beside) {
  const pair = PAIRS.find((keys) => keys.some((each) => each === key));
  if (pair === undefined || !values.some(({ holder }) => isNamed(holder, pair))) return [];
  const [nameKey, languageKey] = pair;
  const named = beside.get(nameKey);
  const isKnown = templates.some(({ name }) => name === named);
  const meant = templates.filter(({ name }) => key === nameKey || !isKnown || name === named);
  /** @type {Map<string, string[]>} */
  const found = new Map();
  const isGood = (/** @type {{ approval_status: string | null }} */ it) =>
    it.approval_status === "APPROVED";
  for (const template of [...meant.filter(isGood), ...meant.filter((it) => !isGood(it))]) {
    const { name, language, approval_status: status } = template;
    const [word, about] = key === languageKey ? [language, ""] : [name, language];
    const said = isGood(template)
      ? about
      : [about, status?.toLowerCase()].filter(Boolean).join(" ");
    found.set(word, [...(found.get(word) ?? []), said]);
  }
  return [...found].map(([name, about]) => {
    return { name, about: [...new Set(about)].filter(Boolean).join(", ") };
  });
}

/**
 * RCS has templates of its own, whose names are free.
 *
 * @param {Value["holder"]} holder
 * @param {(typeof PAIRS)[number]} pair
 */
function isNamed(holder, [nameKey, languageKey]) {
  const { [nameKey]: name, [languageKey]: language } = holder?.schema.properties ?? {};
  return typeof name === "object" && name.pattern !== undefined && language !== undefined;
}
