import { type Scope } from "../../../platform/scope/scope.ts";
import { Embedding } from "../models/embedding.ts";

/** A text and whose it is. */
export interface OwnedText {
  readonly ownerKind: Embedding["ownerKind"];
  readonly ownerId: string;
  readonly text: string;
  readonly hash: string;
}

interface StoredVector {
  readonly contentHash: string;
  readonly numbers: Buffer;
}

/** Every profile's vector by the hash of its text. */
export async function readExpertise(scope: Scope, model: string): Promise<Map<string, Float32Array>> {
  const rows = await scope.read<StoredVector>`
    select content_hash, array_send(vector) as numbers from ${Embedding} e where owner_kind = 'profile' and model = ${model}`;
  return byHash(rows);
}

/** The vectors of some texts by their hash, whoever they belong to. */
export async function readVectors(
  scope: Scope,
  model: string,
  hashes: readonly string[],
): Promise<Map<string, Float32Array>> {
  const rows = await scope.read<StoredVector>`
    select distinct on (content_hash) content_hash, array_send(vector) as numbers
    from ${Embedding} e where content_hash = any(${hashes}::text[]) and model = ${model}`;
  return byHash(rows);
}

/** Keeps the vectors of texts, instead of what was kept of their owners. */
export async function keepVectors(
  scope: Scope,
  model: string,
  texts: readonly OwnedText[],
  vectors: readonly Float32Array[],
): Promise<void> {
  const literals = vectors.map((vector) => `{${vector.join()}}`);
  // In one order, so that two who keep the same at the same time wait for each other once.
  await scope.sql`
    insert into embeddings (tenant_id, owner_kind, owner_id, model, content_hash, vector, created_at, updated_at)
    select ${scope.tenant.id}, owner_kind, owner_id, ${model}, content_hash, vector::real[], ${scope.now}, ${scope.now}
    from unnest(${texts.map(({ ownerKind }) => ownerKind)}::text[], ${texts.map(({ ownerId }) => ownerId)}::uuid[],
      ${texts.map(({ hash }) => hash)}::text[], ${literals}::text[]) as made (owner_kind, owner_id, content_hash, vector)
    order by owner_kind, owner_id
    on conflict (tenant_id, owner_kind, owner_id) do update
    set model = excluded.model, content_hash = excluded.content_hash, vector = excluded.vector, updated_at = excluded.updated_at`;
}

const byHash = (rows: readonly StoredVector[]): Map<string, Float32Array> =>
  new Map(rows.map(({ contentHash, numbers }) => [contentHash, readArray(numbers)]));

// PostgreSQL's binary form of a real[] of one dimension: 20 bytes of shape, then 4 of length and 4 of the number, each time.
// As text, the numbers of 1,000 vectors take a tenth of a second to read.
function readArray(bytes: Buffer): Float32Array {
  const vector = new Float32Array(Math.max(0, (bytes.length - 20) / 8));
  for (let at = 0; at < vector.length; at++) vector[at] = bytes.readFloatBE(24 + at * 8);
  return vector;
}
