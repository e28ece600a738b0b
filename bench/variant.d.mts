import type { Application } from '../src/schema/application.js';

export function variantOf(application: Application, index: number): Application;
export function latinOnly(application: Application): Application;
export function packetOf(
  input: { readonly application: Application; readonly letters: readonly string[] },
  index: number,
): { readonly application: Application; readonly applicant: number; readonly letter: string };
export function lengthened(application: Application, copies: number): Application;
