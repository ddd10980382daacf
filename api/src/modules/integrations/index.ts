export {
  connectedAi,
  connectedCaptcha,
  connectedPayments,
  connectedStores,
  connectedVideo,
} from "./connections/connected-providers.ts";
export {
  connectedChats,
  connectedMail,
  connectedMailEvents,
  connectedSms,
  hasConnectedSms,
  connectedTextReports,
} from "./connections/connected-messengers.ts";
export { useVendorAddresses } from "./connections/vendors/addresses.ts";
export { deliveryTarget } from "./deliveries/delivery-target.ts";
export { allowPrivateAddresses } from "./outgoing.ts";
export { useClocks } from "./sandbox/clock.ts";
export { countFailedDeliveries } from "./deliveries/count-failed.ts";
