/** How an entry is started. Its types ask for no library beside the language's own. */

/** The module: where it is, a response that carries it, its bytes, or the compiled `WebAssembly.Module` itself. */
export type ModuleSource = string | object;

/** How an entry is started. */
export interface Starting {
  init(source?: ModuleSource | Promise<ModuleSource>): Promise<void>;
  initSync(source: ModuleSource): void;
}
