/** When the evenings of tests begin. */
export const EVENING = 1_795_542_000
