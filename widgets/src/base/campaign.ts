import { type Keep } from "@tessera/sdk/browser";

/** The `utm_…` parameters of the page's address, or those of an earlier page of this tab; orders carry them. */
export function campaignOf(search: string, keep: Keep): Readonly<Record<string, string>> {
  const found = [...new URLSearchParams(search)]
    .filter(([name]) => /^utm_[a-z_]{1,30}$/.test(name))
    .slice(0, 10);
  if (found.length > 0)
    keep.write("utm", Object.fromEntries(found.map(([name, value]) => [name, value.slice(0, 200)])));
  const kept = keep.read("utm");
  return typeof kept === "object" ? { ...kept } : {};
}
