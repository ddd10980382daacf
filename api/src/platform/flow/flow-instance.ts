import { TenantModel } from "../scope/model.ts";
import { emptyEscrow, type Escrow } from "./escrow.ts";
import { type Moments } from "./expression.ts";
import { type Instance } from "./instance.ts";
import { type LoadedFlow } from "./load.ts";

/** Where an order stands, as it is stored. */
export class FlowInstance extends TenantModel {
  static override tableName = "flow_instances";
  static override timestamps = false;

  declare flow: string;
  declare version: number;
  declare fingerprint: string;
  declare state: string;
  declare regions: Record<string, string>;
  declare entered: Record<string, string>;
  declare moments: Record<string, string | null>;
  declare parameters: Record<string, number>;
  declare priceMinor: number;
  declare revision: number;
  declare placedAt: Date;
  declare movedAt: Date;
}

/** One transition an order has taken; never changed afterwards. */
export class FlowStep extends TenantModel {
  static override tableName = "flow_steps";
  static override timestamps = false;
  static override get idColumn(): string[] {
    return ["tenantId", "instanceId", "revision"];
  }

  declare instanceId: string;
  declare revision: number;
  declare transition: string;
  /** "main", or the region that moved. */
  declare region: string;
  declare state: string;
  /** Role, event or timer. */
  declare takenBy: string;
  declare actorKind: string;
  declare actorId: string;
  declare happenedAt: Date;
}

/** The instance a row holds, as the interpreter reads it. Throws when its version was edited after it was released. */
export function instanceOf(row: FlowInstance, loaded: LoadedFlow, escrow: Escrow = emptyEscrow): Instance {
  if (row.fingerprint !== loaded.fingerprint) {
    throw new Error(`the flow ${row.flow} ${row.version} is not the one that order ${row.id} began with`);
  }
  return {
    position: { state: row.state, regions: row.regions },
    placedAt: row.placedAt,
    entered: Object.fromEntries(Object.entries(row.entered).map(([region, at]) => [region, new Date(at)])),
    escrow,
    priceMinor: row.priceMinor,
    parameters: row.parameters,
  };
}

/** The moments a row holds. */
export const storedMoments = (row: FlowInstance): Moments =>
  Object.fromEntries(
    Object.entries(row.moments).map(([name, at]) => [name, at === null ? null : new Date(at)]),
  );
