export { type ManageAction, readManageUrl } from "./manage/manage-link.ts";
export { boughtOrderView, presentOrderById } from "./present.ts";
export { orderRemarks } from "./order-remarks.ts";
export { placeWork } from "./work/place-work.ts";
export { readWorkSales } from "./work/read-sales.ts";
export { readTrackRecords } from "./work/read-track-records.ts";
