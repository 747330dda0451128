/** The page's end of the importing worker: `ask('read', {files})`, and news of how far it is. */

import { scriptUrl } from '../script-url.ts'
import workerUrl from '../worker/import.worker.ts?worker&url'
import type { Answer, Asked, News, Question, Questions } from './people/messages.ts'

export class Importing {
  readonly #worker: Worker
  readonly #waiting = new Map<number, { resolve: (value: never) => void; reject: (error: Error) => void }>()
  readonly #listeners = new Set<(news: News) => void>()
  #next = 1

  constructor() {
    this.#worker = new Worker(scriptUrl(workerUrl), { type: 'module', name: 'kith-import' })
    this.#worker.addEventListener('message', ({ data }: MessageEvent<Answer>) => this.#hear(data))
    this.#worker.addEventListener('error', () => this.#fail())
  }

  ask<A extends Asked>(ask: A, input: Questions[A]['input']): Promise<Questions[A]['output']> {
    const id = this.#next++
    const answered = new Promise<Questions[A]['output']>((resolve, reject) =>
      this.#waiting.set(id, { resolve, reject }),
    )
    this.#worker.postMessage({ id, ask, input } as Question)
    return answered
  }

  onNews(listener: (news: News) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  close(): void {
    this.#worker.terminate()
    this.#waiting.clear()
  }

  #hear(answer: Answer): void {
    if ('news' in answer) {
      for (const listener of this.#listeners) listener(answer.news)
      return
    }
    const waiting = this.#waiting.get(answer.to)
    this.#waiting.delete(answer.to)
    if ('failed' in answer) waiting?.reject(new Error(answer.failed))
    else waiting?.resolve(answer.value as never)
  }

  /** The worker could not be loaded, or broke: nothing that is under way will be answered. */
  #fail(): void {
    for (const { reject } of this.#waiting.values()) reject(new Error('the import stopped'))
    this.#waiting.clear()
  }
}
