import { z } from "zod";
import { notFound } from "../../../platform/errors.ts";
import { operation } from "../../../platform/rpc/operation.ts";
import { auditOffice } from "../audit-office.ts";
import { Closure } from "../models/closure.ts";

export const deleteClosure = operation({
  summary: "Opens the site again on the dates of a holiday.",
  input: z.strictObject({ id: z.uuid() }),
  output: z.object({ id: z.uuid() }),
  async run(scope, { id }) {
    const closure = await scope.query(Closure).findOne({ id });
    if (!closure) throw notFound();
    await scope.query(Closure).where({ id }).delete();
    await auditOffice(scope, {
      action: "scheduling.delete_closure",
      entity: { kind: "closure", id },
      before: { name: closure.name, from: closure.fromOn, until: closure.untilOn },
    });
    return { id };
  },
});
