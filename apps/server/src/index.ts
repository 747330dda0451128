/** @kith/server: what the lab and tests may use of it. */
export { type Config, readConfig } from './config.ts'
export { type Context, createContext } from './context.ts'
export { createLogger, type Logger } from './logging.ts'
