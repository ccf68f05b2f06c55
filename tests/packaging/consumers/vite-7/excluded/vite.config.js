import { defineConfig } from "vite";

export default defineConfig({ optimizeDeps: { exclude: ["interakt-wasm/web"] } });
