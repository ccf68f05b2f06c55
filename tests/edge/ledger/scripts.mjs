/** Draws orders of calls. */
import fc from "fast-check";
import { STEPS } from "./random.mjs";

const number = fc.nat({ max: 999 });

const step = fc.oneof(
  ...Object.entries(STEPS).map(([name, weight]) => ({
    weight: Math.round(weight * 100),
    arbitrary: fc.tuple(fc.constant(name), number, number),
  })),
);

/** Such as `play` plays. */
export const scripts = fc.array(step, { minLength: 1, maxLength: 80, size: "max" });
