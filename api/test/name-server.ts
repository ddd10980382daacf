import { createSocket, type Socket } from "node:dgram";
import { once } from "node:events";
import { type AddressInfo } from "node:net";

/** A name server that knows the records it was given and nothing else (RFC 1035). */
export class NameServer {
  readonly #socket: Socket;
  /** Such as `127.0.0.1:5353`. */
  readonly address: string;
  /** Texts by name. A name without any is known and has none; others do not exist. */
  readonly records = new Map<string, readonly string[]>();
  /** What a name is an alias of. */
  readonly aliases = new Map<string, string>();
  /** IPv4 addresses by name; an alias has those of its target. */
  readonly addresses = new Map<string, readonly string[]>();
  /** Whether it leaves questions unanswered. */
  isSilent = false;

  private constructor(socket: Socket) {
    this.#socket = socket;
    const { port }: AddressInfo = socket.address();
    this.address = `127.0.0.1:${port}`;
    socket.on("message", (question, from) => {
      if (!this.isSilent) socket.send(this.#answer(question), from.port, from.address);
    });
  }

  static async open(): Promise<NameServer> {
    const socket = createSocket("udp4");
    socket.bind(0, "127.0.0.1");
    await once(socket, "listening");
    return new NameServer(socket);
  }

  close(): void {
    this.#socket.close();
  }

  #answer(question: Buffer): Buffer {
    const labels: string[] = [];
    let at = 12;
    for (let length = question[at] ?? 0; length > 0; length = question[at] ?? 0) {
      labels.push(question.toString("latin1", at + 1, at + 1 + length));
      at += length + 1;
    }
    const asked = question.subarray(12, at + 5);
    const name = labels.join(".").toLowerCase();
    const isKnown = [this.records, this.aliases, this.addresses].some((each) => each.has(name));
    const found = this.#recordsOf(name, question.readUInt16BE(at + 1));
    const header = Buffer.from(question.subarray(0, 12));
    header.writeUInt16BE(isKnown ? 0x8180 : 0x8183, 2);
    header.writeUInt16BE(found.length, 6);
    header.fill(0, 8);
    return Buffer.concat([header, asked, ...found]);
  }

  #recordsOf(name: string, kind: number): readonly Buffer[] {
    if (kind === kinds.text) return (this.records.get(name) ?? []).map(textRecord);
    const alias = this.aliases.get(name);
    if (kind === kinds.alias) return alias === undefined ? [] : [record(kinds.alias, nameBytes(alias))];
    if (kind !== kinds.address) return [];
    return (this.addresses.get(alias ?? name) ?? []).map((address) =>
      record(kinds.address, Buffer.from(address.split(".").map(Number))),
    );
  }
}

const kinds = { address: 1, alias: 5, text: 16 } as const;

const nameBytes = (name: string): Buffer =>
  Buffer.concat([
    ...name.split(".").map((label) => Buffer.from([label.length, ...Buffer.from(label, "latin1")])),
    Buffer.from([0]),
  ]);

/** A text record about the name that was asked for, in parts of 255 bytes. */
function textRecord(text: string): Buffer {
  const parts: Buffer[] = [];
  for (let at = 0; at < text.length; at += 255) {
    const part = Buffer.from(text.slice(at, at + 255), "latin1");
    parts.push(Buffer.from([part.length]), part);
  }
  return record(kinds.text, Buffer.concat(parts));
}

/** A record about the name that was asked for. */
function record(kind: number, data: Buffer): Buffer {
  const head = Buffer.from([0xc0, 12, 0, kind, 0, 1, 0, 0, 0, 0, 0, 0]);
  head.writeUInt16BE(data.length, 10);
  return Buffer.concat([head, data]);
}
