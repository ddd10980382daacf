export { readUnread } from "./unread/read-unread.ts";
