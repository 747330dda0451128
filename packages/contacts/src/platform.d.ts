/** What every platform that runs this has (browsers, workers, Node), and the ES library does not type. */
declare class URL {
  constructor(url: string)
  readonly protocol: string
  readonly hostname: string
  readonly pathname: string
}

declare class TextDecoder {
  constructor(label?: string, options?: { fatal?: boolean; ignoreBOM?: boolean })
  decode(bytes?: Uint8Array): string
}
