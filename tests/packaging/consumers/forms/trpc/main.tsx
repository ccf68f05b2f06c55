import { show } from "../page/show";
import { Checkout } from "./checkout";
import { OrderMessage } from "./message";

show({ checkout: Checkout, message: OrderMessage });
