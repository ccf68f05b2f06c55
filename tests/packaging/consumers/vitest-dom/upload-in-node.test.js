// @vitest-environment node
import "./upload.test.js";
