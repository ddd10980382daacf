import { TenantModel } from "./model.ts";

/** A statement ready for the driver: text with `$1…` and its values. */
export interface Statement {
  readonly text: string;
  readonly values: readonly unknown[];
}

/** Another statement's piece, to be placed inside `` sql`…` ``. */
export interface SqlFragment {
  readonly strings: readonly string[];
  readonly values: readonly unknown[];
  readonly isFragment: true;
}

/** A piece of SQL to be reused or added on a condition: `` fragment`and starts_at > ${from}` ``. Values stay parameters. */
export const fragment = (strings: TemplateStringsArray, ...values: readonly unknown[]): SqlFragment => ({
  strings,
  values,
  isFragment: true,
});

const isFragment = (value: unknown): value is SqlFragment =>
  typeof value === "object" && value !== null && "isFragment" in value;

const isModel = (value: unknown): value is typeof TenantModel =>
  typeof value === "function" && value.prototype instanceof TenantModel;

/**
 * Turns a template into a statement. A model in it becomes its table narrowed to one tenant, as a subquery the planner
 * flattens: `from ${Booking} b` reads `from (select * from bookings where tenant_id = $1) b`. Everything else is a parameter.
 */
export function compile(
  strings: readonly string[],
  values: readonly unknown[],
  tenantId: string,
  isNarrowed: boolean,
): Statement {
  const collected: unknown[] = [];
  let tenantParameter = 0;
  const place = (value: unknown): string => {
    if (isModel(value)) {
      if (!isNarrowed) return value.tableName;
      tenantParameter ||= collected.push(tenantId);
      return `(select * from ${value.tableName} where tenant_id = $${tenantParameter}::uuid)`;
    }
    if (isFragment(value)) return write(value.strings, value.values);
    return `$${collected.push(value)}`;
  };
  const write = (texts: readonly string[], holes: readonly unknown[]): string =>
    texts.map((text, index) => (index === 0 ? text : place(holes[index - 1]) + text)).join("");
  const text = write(strings, values);
  return { text, values: collected };
}
