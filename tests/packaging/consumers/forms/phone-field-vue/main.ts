import { definePhoneField } from "interakt-wasm/phone-field/web";
import { createApp } from "vue";
import Checkout from "./checkout.vue";

definePhoneField();

createApp(Checkout).mount("#root");
