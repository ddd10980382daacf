import { announce } from "../../../platform/outbox/announce.ts";
import { type Scope } from "../../../platform/scope/scope.ts";
import { days, plus } from "../../../platform/time.ts";
import { readTrackRecords } from "../../orders/index.ts";
import { readSellerRatings } from "../../reviews/index.ts";
import { Gig } from "../models/gig.ts";
import { SellerReputation } from "../models/seller-reputation.ts";
import {
  badgesOf,
  emptyRecord,
  isPromotion,
  levelOf,
  scoreOf,
  type SellerRecord,
} from "../rules/reputation.ts";
import { outdate } from "../search/outdate.ts";
import { gigsOf } from "../settings.ts";

/** Works out how sellers stand by the rules of the site now. Whose level changed is announced, and their gigs are searched by the new one. */
export async function workOut(scope: Scope, sellerIds: readonly string[]): Promise<void> {
  const known = await locked(scope, sellerIds);
  const records = await readRecords(scope, sellerIds);
  for (const row of known) await keep(scope, row, records.get(row.memberId) ?? emptyRecord);
}

/** The rows of sellers in the order of their ids, locked: two who work out one seller follow each other, so that the last has read last. */
async function locked(scope: Scope, sellerIds: readonly string[]): Promise<SellerReputation[]> {
  await scope.sql`
    insert into seller_reputations
      (tenant_id, member_id, badges, record, version, worked_out_at, created_at, updated_at)
    select ${scope.tenant.id}, id, '{}', ${JSON.stringify(emptyRecord)}, 0, ${scope.now}, ${scope.now}, ${scope.now}
    from unnest(${sellerIds}::uuid[]) as id order by id
    on conflict do nothing`;
  return scope.query(SellerReputation).whereIn("memberId", sellerIds).orderBy("memberId").forUpdate();
}

async function readRecords(
  scope: Scope,
  sellerIds: readonly string[],
): Promise<ReadonlyMap<string, SellerRecord>> {
  const since = plus(scope.now, -days(gigsOf(scope.tenant).reputation.windowDays));
  const [orders, ratings] = await Promise.all([
    readTrackRecords(scope, { kind: "gig", sellerIds, since }),
    readSellerRatings(scope, sellerIds, since),
  ]);
  return new Map(
    sellerIds.map((id) => {
      const rating = ratings.get(id);
      const sold = orders.get(id) ?? emptyRecord;
      return [id, { ...emptyRecord, ...sold, reviews: rating?.count ?? 0, rating: rating?.average ?? null }];
    }),
  );
}

async function keep(scope: Scope, before: SellerReputation, record: SellerRecord): Promise<void> {
  const { levels, badges, weights } = gigsOf(scope.tenant).reputation;
  const { memberId } = before;
  const level = levelOf(levels, record)?.name ?? null;
  const isOther = level !== before.level;
  const version = before.version + (isOther ? 1 : 0);
  await scope
    .query(SellerReputation)
    .where({ memberId })
    .patch({
      level,
      badges: badgesOf(badges, record).map(({ name }) => name),
      score: scoreOf(record, weights)?.score ?? null,
      record,
      version,
      workedOutAt: scope.now,
    });
  if (!isOther) return;
  const isUp = isPromotion(levels, before.level, level);
  await announce(scope, "seller.level_changed", { memberId, level, before: before.level, isUp, version });
  const gigs = await scope.query(Gig).where({ sellerId: memberId, isVisible: true }).select("id");
  for (const { id } of gigs) await outdate(scope, id);
}
