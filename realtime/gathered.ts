interface Waiting<Question, Answer> {
  question: Question
  resolve: (answer: Answer) => void
  reject: (error: unknown) => void
}

/**
 * Answers together what is asked while earlier questions are being answered. Nobody is answered from
 * what was read before they asked, and however many ask, there is one reading at a time.
 * `onIdle` is called when nobody waits any more.
 */
export class Gathered<Question, Answer> {
  private waiting: Waiting<Question, Answer>[] = []
  private isAnswering = false

  constructor(
    /** Gives an answer for each question, in their order. */
    private readonly answerAll: (questions: Question[]) => Promise<Answer[]>,
    private readonly onIdle: () => void = () => {},
  ) {}

  ask(question: Question): Promise<Answer> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ question, resolve, reject })
      if (!this.isAnswering) void this.answer()
    })
  }

  private async answer() {
    this.isAnswering = true
    while (this.waiting.length > 0) {
      const together = this.waiting
      this.waiting = []
      try {
        const answers = await this.answerAll(together.map(({ question }) => question))
        for (const [index, { resolve, reject }] of together.entries()) {
          const answer = answers[index]
          if (answer === undefined) reject(new Error('a question was not answered'))
          else resolve(answer)
        }
      } catch (error) {
        for (const { reject } of together) reject(error)
      }
    }
    this.isAnswering = false
    this.onIdle()
  }
}
