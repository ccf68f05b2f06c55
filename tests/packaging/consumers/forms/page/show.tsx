import { type FunctionComponent, StrictMode } from "react";
import { createRoot } from "react-dom/client";

/** Shows the form that the address names. */
export function show(forms: Record<string, FunctionComponent>) {
  const Form = forms[location.hash.slice(1)];
  const root = document.querySelector("#root");
  if (!Form || !root) throw new Error(`there is no form ${location.hash}`);
  createRoot(root).render(
    <StrictMode>
      <Form />
    </StrictMode>,
  );
}
