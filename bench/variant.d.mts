import type { Application } from '../src/schema/application.js';

export function variantOf(application: Application, index: number): Application;
export function latinOnly(application: Application): Application;
