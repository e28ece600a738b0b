/** Names of tables, of which only some can be read. An application.yaml.txt, as Notepad makes it, is none. */
const ROSTER_FILE = /(?<!\.(?:ya?ml|json))\.(?:csv|tsv|txt)$/i;
/** Tables that must be saved in another format first. */
export const WORKBOOK = /\.(?:xlsx|xlsm|xlsb|xls|ods|numbers)$/i;

/** True for the name of a table, also of one that must be saved in another format first. */
export function isRosterName(file: string): boolean {
  return ROSTER_FILE.test(file) || WORKBOOK.test(file);
}

/** True for the name of a table that can hardly be anything but a roster: a `.txt` may be any text. */
export function isTableName(file: string): boolean {
  return isRosterName(file) && !/\.txt$/i.test(file);
}
