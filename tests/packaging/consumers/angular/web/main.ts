import { Component, signal } from "@angular/core";
import { bootstrapApplication } from "@angular/platform-browser";
import { createSimulator } from "interakt-wasm/simulator";
import * as interakt from "interakt-wasm/web";
import { exercise } from "../exercise.mjs";

@Component({ selector: "app-verdict", template: `<pre id="verdict">{{ verdict() }}</pre>` })
class Verdict {
  readonly verdict = signal("");

  async ngOnInit() {
    await interakt.init();
    const baseUrl = new URLSearchParams(location.search).get("interakt");
    this.verdict.set(JSON.stringify(await exercise(interakt, createSimulator, baseUrl)));
  }
}

bootstrapApplication(Verdict);
