import type { PhoneFieldAttributes, PhoneFieldElement } from "interakt-wasm/phone-field/web";
import type { DetailedHTMLProps, HTMLAttributes } from "react";

declare module "react" {
  namespace JSX {
    interface IntrinsicElements {
      "interakt-phone": PhoneFieldAttributes &
        DetailedHTMLProps<HTMLAttributes<PhoneFieldElement>, PhoneFieldElement>;
    }
  }
}
