/** In which order people are shown (ENC5): by strength, equals by a keyed hash. Never by distance or arrival. */

/** Compares two people as one viewer sees them in one room; `hash` is keyed by viewer, other and room. */
export const byStrength = (strengthA: number, hashA: number, strengthB: number, hashB: number): number =>
  strengthB - strengthA || hashA - hashB
