import { type Conversation } from "./chat.ts";
import { member } from "./coach.ts";
import { type Answers } from "./fake-api.ts";
import { people as shownPeople } from "./people.ts";

interface Named {
  readonly id: string;
  readonly name: string;
}

/** What the fake site's conversations let groups do. */
interface GroupParts {
  /** Those the member has a conversation with. */
  readonly people: readonly Named[];
  readonly start: (title: string, members: readonly Named[]) => Conversation;
  readonly find: (id: string) => Conversation | undefined;
  readonly change: (id: string, more: Partial<Conversation>) => Conversation;
  /** The member is in it no more. */
  readonly leave: (id: string) => void;
}

const nobody = { readSeq: 0, deliveredSeq: 0, hasLeft: false };

/** Groups as the API keeps them, and the people the site shows. */
export function groupAnswers({ people, start, find, change, leave }: GroupParts): Answers {
  const named = (id: string): Named =>
    [...people, ...shownPeople].find((one) => one.id === id) ?? { id, name: "Somebody else" };
  return {
    "people.listPeople": ({ search = "" }) => {
      const items = shownPeople.filter(({ name }) => name.toLowerCase().includes(search.toLowerCase()));
      return { items, nextCursor: null, total: items.length };
    },
    "messaging.createGroup": ({ title, memberIds }) => start(title, memberIds.map(named)),
    "messaging.updateGroup": ({ id, title }) => change(id, { title }),
    "messaging.addParticipants": ({ conversationId: id, memberIds }) => {
      const more = memberIds.map((memberId) => ({ ...nobody, memberId, name: named(memberId).name }));
      return change(id, { participants: [...(find(id)?.participants ?? []), ...more] });
    },
    "messaging.removeParticipant": ({ conversationId: id, memberId }) => {
      const participants = (find(id)?.participants ?? []).map((one) =>
        one.memberId === memberId ? { ...one, hasLeft: true } : one,
      );
      if (memberId === member.id) leave(id);
      else change(id, { participants });
      return {};
    },
  };
}
