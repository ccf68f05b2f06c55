import { cloudflareTest } from "@cloudflare/vitest-plugin";
import { defineConfig } from "vitest/config";
import { worker } from "./worker.config.js";

export default defineConfig({ plugins: [cloudflareTest(worker)] });
