import type { ApplicationInput } from '../../schema/application.js';

/** Every field filled, on every level: a field that is added to the format must get an example before this compiles. */
export type Complete<T> = T extends readonly (infer Item)[]
  ? Complete<Item>[]
  : T extends object
    ? { [Key in keyof T]-?: Complete<Exclude<T[Key], undefined>> }
    : T;

/** The whole example; `$schema` is missing because YAML names its schema in a comment. */
export type ExampleApplication = Omit<Complete<ApplicationInput>, '$schema'>;
