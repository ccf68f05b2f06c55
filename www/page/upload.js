/** The picker of the file that an upload sends. */
import { byId } from "./dom.js";

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
    /** @param {File | undefined} file Nothing where the operation takes none. */
    show(file) {
      area.hidden = file === undefined;
      if (file === undefined) return;
      name.textContent = `${file.name}, ${sizeOf(file.size)}${file.type && `, ${file.type}`}`;
    },

    goTo() {
      picker.focus();
    },
  };
}

/** @param {number} bytes */
export function sizeOf(bytes) {
  if (bytes < 1024) return `${bytes} bytes`;
  if (bytes < 1024 * 1024) return `${(bytes / 1024).toFixed(1)} KB`;
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
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
