/** What differs between two texts, line by line. */

/** @typedef {{ kind: "same" | "removed" | "added", text: string }} Line */

/** Texts that differ in more lines have next to nothing in common: it is not searched for. */
const MOST_CHANGES = 500;

/**
 * The fewest lines to take out of one text and put in to make the other of it, after Myers: "An O(ND)
 * Difference Algorithm and Its Variations", 1986.
 *
 * @param {readonly string[]} before
 * @param {readonly string[]} after
 * @returns {Line[]} What is taken out stands before what is put in its place.
 */
export function diffOf(before, after) {
  let start = 0;
  while (start < Math.min(before.length, after.length) && before[start] === after[start])
    start += 1;
  let end = 0;
  const most = Math.min(before.length, after.length) - start;
  while (end < most && before.at(-1 - end) === after.at(-1 - end)) end += 1;
  return [
    ...lines("same", before.slice(0, start)),
    ...between(before.slice(start, before.length - end), after.slice(start, after.length - end)),
    ...lines("same", before.slice(before.length - end)),
  ];
}

/**
 * @param {Line["kind"]} kind
 * @param {readonly string[]} texts
 * @returns {Line[]}
 */
const lines = (kind, texts) => texts.map((text) => ({ kind, text }));

/**
 * @param {readonly string[]} before
 * @param {readonly string[]} after
 * @returns {Line[]}
 */
function between(before, after) {
  const rounds = roundsOf(before, after);
  if (rounds === undefined) return [...lines("removed", before), ...lines("added", after)];
  /** From the end on. @type {Line[]} */
  const found = [];
  let [x, y] = [before.length, after.length];
  for (let changes = rounds.length - 1; changes >= 0; changes -= 1) {
    const furthest = rounds[changes] ?? new Map();
    const diagonal = x - y;
    const isAdded = comesFromAbove(furthest, diagonal, changes);
    const from = diagonal + (isAdded ? 1 : -1);
    const [startX, startY] =
      changes === 0 ? [0, 0] : [furthest.get(from), furthest.get(from) - from];
    while (x > startX && y > startY && before[x - 1] === after[y - 1]) {
      found.push({ kind: "same", text: before[x - 1] ?? "" });
      x -= 1;
      y -= 1;
    }
    if (changes === 0) break;
    if (isAdded) found.push({ kind: "added", text: after[y - 1] ?? "" });
    else found.push({ kind: "removed", text: before[x - 1] ?? "" });
    [x, y] = [startX, startY];
  }
  return ordered(found.reverse());
}

/**
 * How far one comes on each diagonal, by the number of changes that were made before.
 *
 * @param {readonly string[]} before
 * @param {readonly string[]} after
 * @returns {Map<number, number>[] | undefined} Nothing where it takes too many.
 */
function roundsOf(before, after) {
  /** @type {Map<number, number>} */
  let furthest = new Map();
  const rounds = [];
  for (let changes = 0; changes <= MOST_CHANGES; changes += 1) {
    rounds.push(furthest);
    /** @type {Map<number, number>} */
    const next = new Map();
    for (let diagonal = -changes; diagonal <= changes; diagonal += 2) {
      const isAdded = comesFromAbove(furthest, diagonal, changes);
      let x =
        changes === 0 ? 0 : (furthest.get(diagonal + (isAdded ? 1 : -1)) ?? 0) + (isAdded ? 0 : 1);
      while (
        x < before.length &&
        x - diagonal < after.length &&
        before[x] === after[x - diagonal]
      ) {
        x += 1;
      }
      next.set(diagonal, x);
      if (x >= before.length && x - diagonal >= after.length) return rounds;
    }
    furthest = next;
  }
  return undefined;
}

/**
 * @param {Map<number, number>} furthest After one change less.
 * @param {number} diagonal
 * @param {number} changes
 * @returns {boolean} Whether a line was put in, not taken out.
 */
function comesFromAbove(furthest, diagonal, changes) {
  if (diagonal === -changes) return true;
  if (diagonal === changes) return false;
  return (furthest.get(diagonal - 1) ?? -1) < (furthest.get(diagonal + 1) ?? -1);
}

/**
 * @param {Line[]} found
 * @returns {Line[]} In each stretch of changes those that are taken out first.
 */
function ordered(found) {
  /** @type {Line[]} */
  const result = [];
  /** @type {Line[]} */
  let added = [];
  for (const line of found) {
    if (line.kind === "added") added.push(line);
    else if (line.kind === "removed") result.push(line);
    else {
      result.push(...added, line);
      added = [];
    }
  }
  return [...result, ...added];
}

/** How many lines that are the same stand around those that are not. */
const AROUND = 3;

/**
 * @param {readonly Line[]} all
 * @returns {(Line | { kind: "left out", count: number })[]} Without what is far from any change.
 */
export function shortened(all) {
  const near = all.map(() => false);
  all.forEach(({ kind }, index) => {
    if (kind !== "same") near.fill(true, Math.max(0, index - AROUND), index + AROUND + 1);
  });
  /** @type {(Line | { kind: "left out", count: number })[]} */
  const shown = [];
  /** @type {Line[]} */
  let far = [];
  function leaveOut() {
    // One line takes no more room than saying that it is left out.
    if (far.length > 1) shown.push({ kind: "left out", count: far.length });
    else shown.push(...far);
    far = [];
  }
  all.forEach((line, index) => {
    if (!near[index]) {
      far.push(line);
      return;
    }
    leaveOut();
    shown.push(line);
  });
  leaveOut();
  return shown;
}
