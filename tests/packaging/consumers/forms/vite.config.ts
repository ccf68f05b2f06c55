import react from "@vitejs/plugin-react";
import vue from "@vitejs/plugin-vue";
import { defineConfig } from "vite";

const isCustomElement = (tag: string) => tag === "interakt-phone";

export default defineConfig({
  plugins: [react(), vue({ template: { compilerOptions: { isCustomElement } } })],
});
