export default defineNuxtConfig({
  compatibilityDate: "2026-11-17",
  $env: {
    cloudflare: {
      nitro: { preset: "cloudflare_module", experimental: { wasm: true } },
    },
  },
});
