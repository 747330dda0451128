/** The part of papaparse that is used. Its published types pull in Node's globals, which this room must not see. */
declare module 'papaparse' {
  interface ParseConfig {
    readonly delimiter: string
    readonly newline: '\n'
    readonly preview?: number
  }
  const Papa: {
    parse(text: string, config: ParseConfig): { readonly data: string[][] }
  }
  export default Papa
}
