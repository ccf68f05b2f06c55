/** A Worker that checks the file that it is sent, as it comes in, and answers with what became of it. */
import { checkRows } from "interakt-wasm/bulk";

export default {
  /** @param {Request} request */
  async fetch(request) {
    const check = checkRows(/** @type {any} */ (request.body), {
      base: { type: "Template", template: { name: "diwali_offer", languageCode: "en" } },
      columns: { Mobile: "phone", Name: "template.bodyValues[0]" },
      defaultCountry: "IN",
    });
    if (request.headers.get("accept") === "text/csv") return new Response(check.refusedCsv());
    return Response.json(await check.run());
  },
};
