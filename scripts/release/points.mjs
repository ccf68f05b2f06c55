/** What is still open before a release, decided without asking anything. */

/**
 * @typedef {object} State
 * @property {import("../project.mjs").Crate} crate
 * @property {string} changelog
 * @property {boolean} isDirty Whether something is not committed.
 * @property {boolean} isPublished Whether npm has this version already.
 * @property {string} [tag] Of the workflow that publishes.
 * @property {string} [repository] `owner/name`, of the workflow that publishes.
 */

/**
 * @param {State} state
 * @returns {string[]} Each a sentence that says what is to do.
 */
export function openPoints({ crate, changelog, isDirty, isPublished, tag, repository }) {
  const { version } = crate;
  /** @type {[boolean, string][]} */
  const points = [
    [isDirty, "commit what has been changed"],
    [isPublished, `raise the version in Cargo.toml: npm has ${version}`],
    [
      sectionOf(changelog, version) === undefined,
      `write what is new under "## ${version}" at the top of CHANGELOG.md, in place of "Unreleased"`,
    ],
    [
      tag !== undefined && tag !== `v${version}`,
      `tag v${version}, as Cargo.toml says: the tag is ${tag}`,
    ],
    ...["repository", "homepage", "bugs"].map((name) => {
      const isMissing = !crate[/** @type {"repository"} */ (name)];
      return /** @type {[boolean, string]} */ ([isMissing, `set \`${name}\` in Cargo.toml`]);
    }),
    [
      repository !== undefined && crate.repository !== `https://github.com/${repository}`,
      `set \`repository\` in Cargo.toml to https://github.com/${repository}: npm takes no provenance of another one`,
    ],
  ];
  return points.filter(([isOpen]) => isOpen).map(([, text]) => text);
}

/**
 * @param {string} changelog
 * @param {string} version
 * @returns {string | undefined} What is new in the version, if that is the newest that it tells of.
 */
export function sectionOf(changelog, version) {
  const [, newest = ""] = changelog.split(/^## /m);
  const [heading = "", ...lines] = newest.split("\n");
  // A date may follow: `## 1.2.3 (2026-12-01)`.
  if (heading.split(" ")[0] !== version) return undefined;
  return lines.join("\n").trim() || undefined;
}
