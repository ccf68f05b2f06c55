/** Says how far a campaign is while it runs: a line that changes, or one a while. */

/** @typedef {import("interakt-wasm/edge").CampaignState} CampaignState */

/** How often, where a terminal shows the one line, and where lines are kept. */
const EVERY_MS = { terminal: 1_000, file: 30_000 };

/**
 * @param {import("interakt-wasm/edge").Ledger} ledger
 * @param {import("interakt-wasm/edge").Account} account
 * @param {NodeJS.WriteStream} stream
 * @returns {() => void} Ends it.
 */
export function follow(ledger, account, stream) {
  const isTerminal = Boolean(stream.isTTY);
  const show = async () => {
    const [state, { pausedUntil }] = await Promise.all([ledger.state(), account.state()]);
    if (isEnded) return;
    const line = progressOf(state, (pausedUntil ?? 0) - Date.now());
    stream.write(isTerminal ? `\r${line.slice(0, stream.columns - 1)}\u001b[K` : `${line}\n`);
  };
  let isEnded = false;
  // A database that is busy just now is asked again the next time.
  const tick = () => show().catch(() => {});
  const timer = setInterval(tick, isTerminal ? EVERY_MS.terminal : EVERY_MS.file);
  tick();
  return () => {
    isEnded = true;
    clearInterval(timer);
    if (isTerminal) stream.write("\r\u001b[K");
  };
}

/**
 * @param {CampaignState} state
 * @param {number} heldMs How long Interakt asked to wait.
 */
export function progressOf({ settings, counts }, heldMs) {
  const left = counts.waiting + counts.claimed + counts.leaving;
  const total = left + counts.sent + counts.unknown + counts.refused + counts.dead;
  const others = /** @type {const} */ (["refused", "unknown", "dead"])
    .filter((name) => counts[name] > 0)
    .map((name) => `, ${counts[name]} ${name}`);
  const held = heldMs > 0 ? `; Interakt asked to wait ${Math.ceil(heldMs / 1000)} s` : "";
  const { from, to } = settings.quiet ?? {};
  const quiet = from === undefined ? "" : `; quiet from ${from} to ${to}`;
  return `${counts.sent} of ${total} sent${others.join("")}, ${left} to go${held}${quiet}`;
}
