import type { InteraktPhoneAttributes, InteraktPhoneElement } from "interakt-wasm/phone-field/web";
import type { DetailedHTMLProps, HTMLAttributes } from "react";

declare module "react" {
  namespace JSX {
    interface IntrinsicElements {
      "interakt-phone": InteraktPhoneAttributes &
        DetailedHTMLProps<HTMLAttributes<InteraktPhoneElement>, InteraktPhoneElement>;
    }
  }
}
