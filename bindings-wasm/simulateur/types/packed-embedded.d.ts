/** `embedded.wasm` as a text, which the build of the script puts in. */
declare module 'packed-embedded' {
  const packed: string;
  export default packed;
}
