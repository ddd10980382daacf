import { newId } from "../../platform/ids.ts";
import { wallClock } from "../../platform/clock.ts";
import { type TestHouse, type TestSite } from "../../../test/house.ts";
import { addMember } from "../identity/index.ts";
import { changeProfile } from "../people/index.ts";

/** Somebody who writes. */
export interface Writer {
  readonly id: string;
  readonly name: string;
  readonly headers: Record<string, string>;
}

/** A message as the API answers it. */
export interface MessageAnswer {
  readonly id: string;
  readonly conversationId: string;
  readonly seq: number;
  readonly change: number;
  readonly senderId: string;
  readonly clientId: string;
  readonly text: string | null;
  readonly replyTo: { readonly id: string; readonly seq: number; readonly text: string | null } | null;
  readonly attachments: readonly { readonly fileId: string; readonly name: string; readonly bytes: number }[];
  readonly editedAt: string | null;
  readonly deletedAt: string | null;
  readonly isHidden: boolean;
}

/** A conversation as the API answers it. */
export interface ConversationAnswer {
  readonly id: string;
  readonly kind: string;
  readonly title: string | null;
  readonly about: { readonly kind: string; readonly id: string } | null;
  readonly participants: readonly {
    readonly memberId: string;
    readonly name: string;
    readonly readSeq: number;
    readonly deliveredSeq: number;
    readonly hasLeft: boolean;
  }[];
  readonly keeperId: string | null;
  readonly lastSeq: number;
  readonly lastChange: number;
  readonly lastMessage: MessageAnswer | null;
  readonly unreadCount: number;
  readonly hidesContacts: boolean;
  readonly isPinned: boolean;
  readonly isArchived: boolean;
  readonly isMuted: boolean;
}

/** A site whose people write to each other. */
export class ChatRoom {
  readonly house: TestHouse;
  readonly site: TestSite;

  constructor(house: TestHouse, site: TestSite) {
    this.house = house;
    this.site = site;
  }

  /** Somebody of the site, whom it shows to everybody unless told. */
  async writer(name: string, { isListed = true } = {}): Promise<Writer> {
    const email = `${newId(wallClock())}@example.com`;
    const id = await this.house.within(this.site.live, async (scope) => {
      const member = await addMember(scope, { email, isEmailVerified: true, name, roles: [] });
      if (isListed) await changeProfile(scope, member.id, { isListed });
      return member.id;
    });
    return { id, name, headers: this.site.actingFor(id) };
  }

  /** The conversation of two people. */
  between(one: Writer, other: Writer): Promise<ConversationAnswer> {
    return this.house.ok("messaging.openConversation", { memberId: other.id }, one);
  }

  /** Sends a text; `clientId` is a new one unless told. */
  say(writer: Writer, conversationId: string, text: string, more: object = {}): Promise<MessageAnswer> {
    const input = { conversationId, clientId: newId(wallClock()), text, ...more };
    return this.house.ok("messaging.sendMessage", input, writer);
  }

  /** A conversation as one of its people sees it. */
  look(writer: Writer, id: string): Promise<ConversationAnswer> {
    return this.house.ok("messaging.getConversation", { id }, writer);
  }

  /** The texts of a conversation as one of its people sees them, oldest first. */
  async texts(writer: Writer, conversationId: string): Promise<(string | null)[]> {
    const { items } = await this.house.ok<{ items: MessageAnswer[] }>(
      "messaging.listMessages",
      { conversationId, limit: 100 },
      writer,
    );
    return items.map(({ text }) => text).toReversed();
  }
}
