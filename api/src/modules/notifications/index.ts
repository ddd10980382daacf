export { mailPreviewRoutes } from "./http.ts";
export { teamNewsNames } from "./chat/team-news.ts";
export { countFailedMails } from "./deliveries/count-failed.ts";
