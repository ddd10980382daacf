import { type AnyTRPCRouter } from "@trpc/server";
import { type Call, type Called, type ProcedureMeta } from "./procedure.ts";
import { type RestAddress, restAddressOf } from "./rest-path.ts";

/** One procedure as the dispatcher, the API reference and the contract see it. */
export interface ProcedureEntry {
  /** `module.operation`. */
  readonly path: string;
  readonly kind: "query" | "mutation";
  readonly meta: ProcedureMeta;
  readonly rest: RestAddress;
  /** Runs it through tRPC with an unparsed input. */
  readonly invoke: (call: Call, input: unknown) => Promise<unknown>;
}

interface BuiltProcedure {
  (options: {
    ctx: Called;
    getRawInput: () => Promise<unknown>;
    path: string;
    type: string;
    input: undefined;
    signal: undefined;
    batchIndex: number;
  }): Promise<unknown>;
  readonly _def: { readonly type: "query" | "mutation"; readonly meta?: ProcedureMeta };
}

const noInput = (): Promise<undefined> => Promise.resolve(undefined);

/** Every procedure by its path, computed once from the router. Two with the same REST address are a mistake and stop the start. */
export function procedureTable(router: AnyTRPCRouter): ReadonlyMap<string, ProcedureEntry> {
  const table = new Map<string, ProcedureEntry>();
  const addresses = new Map<string, string>();
  for (const [path, built] of Object.entries(router._def.procedures as Record<string, BuiltProcedure>)) {
    const { type, meta } = built._def;
    if (!meta) throw new Error(`${path} was not made by procedure().`);
    const rest = restAddressOf(path, type, meta.input);
    const address = `${rest.method} ${rest.template.replaceAll(/\{\w+\}/g, "{}")}`;
    const other = addresses.get(address);
    if (other !== undefined)
      throw new Error(`${path} and ${other} would both answer ${address}. Rename one.`);
    addresses.set(address, path);
    table.set(path, {
      path,
      kind: type,
      meta,
      rest,
      invoke: (call, input) =>
        built({
          ctx: { call, input },
          getRawInput: noInput,
          path,
          type,
          input: undefined,
          signal: undefined,
          batchIndex: 0,
        }),
    });
  }
  return table;
}
