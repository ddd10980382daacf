export { type ManageAction, manageUrl } from "./manage/manage-link.ts";
export { orderView, presentOrderById } from "./present.ts";
