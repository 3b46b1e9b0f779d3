// A thread that is asked one thing at a time: only the newest question counts, older answers are dropped.

interface Asked<Question, Answer> {
  question: Question
  onAnswer: (answer: Answer | null) => void
}

export class WorkerLine<Question, Answer> {
  readonly #start: () => Worker
  readonly #interrupts: boolean
  #worker: Worker | null = null
  #busy = false
  #current: Asked<Question, Answer> | null = null
  #waiting: Asked<Question, Answer> | null = null

  /**
   * `interrupts`: a new question ends the thread that is still at an older one, for work that takes seconds. Without
   * it the newest question waits for the answer of the one before, for work that takes a moment.
   */
  constructor(start: () => Worker, interrupts: boolean) {
    this.#start = start
    this.#interrupts = interrupts
  }

  /** The answer is null where the thread broke. */
  ask(question: Question, onAnswer: (answer: Answer | null) => void): void {
    if (this.#busy && this.#interrupts) this.#end()
    this.#waiting = { question, onAnswer }
    this.#current = null
    if (!this.#busy) this.#next()
  }

  /** Drops whatever was asked; a thread that is still at it ends where that takes long. */
  callOff(): void {
    this.#current = null
    this.#waiting = null
    if (this.#busy && this.#interrupts) this.#end()
  }

  stop(): void {
    this.callOff()
    this.#end()
  }

  #next(): void {
    this.#current = this.#waiting
    this.#waiting = null
    if (this.#current === null) return
    this.#worker ??= this.#open()
    this.#busy = true
    this.#worker.postMessage(this.#current.question)
  }

  #open(): Worker {
    const worker = this.#start()
    const settle = (answer: Answer | null, isBroken = false) => {
      if (worker !== this.#worker) return
      const asked = this.#current
      // A thread that never started answers nothing more: the next question starts another.
      if (isBroken) this.#end()
      this.#busy = false
      this.#current = null
      asked?.onAnswer(answer)
      if (!this.#busy) this.#next()
    }
    worker.addEventListener('message', (event: MessageEvent<Answer | null>) => settle(event.data))
    worker.addEventListener('error', () => settle(null, true))
    return worker
  }

  #end(): void {
    this.#worker?.terminate()
    this.#worker = null
    this.#busy = false
  }
}
