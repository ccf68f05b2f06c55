/** What the entry for servers exports: `interakt-wasm/edge`. */
export { createConsumer } from "./consumer.js";
export { toNewRow } from "./row.js";
export { durableSql, nodeSql } from "./sql.js";
