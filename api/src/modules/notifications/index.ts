export { countFailedMails } from "./deliveries/count-failed.ts";
