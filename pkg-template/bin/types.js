/** The types of what templates take, as TypeScript. */

/**
 * @typedef {import("interakt-wasm").BookTemplate} BookTemplate
 * @typedef {import("interakt-wasm").PartNeeds} PartNeeds
 * @typedef {import("interakt-wasm").TemplateNeeds} TemplateNeeds
 */

/** Characters of a template's text that are shown above its type. */
const MOST_SHOWN = 200;

/**
 * @param {readonly BookTemplate[]} templates Sorted.
 * @param {(template: BookTemplate) => TemplateNeeds} needsOf
 * @returns {string} The type `Templates`, of those that can be sent.
 */
export function typesOf(templates, needsOf) {
  /** @type {Map<string, BookTemplate[]>} */
  const byName = new Map();
  for (const template of templates.filter(isTyped)) {
    byName.set(template.name, [...(byName.get(template.name) ?? []), template]);
  }
  const entries = [...byName].map(([name, all]) => {
    const comment = ["  /**", ...all.map((template) => `   * ${commentOf(template)}`), "   */"];
    return `${comment.join("\n")}\n  ${keyOf(name)}: ${valuesOf(all, needsOf)};\n`;
  });
  const body = entries.length === 0 ? "Record<never, never>" : `{\n${entries.join("")}}`;
  return `/** What \`sendTemplate\` puts into each template that is approved. */
export type Templates = ${body};
`;
}

/** Whether `sendTemplate` may be called for it. @param {BookTemplate} template */
export function isTyped({ approval_status, channel_type }) {
  return approval_status?.toUpperCase() === "APPROVED" && channel_type?.toUpperCase() !== "RCS";
}

/** @param {BookTemplate} template */
function commentOf({ language, category, body }) {
  const line = `${language}, ${category}: ${body ?? ""}`.replace(/\s+/g, " ").trim();
  const shown =
    [...line].length > MOST_SHOWN ? `${[...line].slice(0, MOST_SHOWN).join("")}…` : line;
  return shown.replaceAll("*/", "* /");
}

/**
 * @param {BookTemplate[]} all Of one name.
 * @param {(template: BookTemplate) => TemplateNeeds} needsOf
 */
function valuesOf(all, needsOf) {
  /** @type {Map<string, string[]>} */
  const languages = new Map();
  for (const template of all) {
    const members = membersOf(needsOf(template)).join("; ");
    const language = JSON.stringify(template.language);
    languages.set(members, [...(languages.get(members) ?? []), language]);
  }
  const key = all.length === 1 ? "language?" : "language";
  const types = [...languages].map(([members, own]) => {
    return `{ ${key}: ${own.join(" | ")}${members && `; ${members}`} }`;
  });
  return types.length === 1 ? types.join("") : types.map((type) => `\n    | ${type}`).join("");
}

/** @param {TemplateNeeds} needs */
function membersOf({ cards, ...own }) {
  const named = own.header?.type === "document" ? ["fileName?: string"] : [];
  const list = cards?.map((card) => `{ ${partOf(card).join("; ")} }`).join(", ");
  return [...partOf(own), ...named, ...(list === undefined ? [] : [`cards: readonly [${list}]`])];
}

/** @param {PartNeeds} needs */
function partOf({ header, body, buttons }) {
  const members = [];
  if (header) {
    const type = header.type === "text" ? "string" : `{ readonly ${keyOf(header.type)}: string }`;
    members.push(`header${header.value === "required" ? "" : "?"}: ${type}`);
  }
  if (body === null) members.push("body?: readonly string[]");
  else if (body > 0) members.push(`body: readonly [${Array(body).fill("string").join(", ")}]`);

  const required = buttons.filter(({ value }) => value === "required");
  if (required.length === 1) members.push("button: readonly [string]");
  const named =
    required.length > 1 ? required.map(({ index }) => `${index}: readonly [string]`) : [];
  const others = buttons.filter(({ value }) => value === "optional");
  const more = others.map(({ index }) => `${index}?: readonly string[]`);
  if (named.length + more.length > 0) {
    const key = named.length > 0 ? "buttons" : "buttons?";
    members.push(`${key}: { ${[...named, ...more].join("; ")} }`);
  }
  return members;
}

/** @param {string} name */
const keyOf = (name) => (/^[a-z_]\w*$/i.test(name) ? name : JSON.stringify(name));
