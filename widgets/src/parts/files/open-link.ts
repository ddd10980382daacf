/** Opens a signed link in a tab of its own, or saves what is behind it. */
export function openLink(url: string): void {
  const link = document.createElement("a");
  link.href = url;
  link.target = "_blank";
  link.rel = "noopener noreferrer";
  link.click();
}
