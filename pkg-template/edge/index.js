/** What the entry for servers exports: `interakt-wasm/edge`. */
export { durableSql, nodeSql } from "./sql.js";
