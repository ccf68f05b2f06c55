/**
 * `npm run release`: everything that a release is checked for, as RELEASING.md tells.
 *
 *   -- --dry-run          builds, checks, packs and publishes to nowhere; says what is still open
 *   -- --hashes           the hashes of what has been built
 *   -- --notes            what CHANGELOG.md says of this version
 *   -- --publish TARBALL  checks again and publishes, in the workflow of a tag alone
 */
import { readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { capture, main, PKG, ROOT, readCrate, run, say, TARBALL, Unavailable } from "./project.mjs";
import { openPoints, sectionOf } from "./release/points.mjs";
import { runSteps } from "./steps.mjs";
import { auditCrates } from "./supply/crates.mjs";
import { hashesOf, tellHashes } from "./supply/hashes.mjs";
import { auditNpm } from "./supply/npm.mjs";

const { values } = parseArgs({
  options: {
    "dry-run": { type: "boolean" },
    hashes: { type: "boolean" },
    notes: { type: "boolean" },
    publish: { type: "string" },
  },
});

const readChangelog = () => readFile(join(ROOT, "CHANGELOG.md"), "utf8");

async function isDirty() {
  const status = await capture("git", ["status", "--porcelain", "--untracked-files=no"]);
  return status !== "";
}

/** @returns {Promise<string[]>} */
async function readOpenPoints() {
  const crate = await readCrate();
  // It names nothing and succeeds where the package is there without this version.
  const asked = ["view", `interakt-wasm@${crate.version}`, "version", "--json"];
  const found = await capture("npm", asked).catch((error) => {
    // There is no such package yet.
    if (String(error).includes("E404")) return "";
    throw error;
  });
  const { GITHUB_ACTIONS, GITHUB_REF_NAME: tag, GITHUB_REPOSITORY: repository } = process.env;
  return openPoints({
    ...{ crate, changelog: await readChangelog(), isDirty: await isDirty() },
    isPublished: found.trim() !== "",
    ...(GITHUB_ACTIONS && tag ? { tag } : {}),
    ...(GITHUB_ACTIONS && repository ? { repository } : {}),
  });
}

async function tellBuilt() {
  const commit = (await capture("git", ["rev-parse", "HEAD"])).trim();
  console.log(tellHashes(commit, await hashesOf(PKG, TARBALL)));
}

async function dryRun() {
  /** @type {string[]} */
  const open = [];
  /** @param {() => Promise<void>} work */
  const orOpen = async (work) => {
    try {
      await work();
    } catch (error) {
      if (!(error instanceof Unavailable)) throw error;
      open.push(`run npm run audit where it can ask: ${error.message}`);
    }
  };
  await runSteps([
    {
      name: "build",
      work: async () => {
        const { build } = await import("./build.mjs");
        await build();
      },
    },
    {
      name: "notices",
      work: async () => {
        const { NOTICES, writeNotices } = await import("./supply/notices.mjs");
        if ((await readFile(NOTICES, "utf8")) === (await writeNotices())) return;
        throw new Error("THIRD-PARTY-NOTICES.md is out of date: npm run notices");
      },
    },
    {
      name: "audit",
      work: async () => {
        await orOpen(auditNpm);
        await orOpen(auditCrates);
      },
    },
    {
      name: "cargo package",
      work: async () => {
        const dirty = (await isDirty()) ? ["--allow-dirty"] : [];
        await run("cargo", ["package", "--locked", ...dirty]);
      },
    },
    {
      name: "npm pack",
      needs: "build",
      work: () => run("npm", ["pack", "--dry-run"], { cwd: PKG }),
    },
    {
      name: "npm publish",
      needs: "build",
      work: () => run("npm", ["publish", TARBALL, "--dry-run", "--access", "public"]),
    },
    { name: "hashes", needs: "build", work: tellBuilt },
    { name: "open points", work: async () => void open.push(...(await readOpenPoints())) },
  ]);
  if (open.length === 0) say("nothing is open: tag it");
  else console.log(`Open before it can be published:\n- ${open.join("\n- ")}`);
}

/** @param {string} tarball */
async function publish(tarball) {
  if (!process.env.ACTIONS_ID_TOKEN_REQUEST_URL) {
    throw new Error("only the workflow of a tag publishes: the provenance is signed there");
  }
  const open = await readOpenPoints();
  if (open.length > 0) throw new Error(`not published:\n- ${open.join("\n- ")}`);
  await run("npm", ["publish", resolve(tarball), "--provenance", "--access", "public"]);
}

await main(async () => {
  const { "dry-run": dry, hashes, notes, publish: tarball } = values;
  if (dry) await dryRun();
  else if (hashes) await tellBuilt();
  else if (tarball !== undefined) await publish(tarball);
  else if (notes) {
    const { version } = await readCrate();
    const section = sectionOf(await readChangelog(), version);
    if (!section) throw new Error(`CHANGELOG.md does not begin with version ${version}`);
    console.log(section);
  } else throw new Error("say what to do: --dry-run, --hashes, --notes, or --publish TARBALL");
});
