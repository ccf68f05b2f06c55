import { Component, signal } from "@angular/core";
import { bootstrapApplication } from "@angular/platform-browser";
import * as interakt from "interakt-wasm";
import { createSimulator } from "interakt-wasm/simulator";
import { exercise } from "../exercise.mjs";

@Component({ selector: "app-verdict", template: `<pre id="verdict">{{ verdict() }}</pre>` })
class Verdict {
  readonly verdict = signal("");

  async ngOnInit() {
    const baseUrl = new URLSearchParams(location.search).get("interakt");
    this.verdict.set(JSON.stringify(await exercise(interakt, createSimulator, baseUrl)));
  }
}

bootstrapApplication(Verdict);
