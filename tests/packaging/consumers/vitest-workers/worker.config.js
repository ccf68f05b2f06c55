/** Of the Worker that the tests run in. */
export const worker = {
  wrangler: { configPath: "./wrangler.jsonc" },
  miniflare: { bindings: { INTERAKT_URL: process.env.INTERAKT_URL } },
};
