/** Where files of a test may stand that are written to the disk again and again. */
import { existsSync } from "node:fs";
import { tmpdir } from "node:os";

/** In memory where that is to be had: a process that is killed loses no more there than on a disk. */
export const MEMORY = existsSync("/dev/shm") ? "/dev/shm" : tmpdir();
