/** README.md, the guides and the reference, each loaded when it is read first. */

/**
 * @typedef {object} Doc
 * @property {string} id In its address: `forms`, `reference/rules`.
 * @property {string} title
 * @property {import("./nodes.js").DocNode[]} nodes The title is the first. What can be linked to has
 *   an `id`.
 *
 * @typedef {object} DocGroup
 * @property {string} title
 * @property {{ id: string, title: string }[]} docs
 *
 * @typedef {Awaited<ReturnType<typeof openLibrary>>} Library
 */

/** @returns {Promise<{ groups: DocGroup[], read: (id: string) => Promise<Doc> }>} */
export async function openLibrary() {
  /** @type {DocGroup[]} */
  const groups = await load("index");
  /** @type {Map<string, Promise<Doc>>} */
  const docs = new Map();

  return {
    groups,

    read(id) {
      const known = docs.get(id);
      if (known) return known;
      const loading = load(id);
      docs.set(id, loading);
      // What failed is tried again.
      loading.catch(() => docs.delete(id));
      return loading;
    },
  };
}

/** @param {string} name @returns {Promise<any>} */
async function load(name) {
  const answer = await fetch(`docs/${name}.json`);
  if (!answer.ok) throw new Error(`docs/${name}.json: status ${answer.status}`);
  return answer.json();
}
