// Files of rows: operations, columns and what is taken from a check.
import type { Interakt } from "interakt-wasm";
import {
  checkRows,
  init,
  type ReadyRow,
  type Row,
  type RowCheck,
  type RowPlan,
  type RowProblem,
  type RowSource,
  type RowSummary,
} from "interakt-wasm/bulk";
import { checkRows as checkFromFile, init as initFromFile } from "interakt-wasm/bulk/web";
import { hi } from "interakt-wasm/messages/hi";

declare const interakt: Interakt;
declare const file: File;

export const started: Promise<void>[] = [init(), initFromFile("/bulk_bg.wasm")];

export const campaign: RowCheck = checkRows(file, {
  operation: "sendMessage",
  base: { type: "Template", template: { name: "diwali_offer", languageCode: "en" } },
  columns: {
    "Mobile No.": "phone",
    Country: "phone.country",
    Name: "template.bodyValues[0]",
    Link: "template.buttonValues.0",
  },
  defaultCountry: "IN",
  messages: hi,
  seen: new Set(["919876543210"]),
  onProgress: ({ bytes, totalBytes, remainingMs }) => console.log(bytes, totalBytes, remainingMs),
  signal: AbortSignal.timeout(60_000),
});

export const customers: RowCheck<"trackUser"> = checkFromFile(() => file.stream(), {
  operation: "trackUser",
  columns: { 1: "phone", 2: "traits.name", 3: { to: "traits.total", as: "number" }, 4: "tags[0]" },
  header: false,
  delimiter: ";",
});

export const sources: RowSource[] = [
  "Mobile,Name\n",
  new Uint8Array(),
  new ArrayBuffer(8),
  new Blob([]),
  file,
  file.stream(),
  async () => file,
];

// @ts-expect-error: a list of rows is no source
checkRows(["Mobile,Name"]);
// @ts-expect-error: no such operation
checkRows(file, { operation: "sendMesage" });
// @ts-expect-error: a file is in no row
checkRows(file, { operation: "uploadMedia" });
// @ts-expect-error: no such place
checkRows(file, { columns: { Name: "template.bodyValue[0]" } });
// @ts-expect-error: a place of another operation
checkRows(file, { operation: "trackUser", columns: { Name: "template.bodyValues[0]" } });
// @ts-expect-error: no such type
checkRows(file, { operation: "trackUser", columns: { Total: { to: "traits.total", as: "date" } } });
// @ts-expect-error: a misspelt key of what all have
checkRows(file, { base: { type: "Template", templat: {} } });
// @ts-expect-error: a misspelt option
checkRows(file, { column: {} });
// @ts-expect-error: a delimiter that nobody writes
checkRows(file, { delimiter: "/" });

export async function go(check: RowCheck): Promise<RowProblem[]> {
  const plan: RowPlan = await check.plan();
  // What is proposed may be handed over again as it is shown.
  console.log(plan.columns, plan.names, plan.isProposed);
  for await (const row of check) {
    const each: Row = row;
    console.log(each.line, row.cells?.[0], row.issues[0]?.column);
    if (row.status === "refused") {
      // @ts-expect-error: there may be none
      row.key.length;
      continue;
    }
    const type: string | undefined = row.input.type;
    console.log(type, row.key.length);
  }
  const summary: RowSummary = await check.run();
  const size: number | undefined = check.ready().size;
  for await (const ready of check.ready()) {
    const own: ReadyRow = ready;
    // @ts-expect-error: it is not to be changed
    own.line = 7;
  }
  await new Response(check.refusedCsv()).blob();
  console.log(size, summary.byCode["phone.too_short"]);
  return summary.problems;
}

export async function send(): Promise<void> {
  for await (const result of interakt.sendAll(campaign.ready())) console.log(result.status);
  const operation = "trackUser";
  for await (const result of interakt.sendAll(customers.ready(), { operation })) {
    console.log(result.status);
  }
  // @ts-expect-error: rows of another operation
  interakt.sendAll(customers.ready());
}
