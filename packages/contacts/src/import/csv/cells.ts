/** The cells of records, by papaparse. */
import Papa from 'papaparse'

/** The cells of one record; of a malformed one, those of its first row. */
export function cellsOf(record: string, delimiter: string): string[] {
  if (!record.includes('"')) return record.split(delimiter)
  return Papa.parse(record, { delimiter, newline: '\n' }).data[0] ?? []
}
