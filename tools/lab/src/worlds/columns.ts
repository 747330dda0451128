/** Columns of numbers that grow. */

export class Column {
  size = 0
  values: Float64Array | Uint32Array

  constructor(kind: 'float' | 'id') {
    this.values = kind === 'float' ? new Float64Array(1024) : new Uint32Array(1024)
  }

  push(value: number): void {
    if (this.size === this.values.length) {
      const wider = new (this.values.constructor as new (n: number) => Float64Array | Uint32Array)(this.size * 2)
      wider.set(this.values)
      this.values = wider
    }
    this.values[this.size++] = value
  }
}
