// Tells, as JSON, the request that curl would make of its arguments.
import { parseArgs } from "node:util";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { header: { type: "string", multiple: true }, data: { type: "string" } },
});
const headers = new Headers(
  values.header?.map((header) => /** @type {[string, string]} */ (header.split(/: /))),
);
console.log(
  JSON.stringify({
    method: values.data === undefined ? "GET" : "POST",
    url: positionals[0],
    headers: [...headers],
    body: values.data,
  }),
);
