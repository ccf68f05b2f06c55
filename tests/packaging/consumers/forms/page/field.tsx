import { type ComponentProps, useId } from "react";

/** An input with its label and its error. */
export function Field({ label, error, ...input }: Props) {
  const id = useId();
  return (
    <p>
      <label htmlFor={id}>{label}</label>
      <input id={id} aria-invalid={Boolean(error)} aria-describedby={`${id}-error`} {...input} />
      <span id={`${id}-error`} role="alert">
        {error}
      </span>
    </p>
  );
}

type Props = ComponentProps<"input"> & { label: string; error?: string | undefined };
