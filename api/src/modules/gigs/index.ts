export { levelNamed, readStandings } from "./levels/read-reputations.ts";
export { findDecided } from "./moderation/find-decided.ts";
export { countWaitingGigs } from "./moderation/count-waiting.ts";
