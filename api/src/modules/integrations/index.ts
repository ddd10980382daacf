export { deliveryTarget } from "./deliveries/delivery-target.ts";
export { allowPrivateAddresses } from "./outgoing.ts";
export { useClocks } from "./sandbox/clock.ts";
