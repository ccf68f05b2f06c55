/** Where files of a test may stand that are written to the disk again and again. */
import { statfsSync } from "node:fs";
import { tmpdir } from "node:os";

/**
 * In memory where that is to be had, and so much of it: containers often have little. A process that
 * is killed loses no more there than on a disk.
 *
 * @param {number} bytes
 */
export function memoryWith(bytes) {
  try {
    const { bavail, bsize } = statfsSync("/dev/shm");
    if (bavail * bsize > bytes) return "/dev/shm";
  } catch {
    // There is none.
  }
  return tmpdir();
}

/** For a few databases. */
export const MEMORY = memoryWith(2 ** 24);
