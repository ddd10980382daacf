export { countWaitingGigs } from "./moderation/count-waiting.ts";
