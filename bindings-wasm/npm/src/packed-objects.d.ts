/** `objects.wasm` as a text, which the build writes beside the module: see {@link unpack}. */
declare const packed: string;
export default packed;
