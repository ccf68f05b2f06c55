/**
 * Trouble that can be asked for where Interakt is simulated: the page offers it, and the Worker plays
 * it for one request.
 */

/**
 * @typedef {object} Fault
 * @property {import("interakt-wasm").Outcome} outcome What a client can know of the request.
 * @property {string} title
 * @property {string} told What really happens, of which the client may know less.
 * @property {boolean} [ofTemplates] Only a message by a template meets it.
 *
 * @typedef {keyof typeof FAULTS} FaultName
 */

export const FAULTS = /** @satisfies {Record<string, Fault>} */ ({
  rate_limited: {
    outcome: "refused",
    title: "Rate limit (429)",
    told: "Interakt refuses the request: there were too many. It asks to wait 20 s.",
  },
  unauthorized: {
    outcome: "refused",
    title: "Wrong API key (401)",
    told: "Interakt refuses the request: it does not know the key.",
  },
  said_no: {
    outcome: "refused",
    title: "Status 200 that says no",
    told: "Interakt refuses the request, although the status says success: “result” is false.",
  },
  category_changed: {
    outcome: "refused",
    title: "Template moved to another category",
    told: "Interakt refuses the request: Meta has just moved the template to another category.",
    ofTemplates: true,
  },
  no_turn: {
    outcome: "not_sent",
    title: "No turn within a second",
    told: "The plan's limit is used up, and totalTimeoutMs: 1000 ends the wait for a turn.",
  },
  unreachable: {
    outcome: "unknown",
    title: "Unreachable",
    told: "The connection fails before the request arrives, which the client cannot know.",
  },
  connection_lost: {
    outcome: "unknown",
    title: "Connection breaks after sending",
    told: "Interakt carries out the request, but its answer is lost on the way.",
  },
  timeout: {
    outcome: "unknown",
    title: "No answer within a second",
    told: "Interakt carries out the request, but answers later than timeoutMs: 1000 allows.",
  },
  server_error: {
    outcome: "unknown",
    title: "Server error (500)",
    told: "Interakt fails before it has done anything, which the client cannot know.",
  },
  gateway_page: {
    outcome: "unknown",
    title: "Gateway's HTML page (502)",
    told: "A gateway answers in Interakt's place, without passing the request on.",
  },
  broken_json: {
    outcome: "unknown",
    title: "Broken JSON",
    told: "Interakt carries out the request, but its answer breaks off in the middle.",
  },
  too_large: {
    outcome: "unknown",
    title: "Answer that is too large",
    told: "Interakt carries out the request, but its answer is longer than maxResponseBytes: 1024.",
  },
});
