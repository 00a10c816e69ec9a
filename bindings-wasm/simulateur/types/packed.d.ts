/** A binary file as text: see `src/packing.ts`. */
declare module 'packed:*' {
  const text: string;
  export default text;
}
