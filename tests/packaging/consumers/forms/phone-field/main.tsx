import { definePhoneField } from "interakt-wasm/phone-field/web";
import { show } from "../page/show";
import { Checkout } from "./checkout";
import { OwnInput } from "./own-input";

definePhoneField();

show({ checkout: Checkout, own: OwnInput });
