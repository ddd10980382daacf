import { z } from "zod";
import { invalidFields } from "../../../platform/errors.ts";
import { operation } from "../../../platform/rpc/operation.ts";
import { actOnOrder } from "../act-on-order.ts";
import { OrderWork } from "../models/order-work.ts";
import { readOrder } from "../policy.ts";
import { ownOrderView } from "../present.ts";
import { wrongAnswers, type WrongAnswer } from "../rules/questions.ts";

const sentences: Readonly<Record<WrongAnswer["reason"], string>> = {
  unknown: "This order asks no such question.",
  twice: "This question was answered before in the list.",
  not_a_choice: "Choose one of the choices.",
  not_text: "Answer this question in words.",
  not_files: "Answer this question with files.",
  missing: "Answer every question that has to be answered.",
};

export const answerQuestions = operation({
  summary: "Answers what the seller asks before the work starts; then the days until the delivery count.",
  input: z.strictObject({
    id: z.uuid(),
    answers: z
      .array(
        z.strictObject({
          questionId: z.uuid(),
          /** What was written, or the choice. */
          text: z.string().trim().min(1).max(5_000).nullable().default(null),
          /** Files the caller uploaded for the purpose `orders.answer`. */
          fileIds: z.array(z.uuid()).max(10).default([]),
        }),
      )
      .max(20),
  }),
  output: ownOrderView,
  async run(scope, { id, answers }) {
    await readOrder(scope, id);
    const [work] = await scope.read<Pick<OrderWork, "questions">>`
      select questions from ${OrderWork} w where order_id = ${id}`;
    const wrong = wrongAnswers(work?.questions ?? [], answers);
    if (work && wrong.length > 0) {
      throw invalidFields(
        ...wrong.map(({ index, reason }) => ({
          path: index < 0 ? ["answers"] : ["answers", index],
          message: sentences[reason],
        })),
      );
    }
    return actOnOrder(scope, id, { action: "answer_questions", along: { answers } });
  },
});
