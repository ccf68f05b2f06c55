import { Interakt } from "interakt-wasm";
import { createSimulator } from "interakt-wasm/simulator";
import { expect, test } from "vitest";

test("a file is uploaded", async () => {
  const simulator = createSimulator();
  const client = new Interakt({
    ...{ apiKey: "dGVzdC1rZXk6", dangerouslyAllowBrowser: true, fetch: simulator },
  });
  const file = new File(["abc"], "banner.png", { type: "image/png" });
  await expect(client.uploadMedia({ file })).resolves.toMatchObject({ result: true });
  const received = simulator.requests[0].body.uploadFile;
  expect([received.name, received.size, received.type]).toEqual(["banner.png", 3, "image/png"]);
});
