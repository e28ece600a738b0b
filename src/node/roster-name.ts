/** Names of tables, of which only some can be read. */
const ROSTER_FILE = /\.(?:csv|tsv|txt)$/i;
/** Tables that must be saved in another format first. */
export const WORKBOOK = /\.(?:xlsx|xlsm|xlsb|xls|ods|numbers)$/i;

/** True for the name of a table, also of one that must be saved in another format first. */
export function isRosterName(file: string): boolean {
  return ROSTER_FILE.test(file) || WORKBOOK.test(file);
}
