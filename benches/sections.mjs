/** What docs/benchmarks.md tells, in order. */

/** @type {import("./document.mjs").Section[]} */
export const SECTIONS = [
  {
    table: "transfer",
    bench: "transfer",
    title: "What a page downloads, beside the same from other parts",
    text:
      "What checks the inputs of all operations and reads phone numbers, without and with a client " +
      "that sends them, and one form with name, phone and consent. The others are zod, valibot, and " +
      "the code that ajv makes of our own JSON Schemas, with the same rules, each with " +
      "libphonenumber-js: `min`, which knows how long a number is, and `mobile`, which knows " +
      "mobiles as this package does; for sending, a client of a hundred lines by hand. Minified by " +
      "esbuild, KB (1,000 bytes) after brotli 11, with the module. The figure is ours beside zod " +
      "with `mobile`. Programs with valibot are the smallest. Besides the rules that a JSON Schema can " +
      "say, ours has those that it cannot, words for each, the whole numbering plan, and in the " +
      "client the limits of a plan, hooks, and whether what failed may have been carried out.",
  },
  {
    table: "sizes",
    bench: "sizes",
    title: "What a page downloads for one thing",
    text: "What docs/runtimes.md tells, with what one would take instead as rows of their own.",
  },
  {
    table: "start",
    bench: "start",
    title: "Cold start in Node",
    text:
      "From the import to the first verdict in a fresh process of Node, beside a form with zod and " +
      "libphonenumber-js/min, in milliseconds.",
  },
  {
    table: "start-page",
    bench: "start-page",
    title: "Cold start in a page",
    text:
      "From the import to the first verdict in a fresh page of Chromium without cache, from files of " +
      "a server on the same machine, so that the network does not count; bundled by esbuild. Beside " +
      "the same form with zod or valibot and libphonenumber-js/min.",
  },
  {
    table: "start-worker",
    bench: "start-worker",
    title: "A Worker's start",
    text:
      "From the first request to the first verdict of a Worker that workerd has not seen before, " +
      "beside a Worker with zod and libphonenumber-js/min that gives the same verdict.",
  },
  {
    table: "checks",
    bench: "checks",
    title: "One form, one message",
    text:
      "An input that is already there as an object: its verdict, what is wrong with it in words, and " +
      "the request that is made of it, beside zod, valibot and the code that ajv makes of our JSON " +
      "Schemas. They get the value as it is; this package writes the JSON that will be sent, " +
      "and checks that, which `JSON.stringify` has to do afterwards for the others.",
  },
  {
    table: "rows",
    bench: "rows",
    title: "100,000 rows of a file",
    text:
      "Rows of NDJSON, messages of a template, three in a hundred of them wrong, and rows of CSV with " +
      "columns mapped to a message and phones read as people write them. Beside JSON.parse alone, " +
      "JSON.parse with a validator, and a reader of CSV with a validator and libphonenumber-js.",
  },
  {
    table: "memory",
    bench: "memory",
    title: "Memory for 1,000,000 rows",
    text:
      "A stream of rows that is made as it is read goes through `checkRows`, in a process of its " +
      "own: how large the memory of the module has become by the end, in MB (1,048,576 bytes), and " +
      "how much the heap of JavaScript has grown, which holds every recipient once to find duplicates.",
  },
  {
    table: "page",
    bench: "page",
    title: "A page that stays smooth",
    text:
      "A file of 100,000 rows is checked on the main thread of a page in Chromium, which traces its " +
      "tasks. Told is the longest of them by the clock, and beside it how many tasks over 50 ms the " +
      "page's own PerformanceObserver has counted, how long the processor was busy with the longest, " +
      "the longest that a message waited for its turn and that passed between two frames (60 a second " +
      "are 16.7 ms apart). Beside it the same file with JSON.parse and zod in a loop, in one task.",
  },
  {
    table: "phone",
    bench: "phone",
    title: "Phone numbers",
    text:
      "Numbers, one a call, half of them from India, one in five with a digit too few or too many; " +
      "how many times as many a second as libphonenumber-js, by what stands beside each row.",
  },
  {
    table: "client",
    bench: "client",
    title: "What a client costs",
    text:
      "Sends through a client to a server in another process on the same machine, beside a bare " +
      "`fetch` with the same body and headers that reads the answer as JSON. Real networks hide it all.",
  },
  {
    table: "webhooks",
    bench: "webhooks",
    title: "Webhooks",
    text:
      "A delivery's signature is verified and its event read, beside an HMAC of `node:crypto`, " +
      "compared in constant time, and JSON.parse.",
  },
];

/** What is measured only when it is asked for by name, and stands in no document. */
export const BESIDE = ["growth", "parts", "start-application", "console"];
