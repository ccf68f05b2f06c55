/** @jsxImportSource hono/jsx */

/** A form that needs no script: what the server found stands beside the fields. */
export function Page({ errors = {} }: { errors?: Errors }) {
  return (
    <form method="post" novalidate>
      <Field label="Full name" name="fullName" issues={errors.fullName} />
      <Field label="Mobile" name="mobile" issues={errors.mobile} />
      <Field label="Updates by WhatsApp" name="optIn" type="checkbox" />
      <button type="submit">Order</button>
    </form>
  );
}

export const Thanks = () => <p role="status">Thank you.</p>;

interface FieldProps {
  label: string;
  name: string;
  type?: string;
  issues?: Issues | undefined;
}

function Field({ label, name, type, issues }: FieldProps) {
  return (
    <p>
      <label for={name}>{label}</label>
      <input id={name} name={name} type={type} aria-describedby={`${name}-error`} />
      <span id={`${name}-error`} role="alert">
        {issues?.[0]?.message}
      </span>
    </p>
  );
}

type Issues = readonly { readonly message: string }[];
type Errors = { readonly [field: string]: Issues };
