/** One case in a process of its own, which then has nothing left to do: exit.test.mjs watches. */
import * as api from "interakt-wasm";
import { runCase } from "./suite.mjs";

const problem = await runCase({ api, runtime: "Node" }, JSON.parse(process.argv[2] ?? ""));
const active = process.getActiveResourcesInfo();
process.stdout.write(JSON.stringify({ problem, active }));
