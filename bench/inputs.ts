import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { exampleDocument, type OwnInput, ownInput, peerDocument } from './content.js';

/** Writes what contestants read, each file once. */
export class Inputs {
  readonly #example: string;
  readonly #folder: string;
  readonly #own = new Map<string, Promise<OwnInput>>();

  /** @param folder where the files go */
  constructor(example: string, folder: string) {
    this.#example = example;
    this.#folder = folder;
  }

  get example(): string {
    return this.#example;
  }

  /** A path in the folder of this run. */
  path(name: string): string {
    return path.join(this.#folder, name);
  }

  /** Our input: an application and a template; see `ownInput`. */
  async own({ copies = 1, strangers = false } = {}): Promise<string> {
    return this.#write(`own-${copies}-${strangers}.json`, () => this.#input({ copies, strangers }));
  }

  /** The words of one of our packets, for the peers. */
  async peer(index: number, { copies = 1, strangers = false } = {}): Promise<string> {
    const name = `peer-${copies}-${strangers}-${index}.json`;
    return this.#write(name, async () => peerDocument(await this.#input({ copies, strangers }), index));
  }

  /** The words of the packet that the command makes of the example. */
  async ofExample(): Promise<string> {
    return this.#write('example.json', () => exampleDocument(this.#example));
  }

  async #write(name: string, make: () => Promise<object>): Promise<string> {
    const file = this.path(name);
    if (!existsSync(file)) writeFileSync(file, JSON.stringify(await make()));
    return file;
  }

  #input(options: { readonly copies: number; readonly strangers: boolean }): Promise<OwnInput> {
    const key = JSON.stringify(options);
    const found = this.#own.get(key) ?? ownInput(this.#example, options);
    this.#own.set(key, found);
    return found;
  }
}
