import objection, { type QueryContext } from "objection";
import { newId } from "../ids.ts";

/** What `scope.query` gives every query it starts: whose rows it may touch, and the business time of its writes. */
export interface TenantQueryContext {
  readonly tenantId: string;
  readonly now: Date;
}

/**
 * A row of one tenant. Columns are snake_case in the database and camelCase here (the mapping is Knex's, for every query).
 * Reached only through `scope.query`, which adds the tenant predicate; inserts get the tenant, an id and their times here.
 */
export class TenantModel extends objection.Model {
  static override get idColumn(): string | string[] {
    return ["tenantId", "id"];
  }
  /** Rows carry `created_at` and `updated_at`; append-only tables set this to false and name their own time. */
  static timestamps = true;

  declare tenantId: string;
  declare id: string;
  declare createdAt: Date;
  declare updatedAt: Date;

  override $beforeInsert(context: QueryContext): void {
    const { tenantId, now } = context as unknown as TenantQueryContext;
    const { idColumn, timestamps } = this.constructor as typeof TenantModel;
    this.tenantId = tenantId;
    if (idColumn.includes("id")) this.id ??= newId(now);
    if (timestamps) this.createdAt = this.updatedAt = now;
  }

  override $beforeUpdate(_options: unknown, context: QueryContext): void {
    const { now } = context as unknown as TenantQueryContext;
    if ((this.constructor as typeof TenantModel).timestamps) this.updatedAt = now;
  }
}
