/**
 * `npm run bench -- checks`: one message, good or bad, beside zod. With `--check` it fails where a
 * target is missed.
 */
import { init, sendMessage } from "interakt-wasm";
import { main } from "../scripts/project.mjs";
import { alternate, ratioOf } from "./alternate.mjs";
import { BAD, GOOD, messageSchema } from "./messages.mjs";
import { judge, machine } from "./targets.mjs";

const BATCH = 100;
const ROUNDS = 2000;

/** The verdict, with the value that a program goes on with. */
const CHECK = {
  ours: () => sendMessage.validate(GOOD).ok,
  zod: () => messageSchema.safeParse(GOOD).success,
};

/** All that is shown of a bad one: the words and their places. */
const EXPLAIN = {
  ours() {
    const result = sendMessage.validate(BAD);
    return result.ok ? [] : result.issues.map(({ path, message }) => [path.join("."), message]);
  },
  zod() {
    const { error } = messageSchema.safeParse(BAD);
    return error?.issues.map(({ path, message }) => [path.join("."), message]) ?? [];
  },
};

const CONTESTS = [
  { name: "a valid template message", contest: CHECK },
  { name: "four issues and their messages", contest: EXPLAIN },
];

/** Both are asked the same. */
function agree() {
  if (!CHECK.ours() || !CHECK.zod()) throw new Error("the good message is not good");
  const [ours, theirs] = [EXPLAIN.ours(), EXPLAIN.zod()].map((found) =>
    found.map(([path]) => path).sort(),
  );
  if (ours?.length !== 4 || `${ours}` !== `${theirs}`) {
    throw new Error(`the same four are to be found: ${ours}; ${theirs}`);
  }
}

/** @param {number} milliseconds */
const microseconds = (milliseconds) => (milliseconds * 1000).toFixed(2);

await main(async () => {
  await init();
  agree();
  console.log(`${ROUNDS} rounds of ${BATCH}, microseconds for one; ${machine()}`);
  const rows = [];
  for (const { name, contest } of CONTESTS) {
    const works = {
      ours: { run: contest.ours, batch: BATCH },
      zod: { run: contest.zod, batch: BATCH },
    };
    const { ours, zod } = await alternate(works, { rounds: ROUNDS, warmUp: 200 });
    const details = [
      ...[ours.middle, zod.middle, ours.least, zod.least].map(microseconds),
      ratioOf(ours, zod).toFixed(2),
    ];
    rows.push({ name, details, figure: ours.least / zod.least });
  }
  const columns = ["ours", "zod", "least: ours", "zod", "median of ratios"];
  judge("checks", { columns, unit: "ratio of least" }, rows);
});
