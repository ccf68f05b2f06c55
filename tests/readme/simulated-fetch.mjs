// Loaded before an example: what it sends goes to the simulator.
import { createSimulator } from "interakt-wasm/simulator";

const simulator = createSimulator();

globalThis.fetch = /** @type {typeof fetch} */ (
  async (input, init) => simulator(new Request(input, init))
);
