import { pdfPage, wallOfNotes } from "./conversation-files.ts";
import { type DemoConversation } from "./conversations.ts";

const day = 24 * 60;

const agenda = pdfPage("first-one-to-one.pdf", "The first one-to-one", [
  "1. What should I know about how you like to work?",
  "2. What goes well in the team, and should stay as it is?",
  "3. What would you change if you were me?",
  "4. What do you need from me in the next four weeks?",
  "",
  "Listen more than you speak. Write down what you promise.",
]);

/** What Northlight's client and coaches wrote to each other before the demo begins. */
export const conversations: readonly DemoConversation[] = [
  {
    people: ["hanna", "lena"],
    unread: { hanna: 2 },
    messages: [
      {
        from: "hanna",
        minutesAgo: 6 * day + 190,
        text: "Hello Lena, I lead the team I was part of until last month. Two of my old colleagues hardly talk to me. Is that something you work on with people?",
      },
      {
        from: "lena",
        minutesAgo: 6 * day + 95,
        text: "Hello Hanna, it is most of what I do. Congratulations first! What changed between the three of you in the first week?",
      },
      {
        from: "hanna",
        minutesAgo: 6 * day + 80,
        text: "They stopped asking me to lunch. I think they expect me to behave like a boss, and I try very hard not to.",
      },
      {
        from: "lena",
        minutesAgo: 6 * day + 62,
        text: "Then nobody knows which of the two they are talking to. Start with one conversation each, thirty minutes, only listening. This is the page I give everybody.",
        file: () => Promise.resolve(agenda),
      },
      {
        from: "hanna",
        minutesAgo: 2 * day + 55,
        text: "I had the first one today. We also put everything the team said on a wall.",
        file: () => wallOfNotes("team-wall.jpg"),
      },
      {
        from: "lena",
        minutesAgo: 2 * day + 20,
        text: "That is a lot under “Keep”. Did you expect that?",
        answers: 4,
      },
      {
        from: "hanna",
        minutesAgo: day + 400,
        text: "No! I only ever saw the other two columns. The second talk is on Thursday.",
        saidAtFirst: "No! I only ever saw the other two columns. The second talk is on Wednesday.",
      },
      {
        from: "lena",
        minutesAgo: 47,
        text: "Good luck today. Question three is the one people answer last, so leave a silence after it.",
        answers: 6,
      },
      {
        from: "lena",
        minutesAgo: 45,
        text: "And tell me how it went, in one sentence. We take it from there next time.",
      },
    ],
  },
  // A coach can add to a group whom they have a conversation with.
  {
    people: ["felix.brenner", "lena"],
    messages: [
      {
        from: "felix.brenner",
        minutesAgo: 12 * day + 500,
        text: "Hi Lena, somebody at work praised your circles. Is there one for people who have just begun?",
      },
      {
        from: "lena",
        minutesAgo: 12 * day + 380,
        text: "There is from next week on, Thursdays at 18:00 in Berlin. I keep a place for you.",
      },
      { from: "felix.brenner", minutesAgo: 12 * day + 371, text: "Please do!" },
    ],
  },
  {
    people: ["niamh.byrne", "lena"],
    unread: { lena: 1 },
    messages: [
      {
        from: "niamh.byrne",
        minutesAgo: 11 * day + 200,
        text: "Would a ward sister fit into a circle of office people?",
      },
      {
        from: "lena",
        minutesAgo: 11 * day + 150,
        text: "You would be the one they learn from. Come once and see.",
      },
      {
        from: "niamh.byrne",
        minutesAgo: 25,
        text: "I will be ten minutes late on Thursday, the handover moved.",
      },
    ],
  },
  {
    people: ["lena", "hanna", "felix.brenner", "niamh.byrne"],
    title: "New managers, spring circle",
    unread: { hanna: 3 },
    messages: [
      {
        from: "lena",
        minutesAgo: 9 * day,
        text: "Welcome, all three. You asked for people who are at the same point, so here you are. Say in two lines who you lead and what kept you awake last week.",
      },
      {
        from: "felix.brenner",
        minutesAgo: 9 * day - 140,
        text: "Five engineers in Berlin. My best one wants my old job, and I do not know how to tell her that I still do half of it.",
      },
      {
        from: "hanna",
        minutesAgo: 8 * day + 320,
        text: "Seven designers, two of them my friends. I rehearse sentences in the shower.",
      },
      {
        from: "niamh.byrne",
        minutesAgo: 8 * day + 100,
        text: "A night shift of eleven nurses. I decide who has Christmas off.",
      },
      {
        from: "felix.brenner",
        minutesAgo: 8 * day + 70,
        text: "Niamh, you win. How do you do it?",
        answers: 3,
      },
      {
        from: "niamh.byrne",
        minutesAgo: 7 * day + 800,
        text: "Last year I drew lots. This year I asked first: half of them would rather have New Year.",
      },
      {
        from: "felix.brenner",
        minutesAgo: 190,
        text: "I gave her the half I was still doing. She said “finally”.",
      },
      { from: "niamh.byrne", minutesAgo: 150, text: "Ha. They always know." },
      {
        from: "lena",
        minutesAgo: 140,
        text: "Keep that one for Thursday, Felix. Same link as last time, 18:00 in Berlin.",
      },
    ],
  },
  {
    people: ["hanna", "tom"],
    sessionDaysAgo: 4,
    messages: [
      {
        from: "hanna",
        minutesAgo: 5 * day,
        text: "Hi Tom, should I bring the slides tomorrow, or only what I want to say?",
      },
      {
        from: "tom",
        minutesAgo: 5 * day - 35,
        text: "Only what you want to say, please. Slides make everybody look at the wall, you too.",
      },
      {
        from: "hanna",
        minutesAgo: 3 * day + 600,
        text: "I spoke without notes for four minutes. Thank you!",
      },
    ],
  },
];
