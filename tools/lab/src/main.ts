export const main = async (_words: readonly string[]): Promise<number> => 0
