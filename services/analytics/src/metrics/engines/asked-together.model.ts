/**
 * Answers what is asked at the same time with one answer: questions of one turn wait for its end, and are then put
 * together. What is asked later waits for the next, so that nobody is told what was found before they asked.
 */
export function askedTogether<Question, Answer>(
  keyOf: (question: Question) => string,
  answer: (questions: readonly Question[]) => Promise<readonly Answer[]>,
): (question: Question) => Promise<Answer> {
  const waiting = new Map<string, { readonly questions: Question[]; readonly answers: Promise<readonly Answer[]> }>();
  const begin = (key: string) => {
    const questions: Question[] = [];
    const answers = new Promise<void>((resolve) => setImmediate(resolve)).then(() => {
      waiting.delete(key);
      return answer(questions);
    });
    const turn = { questions, answers };
    waiting.set(key, turn);
    return turn;
  };
  return async (question) => {
    const key = keyOf(question);
    const { questions, answers } = waiting.get(key) ?? begin(key);
    const place = questions.push(question) - 1;
    return (await answers)[place] as Answer;
  };
}
