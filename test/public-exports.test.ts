import { readFileSync } from 'node:fs';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import * as core from '../src/index.js';
import * as node from '../src/node/index.js';

/** The names that an entry exports, types marked, sorted by code unit. Entries only hand on: `export { … } from`. */
function exportsOf(entry: string): string[] {
  const text = readFileSync(new URL(entry, import.meta.url), 'utf8');
  const { statements } = ts.createSourceFile(entry, text, ts.ScriptTarget.Latest);
  const names = statements.flatMap((statement) => {
    if (!ts.isExportDeclaration(statement) || !statement.exportClause || !ts.isNamedExports(statement.exportClause)) {
      throw new Error(`${entry} has a statement that hands on no list of names`);
    }
    const { isTypeOnly } = statement;
    return statement.exportClause.elements.map(
      (element) => `${isTypeOnly || element.isTypeOnly ? 'type ' : ''}${element.name.text}`,
    );
  });
  return names.sort();
}

const valuesAmong = (names: readonly string[]) => names.filter((name) => !name.startsWith('type '));

// A name added here is a promise to users that the next version keeps.
describe('the public names', () => {
  it('of lor-packet are these', () => {
    const names = exportsOf('../src/index.ts');
    expect(Object.keys(core).sort()).toEqual(valuesAmong(names));
    expect(names).toMatchInlineSnapshot(`
      [
        "BRIEF_CONTRACT",
        "BUILTIN_REFERENCE",
        "BUILTIN_TEMPLATES",
        "DIAGNOSTIC_CODES",
        "FINDINGS",
        "FontError",
        "InputError",
        "OutputError",
        "PacketError",
        "TemplateError",
        "VERSION",
        "applicationSchema",
        "briefSchema",
        "briefWriter",
        "createReference",
        "createTypesetter",
        "formatDiagnostics",
        "hasErrors",
        "importJsonResume",
        "mergeTheme",
        "parseApplication",
        "parseReference",
        "planLetters",
        "prepareTemplate",
        "referenceSchema",
        "renderPacket",
        "renderPackets",
        "themeSchema",
        "type Application",
        "type ApplicationInput",
        "type Attachable",
        "type Brief",
        "type Conformance",
        "type ConformanceReason",
        "type ConformanceStandard",
        "type Deflate",
        "type Diagnostic",
        "type DiagnosticCode",
        "type FindingCode",
        "type FontSource",
        "type FontTypesetter",
        "type ImportedResume",
        "type LetterPlan",
        "type Packet",
        "type ParsedApplication",
        "type ParsedReference",
        "type PlannedLetter",
        "type PreparedTemplate",
        "type ProgramAssignment",
        "type Reference",
        "type ReferenceInput",
        "type RenderOptions",
        "type Severity",
        "type SourceLocation",
        "type Template",
        "type Theme",
        "type ThemeInput",
        "type TimelineEvent",
        "type UnmappedValue",
        "type Who",
      ]
    `);
  });

  it('of lor-packet/node are these', () => {
    const names = exportsOf('../src/node/index.ts');
    expect(Object.keys(node).sort()).toEqual(valuesAmong(names));
    expect(names).toMatchInlineSnapshot(`
      [
        "buildBatch",
        "checkTemplate",
        "defaultTypesetter",
        "ejectTemplate",
        "findApplications",
        "loadApplication",
        "loadFonts",
        "loadPreparedTemplate",
        "loadReference",
        "loadSampleBriefs",
        "loadTemplate",
        "platformDeflate",
        "servePreview",
        "templateFonts",
        "type ApplicantResult",
        "type BatchApplicant",
        "type BatchOptions",
        "type BatchProgress",
        "type BatchResult",
        "type BatchSource",
        "type BatchSummary",
        "type EjectOptions",
        "type FoundApplications",
        "type LeftOverResult",
        "type LoadedApplication",
        "type LoadedReference",
        "type MakeReason",
        "type PacketOutcome",
        "type PacketResult",
        "type Preview",
        "type PreviewOptions",
        "type PreviewSubject",
        "type ProblemResult",
        "type TemplateCheck",
        "type TemplateTrial",
        "type WritePacketsOptions",
        "writePackets",
      ]
    `);
  });
});
