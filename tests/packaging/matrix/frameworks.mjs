/** Frameworks, servers, test runners and compilers, each with its defaults. */

/** @type {import("./rows.mjs").Row[][]} */
export const FRAMEWORKS = [];
