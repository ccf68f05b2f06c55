/** The sections of docs/benchmarks.md, in order. */

/** @type {import("./document.mjs").Section[]} */
export const SECTIONS = [
  {
    table: "transfer",
    bench: "transfer",
    title: "What a page downloads, compared with other libraries",
    text:
      "Checking the inputs of all operations and reading phone numbers, with and without a " +
      "client that sends them; and one form with name, phone and consent. Compared with zod, " +
      "valibot, and the code ajv generates from this package's JSON Schemas, with the same " +
      "rules, each with libphonenumber-js: `min`, which knows how long numbers are, and " +
      "`mobile`, which recognises mobiles as this package does; for sending, a hand-written " +
      "client of a hundred lines. Minified by esbuild, in KB (1,000 bytes) after brotli 11, " +
      "with the module. The ratio is this package to zod with `mobile`. Programs with valibot " +
      "are the smallest. Beyond the rules that a JSON Schema can express, this package includes " +
      "those it can't, messages for each, the whole numbering plan, and in the client rate " +
      "limits, hooks, and whether a failed call may have been carried out.",
  },
  {
    table: "sizes",
    bench: "sizes",
    title: "What a page downloads for each entry",
    text: "The sizes in docs/runtimes.md, with the alternatives as rows of their own.",
  },
  {
    table: "start",
    bench: "start",
    title: "Cold start in Node",
    text:
      "From the import to the first verdict in a new Node process, compared with a form built " +
      "on zod and libphonenumber-js/min, in milliseconds.",
  },
  {
    table: "start-page",
    bench: "start-page",
    title: "Cold start in a page",
    text:
      "From the import to the first verdict in a new Chromium page without cache. Files come " +
      "from a server on the same machine, so that the network doesn't count; bundled by " +
      "esbuild. Compared with the same form built on zod or valibot and libphonenumber-js/min.",
  },
  {
    table: "start-worker",
    bench: "start-worker",
    title: "Cold start of a Worker",
    text:
      "From the first request to the first verdict of a Worker that workerd hasn't seen before, " +
      "compared with a Worker that gives the same verdict using zod and libphonenumber-js/min.",
  },
  {
    table: "checks",
    bench: "checks",
    title: "One form, one message",
    text:
      "An input that exists as an object already: the verdict, the messages for what is wrong, " +
      "and the request made from it, compared with zod, valibot and the code ajv generates from " +
      "this package's JSON Schemas. They check the value as it is; this package writes the JSON " +
      "to be sent and checks that, which the others still need `JSON.stringify` for.",
  },
  {
    table: "rows",
    bench: "rows",
    title: "100,000 rows of a file",
    text:
      "Rows of NDJSON, template messages of which three in a hundred are wrong; and rows of " +
      "CSV, with columns mapped to a message and phone numbers as people write them. Compared " +
      "with JSON.parse alone, JSON.parse with a validator, and a CSV reader with a validator " +
      "and libphonenumber-js.",
  },
  {
    table: "memory",
    bench: "memory",
    title: "Memory for 1,000,000 rows",
    text:
      "A stream of rows, generated as it is read, goes through `checkRows` in a process of its " +
      "own: the size of the module's memory at the end, in MB (1,048,576 bytes), and the growth " +
      "of the JavaScript heap, which holds every recipient once to find duplicates.",
  },
  {
    table: "page",
    bench: "page",
    title: "A page that stays responsive",
    text:
      "A file of 100,000 rows is checked on the main thread of a Chromium page that traces its " +
      "tasks. Reported are the longest task by the clock, how many tasks over 50 ms the page's " +
      "own PerformanceObserver counted, how long the processor was busy with the longest, the " +
      "longest that a message waited for its turn, and the longest time between two frames (at " +
      "60 a second they are 16.7 ms apart). Compared with the same file, JSON.parse and zod in " +
      "a loop, in one task.",
  },
  {
    table: "phone",
    bench: "phone",
    title: "Phone numbers",
    text:
      "One number per call, half of them from India, one in five with a digit too few or too " +
      "many: how many times as many a second as libphonenumber-js, using the function named in " +
      "each row.",
  },
  {
    table: "client",
    bench: "client",
    title: "What a client costs",
    text:
      "Sending through a client to a server in another process on the same machine, compared " +
      "with a bare `fetch` with the same body and headers that reads the answer as JSON. On a " +
      "real network, none of this is noticeable.",
  },
  {
    table: "webhooks",
    bench: "webhooks",
    title: "Webhooks",
    text:
      "Verifying a delivery's signature and reading its event, compared with an HMAC from " +
      "`node:crypto` with a comparison in constant time, and JSON.parse.",
  },
  {
    table: "hostile",
    bench: "hostile",
    title: "The worst inputs",
    text:
      "What a byte of the inputs that cost most takes, compared with JSON.parse of the same bytes. " +
      "docs/hostile-input.md says how they were found, and counts their steps.",
  },
  {
    table: "leaks",
    bench: "leaks",
    title: "Memory over a million calls",
    picture: "memory.svg",
    text:
      "A million checks, requests, answers and webhooks, and a hundred thousand sends, no two alike: " +
      "the memory that is in use once what nobody holds was collected. A module's memory never " +
      "shrinks; what the process has of the machine's also counts what the runtime keeps for later.",
  },
];

/** What is measured only when it is asked for by name, and stands in no document. */
export const BESIDE = ["growth", "parts", "start-application", "console"];
