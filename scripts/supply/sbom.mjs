/**
 * sbom.cdx.json, the list of what is in the package for programs that look for known faults: what is
 * compiled into WebAssembly they cannot see. A CycloneDX document without a time and a number of its
 * own: the same source gives the same bytes.
 */
import { createRequire } from "node:module";
import { Contrib, Enums, Models, Serialize, Spec } from "@cyclonedx/cyclonedx-library";
import parse from "spdx-expression-parse";
import { readCrate } from "../project.mjs";
import { fullName, readComponents } from "./components.mjs";

/** @typedef {import("./components.mjs").Component} Component */

const SPEC = Spec.Spec1dot6;

/** Of the document's schema, which a test holds it to. */
export const SPEC_VERSION = SPEC.version;

const licences = new Contrib.License.Factories.LicenseFactory(parse);

/** @returns {Promise<string>} */
export async function writeSbom() {
  const crate = await readCrate();
  const components = await readComponents();
  const made = new Map(components.map((component) => [fullName(component), modelOf(component)]));
  for (const component of components) {
    for (const name of component.needs) {
      const needed = made.get(name);
      if (needed) made.get(fullName(component))?.dependencies.add(needed.bomRef);
    }
  }
  const purl = `pkg:npm/interakt-wasm@${crate.version}`;
  const whole = new Models.Component(Enums.ComponentType.Library, "interakt-wasm", {
    ...{ version: crate.version, description: crate.description, purl, bomRef: purl },
    licenses: new Models.LicenseRepository([licences.makeFromString(crate.license)]),
    dependencies: new Models.BomRefRepository([...made.values()].map(({ bomRef }) => bomRef)),
  });
  const bom = new Models.Bom({
    metadata: new Models.Metadata({
      component: whole,
      tools: new Models.Tools({ tools: new Models.ToolRepository([WRITER]) }),
    }),
    components: new Models.ComponentRepository(made.values()),
  });
  const serializer = new Serialize.JsonSerializer(new Serialize.JSON.Normalize.Factory(SPEC));
  return `${serializer.serialize(bom, { sortLists: true, space: 1 })}\n`;
}

/** @type {{ name: string, version: string }} */
const library = createRequire(import.meta.url)("@cyclonedx/cyclonedx-library/package.json");

const WRITER = new Models.Tool({ name: library.name, version: library.version });

/** @param {Component} component */
function modelOf(component) {
  const { name, version, license, kind, use, sha256 } = component;
  const type = kind === "data" ? Enums.ComponentType.Data : Enums.ComponentType.Library;
  const hashes = /** @type {[Enums.HashAlgorithm, string][]} */ (
    sha256 ? [[Enums.HashAlgorithm["SHA-256"], sha256]] : []
  );
  const purl = purlOf(component);
  return new Models.Component(type, name, {
    ...{ version, description: use, purl, bomRef: purl, scope: Enums.ComponentScope.Required },
    licenses: new Models.LicenseRepository([licences.makeFromString(license)]),
    hashes: new Models.HashDictionary(hashes),
  });
}

/** @param {Component} component */
function purlOf({ name, version, kind }) {
  if (kind === "crate") return `pkg:cargo/${name}@${version}`;
  if (kind === "npm") return `pkg:npm/${name}@${version}`;
  if (kind === "rust") return `pkg:generic/rust-std@${version}`;
  return `pkg:github/google/libphonenumber@v${version}`;
}
