/** What the guides say to type into a shell. */
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { capture, INSTALLED } from "../../scripts/project.mjs";
import { newestNode } from "../support/newest-node.mjs";
import { API_KEY } from "./campaign.mjs";
import { readGuides } from "./guides.mjs";

/** Interakt is the simulator, and it is noon in India. */
const PRELOADED = ["./simulated-fetch.mjs", "../edge/node/noon.mjs"].map(
  (module) => `--import '${new URL(module, import.meta.url).href}'`,
);
const COMMAND = join(INSTALLED, "bin", "interakt-wasm.js");
const CURL = fileURLToPath(new URL("curl.mjs", import.meta.url));

/** @returns {Promise<{ place: string, code: string }[]>} The blocks marked `sh`. */
export async function readCommands() {
  return (await readGuides()).flatMap(({ file, markdown }) =>
    [...markdown.matchAll(/^```sh\n(.*?)^```$/gms)].map(({ 1: code = "", index }) => {
      return { place: `${file}:${markdown.slice(0, index).split("\n").length}`, code };
    }),
  );
}

/**
 * Runs it where `npx interakt-wasm` is the package's command, and `curl` tells what it would send.
 *
 * @param {string} code
 * @param {string} folder
 */
export async function runInShell(code, folder) {
  const before = [
    `npx() { shift; node ${PRELOADED.join(" ")} '${COMMAND}' "$@"; }`,
    `curl() { node '${CURL}' "$@"; }`,
  ];
  const script = [...before, code.replace("INTERAKT_API_KEY=… ", "")].join("\n");
  return capture("sh", ["-euc", script], {
    cwd: folder,
    env: {
      PATH: `${dirname(await newestNode())}:${process.env.PATH}`,
      INTERAKT_API_KEY: API_KEY,
    },
  });
}
