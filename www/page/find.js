/** What the words in the filter above the lists find. */

/**
 * @typedef {import("./examples.js").Example} Example
 *
 * @typedef {object} Listed What can be found.
 * @property {readonly (import("./catalog.js").Entry & { operation: { name: string } })[]} operations
 * @property {readonly import("./route.js").Tool[]} tools
 * @property {(operation: string) => readonly Example[]} examplesOf
 *
 * @typedef {object} Found
 * @property {Set<string>} operations By their names.
 * @property {Set<string>} tools By their addresses.
 * @property {{ title: string, examples: readonly Example[] }[]} groups Of an operation each, in the
 *   order of the lists.
 * @property {number} count Of all of them.
 */

/**
 * Finds what has all words that are asked for, each anywhere in a name. Examples are found by the
 * names of their operation and group as well.
 *
 * @param {string} asked
 * @param {Listed} listed
 * @returns {Found | undefined} Nothing where no word is asked for.
 */
export function find(asked, { operations, tools, examplesOf }) {
  const words = asked.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return undefined;
  const has = (/** @type {string[]} */ ...names) => {
    const text = names.join(" ").toLowerCase();
    return words.every((word) => text.includes(word));
  };
  const groups = operations.flatMap(({ operation: { name }, title }) => {
    const examples = examplesOf(name).filter((each) => has(name, title, each.group, each.title));
    return examples.length > 0 ? [{ title: name, examples }] : [];
  });
  const named = operations.filter(({ operation: { name }, title }) => has(name, title));
  const used = tools.filter(({ subject, title }) => has(subject, title));
  return {
    operations: new Set(named.map(({ operation }) => operation.name)),
    tools: new Set(used.map(({ address }) => address)),
    groups,
    count: groups.reduce((sum, { examples }) => sum + examples.length, named.length + used.length),
  };
}
