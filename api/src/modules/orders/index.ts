export { type ManageAction, readManageUrl } from "./manage/manage-link.ts";
export { presentOrderById } from "./present.ts";
