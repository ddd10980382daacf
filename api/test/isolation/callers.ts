import { type Audience } from "../../src/platform/rpc/procedure.ts";
import { type ProcedureEntry } from "../../src/platform/rpc/table.ts";
import { type Probe } from "./probe.ts";
import { type Cast } from "./world.ts";

/** Who calls in a probe: people and keys of one tenant, and two who belong to none. */
export const kinds = [
  "visitor",
  "coach",
  "client",
  "sibling",
  "staff",
  "server",
  "acting",
  "operator",
  "nobody",
] as const;

export type Kind = (typeof kinds)[number];

export type Headers = Readonly<Record<string, string>>;

/** Callers who hold credentials of both tenants at once. */
export function straysOf(own: Cast, other: Cast): Record<string, Headers> {
  return {
    "member of the other, with our key": { ...other.headers.client, ...own.site.visitor },
    "visitor of the other, with our key": { ...other.headers.visitor, ...own.site.visitor },
    "server acting for the other's member": own.site.actingFor(other.ids.client),
  };
}

function belongsTo(kind: Kind, entry: ProcedureEntry): boolean {
  const audiences: readonly Audience[] = [entry.meta.audience].flat();
  switch (kind) {
    case "visitor":
      return audiences.includes("visitor");
    case "coach":
    case "client":
    case "sibling":
    case "acting":
      return audiences.includes("member") || audiences.includes("visitor");
    case "staff":
    case "server":
      return audiences.includes(kind);
    case "operator":
      return entry.meta.tenantless === true && audiences.includes(kind);
    case "nobody":
      return entry.meta.tenantless === true && audiences.includes("staff");
  }
}

/** Whether a row named in a probe may be seen by a caller of its tenant. */
export function isOwner(
  kind: Kind,
  entry: ProcedureEntry,
  { owners = [], isShared, isBearer }: Probe,
  namesRows: boolean,
): boolean {
  if (!belongsTo(kind, entry)) return false;
  if (!namesRows || isShared || isBearer || kind === "staff" || kind === "server") return true;
  return owners.includes(kind === "acting" ? "client" : kind);
}
