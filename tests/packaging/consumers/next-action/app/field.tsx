import { type ComponentProps, useId } from "react";

type Props = ComponentProps<"input"> & {
  label: string;
  issues?: readonly { readonly message: string }[] | undefined;
};

/** An input with its label and its error. */
export function Field({ label, issues, ...input }: Props) {
  const id = useId();
  return (
    <p>
      <label htmlFor={id}>{label}</label>
      <input id={id} aria-invalid={Boolean(issues)} aria-describedby={`${id}-error`} {...input} />
      <span id={`${id}-error`} role="alert">
        {issues?.[0]?.message}
      </span>
    </p>
  );
}
