/** What the store tells the operator: sentences without anybody's data. pino's logger is one. */
export interface StoreLog {
  info(message: string): void
  warn(message: string): void
}

export const SILENT: StoreLog = { info: () => {}, warn: () => {} }
