/** What each of TypeScript's versions says to the usual mistakes. */
import { deepEqual, ok } from "node:assert/strict";
import { mkdir, writeFile } from "node:fs/promises";
import {
  complaintsIn,
  inOrder,
  lineOf,
  MISTAKES,
  namesField,
  programOf,
} from "../../types/mistakes.mjs";

/** The compiler whose messages are pinned; others put the members of a union in another order. */
const NEWEST = "typescript-7";

/** Compilers that have only to name the key: they say less, and some of it at the statement. */
const OLD = ["typescript-4"];

/**
 * @param {import("./consumer.mjs").Consumer} project
 * @param {string} compiler As the project calls it.
 */
export async function checkMistakes(project, compiler) {
  /** @type {(index: number) => string} */
  const fileOf = (index) => `mistake-${index}.ts`;
  await mkdir(await project.path("mistakes"), { recursive: true });
  for (const [index, mistake] of MISTAKES.entries()) {
    await writeFile(await project.path(`mistakes/${fileOf(index)}`), programOf(mistake));
  }
  const command = [
    ...["node", `node_modules/${compiler}/bin/tsc`, "--noEmit", "--strict", "--pretty", "false"],
    ...["--target", "es2022", "--module", "node16", "--types", "node"],
    ...MISTAKES.map((_, index) => `mistakes/${fileOf(index)}`),
  ];
  // Files are checked on several threads, of which each learns by itself what it has compared.
  if (compiler === NEWEST) command.splice(2, 0, "--singleThreaded");
  const compared = compiler === NEWEST ? (/** @type {string} */ text) => text : inOrder;
  const found = complaintsIn(await failing(project.run(command)));
  for (const [index, mistake] of MISTAKES.entries()) {
    const complaints = found.get(fileOf(index)) ?? [];
    const told = `${compiler} says of ${mistake.name}: ${JSON.stringify(complaints)}`;
    if (OLD.includes(compiler)) ok(namesField(mistake, complaints), told);
    else {
      const says = complaints.map(({ line, text }) => ({ line, text: inner(compared(text)) }));
      deepEqual(says, [{ line: lineOf(mistake), text: inner(compared(mistake.says)) }], told);
    }
  }
}

/**
 * The innermost sentence of a complaint. Whether a compiler puts "Argument of type … is not
 * assignable" around it depends on what it has compared before.
 *
 * @param {string} text
 */
function inner(text) {
  const sentence = text.slice(text.lastIndexOf("\n") + 1).trim();
  return sentence.replace(/^TS\d+: /, "");
}

/** What a program printed that has to fail. @param {Promise<string>} run */
async function failing(run) {
  const failure = await run.then(
    () => new Error("\n"),
    (/** @type {Error} */ error) => error,
  );
  // Its first line tells which command it was.
  return failure.message.slice(failure.message.indexOf("\n") + 1);
}
