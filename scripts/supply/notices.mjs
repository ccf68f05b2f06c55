/** THIRD-PARTY-NOTICES.md: what others have made of what is in the package, and under what licences. */
import { join } from "node:path";
import { ROOT } from "../project.mjs";
import { readComponents } from "./components.mjs";
import { taken, textsOf } from "./licences.mjs";

export const NOTICES = join(ROOT, "THIRD-PARTY-NOTICES.md");

const HEAD = `# Third-party notices

What is in this package and was made by others. \`sbom.cdx.json\` lists the same for programs, as a
CycloneDX document. Everything that is compiled along is named, also where none of it is left in the
modules after what is not used has been taken out.
`;

/** @returns {Promise<string>} The file as it has to be. */
export async function writeNotices() {
  const components = await readComponents();
  const rows = components.map(({ name, version, license, use }) => {
    return `| ${name} | ${version} | ${taken(license).join(" and ")} | ${license} | ${use} |`;
  });
  const table = [
    "| component | version | licence taken | as its makers offer it | what of it is here |",
    "|---|---|---|---|---|",
    ...rows,
  ];
  const texts = (await textsOf(components)).map(({ text, names }) => {
    return `## ${names.join(", ")}\n\n\`\`\`text\n${text}\n\`\`\`\n`;
  });
  return [HEAD, `${table.join("\n")}\n`, ...texts].join("\n");
}
