import { type z } from "zod";
import { type Scope } from "../../../platform/scope/scope.ts";
import { type Tenant } from "../../../platform/scope/tenant.ts";
import { SellerReputation } from "../models/seller-reputation.ts";
import { emptyRecord, type Honour, scoreOf } from "../rules/reputation.ts";
import { gigsOf } from "../settings.ts";
import { type honourName, type reputationView } from "./reputation-view.ts";

type HonourName = z.infer<typeof honourName>;

/** The level and the badges of somebody, as they were last worked out. */
export interface Standing {
  readonly level: HonourName | null;
  readonly badges: readonly HonourName[];
}

const nameOf = ({ name, labels }: Honour): HonourName => ({ name, labels });

/** The level of a name, in the words of the site; null where the site has no such level any more. */
export function levelNamed(tenant: Tenant, name: string | null): HonourName | null {
  const level = gigsOf(tenant).reputation.levels.find((each) => each.name === name);
  return level ? nameOf(level) : null;
}

function standingOf(tenant: Tenant, row: Pick<SellerReputation, "level" | "badges"> | undefined): Standing {
  const { badges } = gigsOf(tenant).reputation;
  return {
    level: levelNamed(tenant, row?.level ?? null),
    badges: badges.filter(({ name }) => row?.badges.includes(name)).map(nameOf),
  };
}

/** The levels and badges of sellers, by seller; one whose record is empty is left out. */
export async function readStandings(
  scope: Scope,
  sellerIds: readonly string[],
): Promise<ReadonlyMap<string, Standing>> {
  if (sellerIds.length === 0) return new Map();
  const rows = await scope.read<Pick<SellerReputation, "memberId" | "level" | "badges">>`
    select member_id, level, badges from ${SellerReputation} r where member_id = any(${sellerIds}::uuid[])`;
  return new Map(rows.map((row) => [row.memberId, standingOf(scope.tenant, row)]));
}

/** What was last worked out about a seller; undefined while nothing was. */
export async function findReputation(scope: Scope, memberId: string): Promise<SellerReputation | undefined> {
  const [row] = await scope.read<SellerReputation>`
    select * from ${SellerReputation} r where member_id = ${memberId}`;
  return row;
}

/** How a seller stands, as everybody may know it. */
export function presentReputation(
  { tenant }: Scope,
  memberId: string,
  row: SellerReputation | undefined,
): z.infer<typeof reputationView> {
  const { windowDays, weights } = gigsOf(tenant).reputation;
  const { level, badges } = standingOf(tenant, row);
  const record = row?.record ?? emptyRecord;
  const scored = scoreOf(record, weights);
  return {
    memberId,
    score: scored?.score ?? null,
    parts: [...(scored?.parts ?? [])],
    level,
    badges: [...badges],
    completed: record.completed,
    windowDays,
  };
}
