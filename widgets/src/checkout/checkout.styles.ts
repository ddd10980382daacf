import { tokens } from "../base/theme.ts";
import { buttonStyles } from "../parts/button.ts";
import { noticeStyles } from "../parts/notice.ts";
import { payStyles } from "../parts/pay/pay.styles.ts";
import { skeletonStyles } from "../parts/skeleton.ts";

export const styles = [tokens, buttonStyles, noticeStyles, skeletonStyles, payStyles];
