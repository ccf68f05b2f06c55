/** The picker of the file that an upload sends. */
import { byId } from "./dom.js";
import { sizeOf } from "./size.js";

/**
 * @param {(file: File) => void} onPick
 */
export function createUpload(onPick) {
  const area = byId("upload");
  const picker = byId("file", HTMLInputElement);
  const name = byId("file-name");

  picker.addEventListener("change", () => {
    const [file] = picker.files ?? [];
    if (file) onPick(file);
  });

  return {
    /**
     * @param {File | undefined} file Nothing where the operation takes none.
     * @param {string} [lost] The name of one that was picked and is not here any more.
     */
    show(file, lost) {
      area.hidden = file === undefined && lost === undefined;
      if (lost !== undefined)
        name.textContent = `${lost} was lost when the page reloaded: choose it again.`;
      if (file === undefined) return;
      name.textContent = `${file.name}, ${sizeOf(file.size)}${file.type && `, ${file.type}`}`;
    },

    goTo() {
      picker.focus();
    },
  };
}

/**
 * The file that an example carries as text.
 *
 * @param {{ type: string, base64: string, name: string }} example
 */
export function fileOf({ type, base64, name }) {
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  return new File([bytes], name, { type });
}
