/** Title and address by key. A copy or proxy of a page is never linked: its address is null, or that of the original. */
export type SourceRows = Readonly<Record<string, readonly [title: string, url: string | null]>>;
