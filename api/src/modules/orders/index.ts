export { announceOrder } from "./events.ts";
export { Order } from "./models/order.ts";
