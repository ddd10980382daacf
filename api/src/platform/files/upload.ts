import { type Context } from "koa";
import { requestFailure } from "../errors.ts";
import { writeJson } from "../http/answer.ts";
import { sentHeader } from "../http/request.ts";
import { tenantDoor } from "../http/tenant-door.ts";
import { type FilePurpose } from "../module.ts";
import { inputHash, type IdempotentUse, isKey, Replay } from "../rpc/idempotency.ts";
import { type Actor, actorId } from "../scope/actor.ts";
import { callerFor } from "./caller.ts";
import { checkFile } from "./check-file.ts";
import { agreedType } from "./content-types.ts";
import { fileFailure } from "./errors.ts";
import { fileNameOf } from "./file-name.ts";
import { keepFile, type NewFile } from "./keep.ts";
import { findPurpose } from "./purposes.ts";
import { quarantine } from "./quarantine.ts";
import { type ReceivedFile, receiveFile } from "./receive.ts";
import { fileSetup } from "./setup.ts";
import { type StoredFile } from "./stored-file.ts";

/**
 * `POST /api/v1/files?purpose=people.photo&name=me.png` with the file as the body and its type as Content-Type. Answers the
 * file's id, to be handed to the operation it is for. With an Idempotency-Key a repeat is answered like the first time.
 */
export async function uploadFile(ctx: Context): Promise<void> {
  const query = new URLSearchParams(ctx.search);
  const purpose = findPurpose(query.get("purpose") ?? "");
  if (!purpose) throw fileFailure("files.purpose_unknown");
  const options = await callerFor(ctx, purpose.access);
  const name = fileNameOf(query.get("name") ?? "");
  if (name === null) throw fileFailure("files.name_refused");
  const { workFolder: folder } = fileSetup();
  const kept = await receiveFile(ctx.req, { folder, maxBytes: purpose.maxBytes }, async (received) => {
    const contentType = await acceptedType(purpose, received.path, name, ctx.request.type);
    const file: NewFile = { purpose: purpose.name, ...ownerOf(options.actor), name, contentType };
    const use = useOf(sentHeader(ctx, "idempotency-key"), file, received);
    const { scopes } = tenantDoor();
    return checkFile(received, contentType, async ({ kept, verdict }) => {
      if (verdict.state === "infected") {
        await quarantine(scopes, options, { file, received, finding: verdict.finding });
        throw fileFailure("files.infected");
      }
      const keeping = { file, received: kept, state: verdict.state, use };
      return keepFile(scopes, options, keeping).catch(answeredBefore);
    });
  });
  writeJson(ctx, 201, kept);
}

function useOf(key: string | null, file: NewFile, { sha256 }: ReceivedFile): IdempotentUse | null {
  if (key === null) return null;
  if (!isKey(key)) throw requestFailure("request.idempotency_key_required");
  return {
    actorKey: `${file.ownerKind}:${file.ownerId}`,
    procedure: "files.upload",
    key,
    inputHash: inputHash({ purpose: file.purpose, name: file.name, sha256 }),
    answersSecret: false,
  };
}

function answeredBefore(thrown: unknown): unknown {
  if (thrown instanceof Replay) return thrown.answer;
  throw thrown;
}

async function acceptedType(
  purpose: FilePurpose,
  path: string,
  name: string,
  declared: string,
): Promise<string> {
  const type = await agreedType(path, { name, declared });
  if (type === null || !purpose.accepts.includes(type))
    throw fileFailure("files.type_refused", { accepted: purpose.accepts.join(", ") });
  return type;
}

function ownerOf(actor: Actor): Pick<StoredFile, "ownerKind" | "ownerId"> {
  if (actor.kind === "operator" || actor.kind === "system") throw new Error("Nobody uploads as the system.");
  return { ownerKind: actor.kind, ownerId: actorId(actor) };
}
