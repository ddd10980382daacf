import { type Contract } from "@tessera/sdk/browser";

/** Hands a session's calendar file to the browser, which saves it or opens it in the calendar. */
export function saveCalendarFile({
  filename,
  text,
}: Pick<Contract["scheduling"]["getCalendarFile"]["output"], "filename" | "text">): void {
  const file = URL.createObjectURL(new Blob([text], { type: "text/calendar" }));
  Object.assign(document.createElement("a"), { href: file, download: filename }).click();
  URL.revokeObjectURL(file);
}
