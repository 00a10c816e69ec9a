/** The JavaScript of `objects.wasm`, which the build generates beside it. */

/** What an instance imports, what it exports made callable, and how it is told of itself. */
interface Connection extends WebAssembly.ModuleImports {
  readonly __wbg_set_wasm: (exports: WebAssembly.Exports) => void;
  readonly answer_object: (catalogue: number, operation: number, request: unknown) => unknown;
}

/** Makes what one instance needs. */
export declare function connect(): Connection;
