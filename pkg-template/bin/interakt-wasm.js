#!/usr/bin/env node
/** The package's command. What it can do stands in arguments.js, what that is in templates.js. */
import { readFile } from "node:fs/promises";
import { HELP, readArguments, TEMPLATES_HELP } from "./arguments.js";
import { Failure } from "./failure.js";
import { UsageError } from "./options.js";

process.stdout.on("error", (/** @type {NodeJS.ErrnoException} */ { code }) => {
  // Who reads it may have enough of it: `… | head`.
  if (code === "EPIPE") return;
  process.stderr.write(`interakt-wasm: Standard output cannot be written (${code}).\n`);
  process.exitCode = 2;
});
// A terminal that is closed takes no words, and ends nothing that is being sent.
process.stderr.on("error", () => {});

try {
  const code = await perform();
  process.exitCode ??= code;
} catch (error) {
  // Anything else is a fault of ours, whose stack says where.
  if (!(error instanceof UsageError || error instanceof Failure)) console.error(error);
  else process.stderr.write(`interakt-wasm: ${error.message}\n`);
  process.exitCode = 2;
}

async function perform() {
  const [command, ...args] = process.argv.slice(2);
  const apiKey = process.env.INTERAKT_API_KEY;
  if (command === "campaign") {
    const { campaign } = await import("./campaign/campaign.js");
    return campaign(args, apiKey);
  }
  const given = readArguments(process.argv.slice(2));
  if (given.ask === "help") process.stdout.write(HELP);
  else if (given.ask === "templates help") process.stdout.write(TEMPLATES_HELP);
  else if (given.ask === "version") process.stdout.write(`${await readVersion()}\n`);
  else {
    const { templates } = await import("./templates.js");
    return templates(given, apiKey);
  }
  return 0;
}

async function readVersion() {
  const manifest = await readFile(new URL("../package.json", import.meta.url), "utf8");
  return JSON.parse(manifest).version;
}
