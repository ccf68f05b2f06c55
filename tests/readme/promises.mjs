/** What the guides promise, with what holds them to it. */

/**
 * Every sentence with "never" or "always", and others that promise as much: where it stands, what it
 * says, and the test that shows it, by its file and words in its name.
 *
 * @type {readonly (readonly [guide: string, says: string, file: string, test: string])[]}
 */
export const PROMISES = [
  [
    "README.md",
    "refuses to take one in a web page",
    "tests/client/client.test.mjs",
    "in a web page a key is refused",
  ],
  [
    "README.md",
    "It never appears in an error, a log or a hook",
    "tests/client/secrets.test.mjs",
    "no hook and no log gets what a server repeats",
  ],
  [
    "README.md",
    "nobody gets the message twice",
    "tests/edge/node.test.mjs",
    "killed again and again, each row is sent once or parked",
  ],
  [
    "README.md",
    "A request goes out again only if Interakt refused it or if repeating it changes nothing",
    "src/client/retry.rs",
    "what_may_have_been_carried_out_never_goes_out_again_by_itself",
  ],
  [
    "docs/phones.md",
    "never rewrite them",
    "tests/client/input.test.mjs",
    "what is validated is what is sent",
  ],
  [
    "docs/phones.md",
    "It never guesses silently",
    "tests/contract/cases/phone.mjs",
    "what people type is read as a phone number, and said how",
  ],
  [
    "docs/templates.md",
    "The result is data, never HTML",
    "tests/client/preview-hostile.test.mjs",
    "what is shown stands in it, and no address runs",
  ],
  [
    "docs/templates.md",
    "never throws for an input",
    "tests/client/preview-hostile.test.mjs",
    "what is no message at all is an empty one",
  ],
  [
    "docs/sending.md",
    "It never throws",
    "tests/client/input.test.mjs",
    "any other value is answered with issues, never an exception",
  ],
  [
    "docs/sending.md",
    "warnings never do",
    "tests/client/warnings.test.mjs",
    "each result of sendAll has the warnings of its message, whatever became of it",
  ],
  [
    "docs/sending.md",
    "Never the key, and nothing that was sent",
    "tests/client/secrets.test.mjs",
    "no hook and no log gets what a server repeats",
  ],
  [
    "docs/sending.md",
    "It never exceeds `maxRetryAfterMs`",
    "src/client/retry.rs",
    "the_wait_is_what_is_asked_for_or_the_cap",
  ],
  [
    "docs/bulk.md",
    "has sent no message twice and loses none",
    "tests/client/bulk-kill.test.mjs",
    "no message of a killed run is sent twice, and none is lost without being told",
  ],
  [
    "docs/webhooks.md",
    "the status never steps back",
    "tests/client/webhooks-status.test.mjs",
    "it never steps back",
  ],
  [
    "docs/edge.md",
    "nothing is sent twice and nothing is lost",
    "tests/edge/survive.test.mjs",
    "whatever happens, each row is sent once or parked",
  ],
  [
    "docs/edge.md",
    "They are never sent again automatically",
    "tests/edge/survive.test.mjs",
    "whatever happens, each row is sent once or parked",
  ],
  [
    "docs/runtimes.md",
    "can always await `init`",
    "tests/packaging/entries.test.mjs",
    "the web entry is the default one on a server, whatever init is given",
  ],
  [
    "docs/migration.md",
    "redirects are never followed",
    "tests/client/exchange.test.mjs",
    "a redirect is not followed",
  ],
  [
    "docs/security.md",
    "Redirects are never followed",
    "tests/client/exchange.test.mjs",
    "a redirect is not followed",
  ],
  [
    "docs/security.md",
    "`validate` never throws for an input",
    "tests/client/input.test.mjs",
    "any other value is answered with issues, never an exception",
  ],
  [
    "docs/security.md",
    "`previewMessage` returns data, never HTML",
    "tests/client/preview-hostile.test.mjs",
    "what is shown stands in it, and no address runs",
  ],
  [
    "docs/security.md",
    "Issues never repeat the value that was wrong",
    "tests/readme/promises.test.mjs",
    "no message repeats what an input holds",
  ],
  [
    "docs/security.md",
    "A message of unknown outcome is never sent again automatically",
    "src/client/retry.rs",
    "what_may_have_been_carried_out_never_goes_out_again_by_itself",
  ],
];

/** Advice, and what others do: nothing that the package promises. */
export const ADVICE = [
  "Never trust a check that ran in the browser",
  "a quote that is never closed",
  "from a message that never arrives",
];

/**
 * Figures: where they stand, what is said, and the line of the source that makes it so.
 *
 * @type {readonly (readonly [guide: string, says: RegExp, file: string, line: string])[]}
 */
export const FIGURES = [
  [
    "docs/sending.md",
    /^\| `timeoutMs` ◦ .*\| 30 s \|$/m,
    "pkg-template/src/settings.js",
    "timeoutMs: 30_000,",
  ],
  [
    "docs/sending.md",
    /^\| `maxRetries` ◦ .*\| 2 \|$/m,
    "pkg-template/src/settings.js",
    "maxRetries: 2,",
  ],
  [
    "docs/sending.md",
    /^\| `maxRetryAfterMs` ◦ .*\| 60 s \|$/m,
    "pkg-template/src/settings.js",
    "maxRetryAfterMs: 60_000,",
  ],
  [
    "docs/sending.md",
    /^\| `maxResponseBytes` ◦ .*\| 10 MiB \|$/m,
    "pkg-template/src/settings.js",
    "maxResponseBytes: 10 * 1024 * 1024,",
  ],
  [
    "docs/webhooks.md",
    /`answerWithinMs` \(2\.5 s\)/,
    "pkg-template/src/receive.js",
    "ANSWER_WITHIN_MS = 2500;",
  ],
  [
    "docs/webhooks.md",
    /`maxBytes` \(1 MiB\)/,
    "pkg-template/src/receive.js",
    "MAX_BYTES = 1024 * 1024;",
  ],
  [
    "docs/security.md",
    /`maxBytes` \(1 MiB\)/,
    "pkg-template/src/receive.js",
    "MAX_BYTES = 1024 * 1024;",
  ],
  [
    "docs/edge.md",
    /`timeoutMs` \(25 s\)/,
    "pkg-template/edge/proxy-options.js",
    "TIMEOUT_MS = 25_000;",
  ],
  [
    "docs/security.md",
    /wrote to each number.*\| seven days;/,
    "pkg-template/edge/account-store.js",
    "REMEMBERED_MS = 7 * 24 * 3_600_000;",
  ],
];
