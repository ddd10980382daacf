export { type ManageAction, readManageUrl } from "./manage/manage-link.ts";
export { orderView, presentOrderById } from "./present.ts";
