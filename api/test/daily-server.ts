import { type ServedAnswer, type ServedCall, VendorServer } from "./vendor-server.ts";

/** A room as Daily keeps it. */
export interface DailyRoom {
  readonly name: string;
  privacy: string;
  config: Readonly<Record<string, unknown>>;
}

const known = new Set(["exp", "nbf", "eject_at_room_exp", "enable_prejoin_ui", "max_participants"]);

/** The parts of Daily's interface that private rooms need, with its rules: names, tokens for rooms, what it does not know. */
export class DailyServer extends VendorServer {
  readonly apiKey = "daily-key-local-1234";
  readonly rooms = new Map<string, DailyRoom>();
  /** What each token lets its holder do. */
  readonly tokens = new Map<
    string,
    { readonly room: string; readonly isOwner: boolean; readonly exp: number }
  >();

  protected answer({ call, body, authorization }: ServedCall): ServedAnswer {
    if (authorization !== `Bearer ${this.apiKey}`)
      return { status: 401, body: { error: "authentication-error" } };
    const properties = (body["properties"] ?? {}) as Record<string, unknown>;
    if (call === "GET /v1/") return { status: 200, body: { domain_name: "northlight", config: {} } };
    if (call === "POST /v1/meeting-tokens") return this.#token(properties);
    const unknown = Object.keys(properties).find((name) => !known.has(name));
    if (unknown !== undefined) return invalid(`unknown parameter '${unknown}'`);
    if (call === "POST /v1/rooms")
      return this.#make(String(body["name"]), String(body["privacy"]), properties);
    const [, method, name = ""] = /^(\w+) \/v1\/rooms\/([\w-]+)$/.exec(call) ?? [];
    const room = this.rooms.get(name);
    if (!room) return { status: 404, body: { error: "not-found", info: `room ${name} not found` } };
    if (method === "DELETE") {
      this.rooms.delete(name);
      return { status: 200, body: { deleted: true, name } };
    }
    room.config = { ...room.config, ...properties };
    return this.#present(room);
  }

  #make(name: string, privacy: string, config: Record<string, unknown>): ServedAnswer {
    if (!/^[\w-]{1,128}$/.test(name)) return invalid("name contains invalid characters");
    if (this.rooms.has(name)) return invalid(`a room named ${name} already exists`);
    const room = { name, privacy, config };
    this.rooms.set(name, room);
    return this.#present(room);
  }

  #token({ room_name: room, is_owner: isOwner, exp }: Record<string, unknown>): ServedAnswer {
    if (typeof room !== "string" || !this.rooms.has(room)) return invalid("room_name does not exist");
    const token = `token-${this.tokens.size + 1}`;
    this.tokens.set(token, { room, isOwner: isOwner === true, exp: Number(exp) });
    return { status: 200, body: { token } };
  }

  #present({ name, privacy, config }: DailyRoom): ServedAnswer {
    const url = `${this.url}/northlight/${name}`;
    return { status: 200, body: { id: `id-${name}`, name, privacy, api_created: true, url, config } };
  }
}

const invalid = (info: string): ServedAnswer => ({
  status: 400,
  body: { error: "invalid-request-error", info },
});
