/** The parser alone: no compiler, no runtime, no global side effects, so it also runs where `eval` is forbidden. */
declare module 'handlebars/dist/cjs/handlebars/compiler/base.js' {
  export const parser: {
    lexer: { yylloc: { first_line: number; first_column: number; last_line: number; last_column: number } };
    parseError: (message: string, detail: { token: string | null; text: string; expected?: string[] }) => never;
  };
  export function parse(input: string): unknown;
}
