/** The same form with valibot and libphonenumber-js. */
import parsePhoneNumber from "libphonenumber-js/min";
import * as v from "valibot";

const schema = v.object({
  name: v.pipe(v.string(), v.nonEmpty()),
  phone: v.pipe(
    v.string(),
    v.rawTransform(({ dataset: { value }, addIssue, NEVER }) => {
      const read = parsePhoneNumber(value, "IN");
      if (read?.isPossible()) return read.number;
      addIssue({ message: "This is no phone number." });
      return NEVER;
    }),
  ),
  optIn: v.boolean(),
});

/** @param {unknown} form */
export const check = (form) => v.safeParse(schema, form);
