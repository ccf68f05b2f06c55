// The simulator's templates: written for a test, or those of an account.
import { Interakt, templateBook } from "interakt-wasm";
import { createSimulator, type SimulatedTemplate } from "interakt-wasm/simulator";

const written: SimulatedTemplate[] = [
  { name: "order_paid", language: "en", category: "UTILITY" },
  {
    name: "order_packed",
    language: "en",
    category: "utility",
    approval_status: "WAITING",
    header_format: "IMAGE",
    body: "Dear {{1}}",
    buttons: [{ type: "URL", text: "Track", url: "https://nilgiritea.example/{{1}}" }],
    wa_template_id: "7",
  },
  // @ts-expect-error A template has a category.
  { name: "order_paid", language: "en" },
];
const simulator = createSimulator({ templates: written });
simulator.changeTemplate({ name: "order_paid" }, { category: "MARKETING" });
simulator.changeTemplate({ name: "order_paid", language: "en" }, { approval_status: "REJECTED" });
// @ts-expect-error Which template is told by its name.
simulator.changeTemplate("order_paid", { category: "MARKETING" });

export async function ofAccount(interakt: Interakt) {
  const page = await interakt.listTemplates({});
  createSimulator({ templates: page.results.templates });
  createSimulator({ templates: templateBook(page).templates });
  return new Interakt({ apiKey: "a-test-key", fetch: simulator });
}
